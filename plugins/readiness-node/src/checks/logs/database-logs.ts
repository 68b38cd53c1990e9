import {
  defineCheck,
  forEachSubject,
  judgeSetting,
  listRules,
} from '../../check';
import { TABLE } from './databaseLogsWords';

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
