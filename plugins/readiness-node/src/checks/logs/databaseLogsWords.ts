import type { SettingTable } from '../../check';

/** How each resource type says it, and the rules that ask the same. */
export const TABLE: SettingTable = {
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
