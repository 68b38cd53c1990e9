import {
  defineCheck,
  forEachSubject,
  judgeSetting,
  listRules,
  type SettingTable,
} from '../../check';

const TABLE: SettingTable = {
  aws_db_instance: {
    expected: 'enabled_cloudwatch_logs_exports',
    rules: ['CKV_AWS_129'],
  },
  'AWS::RDS::DBInstance': {
    expected: 'EnableCloudwatchLogsExports',
    rules: ['CKV_AWS_129'],
  },
  aws_rds_cluster: {
    expected: 'enabled_cloudwatch_logs_exports',
    rules: ['CKV_AWS_324'],
  },
  'AWS::RDS::DBCluster': { expected: 'EnableCloudwatchLogsExports' },
  aws_docdb_cluster: {
    expected: 'enabled_cloudwatch_logs_exports',
    rules: ['CKV_AWS_85', 'AWS-0020'],
  },
  'AWS::DocDB::DBCluster': {
    expected: 'EnableCloudwatchLogsExports',
    rules: ['CKV_AWS_85', 'AWS-0020'],
  },
  aws_neptune_cluster: {
    expected: 'enable_cloudwatch_logs_exports = ["audit"]',
    rules: ['CKV_AWS_101', 'AWS-0075'],
  },
  'AWS::Neptune::DBCluster': {
    expected: 'EnableCloudwatchLogsExports: [audit]',
    rules: ['CKV_AWS_101', 'AWS-0075'],
  },
  aws_redshift_cluster: {
    expected: 'an aws_redshift_logging',
    rules: ['CKV_AWS_71'],
  },
  aws_redshift_logging: { expected: 'logging', rules: ['CKV_AWS_71'] },
  'AWS::Redshift::Cluster': {
    expected: 'LoggingProperties',
    rules: ['CKV_AWS_71'],
  },
  aws_opensearch_domain: {
    expected: 'log_publishing_options',
    rules: ['CKV_AWS_84', 'AWS-0042'],
  },
  aws_elasticsearch_domain: {
    expected: 'log_publishing_options',
    rules: ['CKV_AWS_84', 'AWS-0042'],
  },
  'AWS::OpenSearchService::Domain': {
    expected: 'LogPublishingOptions',
    rules: ['CKV_AWS_84', 'AWS-0042'],
  },
  'AWS::Elasticsearch::Domain': {
    expected: 'LogPublishingOptions',
    rules: ['CKV_AWS_84', 'AWS-0042'],
  },
  google_sql_database_instance: {
    expected:
      'database_flags such as log_connections or cloudsql.enable_pgaudit',
  },
  azurerm_mssql_server: {
    expected: 'an azurerm_mssql_server_extended_auditing_policy',
    rules: ['CKV_AZURE_23'],
  },
  azurerm_mssql_server_extended_auditing_policy: {
    expected: 'auditing',
    rules: ['CKV_AZURE_23'],
  },
  azurerm_postgresql_server: {
    expected: 'log_checkpoints or log_connections = on',
    rules: ['CKV_AZURE_30', 'CKV_AZURE_31'],
  },
  azurerm_postgresql_flexible_server: {
    expected: 'log_checkpoints, log_connections or a diagnostic setting',
  },
  azurerm_mysql_flexible_server: {
    expected: 'audit_log_enabled = ON or a diagnostic setting',
  },
};

export const databaseLogs = defineCheck({
  id: 'database-logs',
  category: 'logs',
  kind: 'subject',
  level: 2,
  severity: 'low',
  title: 'Databases send their logs',
  description:
    'Databases, search domains and warehouses export their logs or audit what is done to them: CloudWatch log exports, Redshift logging, log publishing of search domains, logging flags of Cloud SQL, auditing on Azure.',
  rationale:
    'Deadlocks, failed logins and the statement that dropped a table are written down by the database and nowhere else. On the instance the log is rotated away within hours and gone with the instance; exported, it is there when somebody asks.',
  knownAs: listRules(TABLE),
  references: [
    {
      title: 'RDS: publishing logs to CloudWatch',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.html',
    },
    {
      title: 'Redshift: database audit logging',
      url: 'https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html',
    },
    {
      title: 'Azure SQL auditing',
      url: 'https://learn.microsoft.com/azure/azure-sql/database/auditing-overview',
    },
  ],
  remediation: {
    summary:
      'Set enabled_cloudwatch_logs_exports to the logs of the engine (postgresql, upgrade; error, slowquery, audit), or the equivalent of the provider.',
    effortMinutes: 15,
    snippets: {
      terraform:
        'resource "aws_db_instance" "orders" {\n  enabled_cloudwatch_logs_exports = ["postgresql", "upgrade"]\n}\n',
      cloudformation:
        'Orders:\n  Type: AWS::RDS::DBInstance\n  Properties:\n    EnableCloudwatchLogsExports: [postgresql, upgrade]\n',
    },
  },
  examples: [
    {
      title: 'Exported logs',
      files: {
        'main.tf':
          'resource "aws_db_instance" "orders" {\n  enabled_cloudwatch_logs_exports = ["postgresql"]\n}\n',
      },
      outcome: 'pass',
      findings: [
        { subject: 'aws_db_instance.orders', outcome: 'pass', at: 'main.tf:2' },
      ],
    },
    {
      title: 'None by default',
      files: {
        'a.yaml':
          'Resources:\n  Orders:\n    Type: AWS::RDS::DBCluster\n    Properties: { Engine: aurora-mysql }\n',
      },
      outcome: 'fail',
      findings: [{ subject: 'Orders', outcome: 'fail', at: 'a.yaml:2' }],
    },
    {
      title: 'Auditing of an Azure server',
      files: {
        'main.tf':
          'resource "azurerm_mssql_server" "orders" {}\nresource "azurerm_mssql_server_extended_auditing_policy" "orders" {\n  server_id = azurerm_mssql_server.orders.id\n}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'azurerm_mssql_server_extended_auditing_policy.orders',
          outcome: 'pass',
          at: 'main.tf:2',
        },
      ],
    },
  ],
  evaluate({ facts }) {
    const stores = [
      ...facts.databases,
      ...facts.searchDomains,
      ...facts.warehouses,
    ];
    return forEachSubject(
      stores,
      'no database that could send its logs in the files read',
      store =>
        store.logs &&
        judgeSetting(store, store.logs, {
          table: TABLE,
          expected: 'logs that are sent on',
        }),
    );
  },
});
