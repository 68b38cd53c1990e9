import type { SettingTable } from '../../check';

/** How each resource type says it, and the rules that ask the same. */
export const INSIGHTS: SettingTable = {
  aws_db_instance: {
    expected: 'performance_insights_enabled = true',
    rules: ['CKV_AWS_353', 'AWS-0133'],
  },
  aws_rds_cluster_instance: {
    expected: 'performance_insights_enabled = true',
    rules: ['CKV_AWS_353', 'AWS-0133'],
  },
  'AWS::RDS::DBInstance': {
    expected: 'EnablePerformanceInsights: true',
    rules: ['AWS-0133'],
  },
  google_sql_database_instance: {
    expected: 'insights_config { query_insights_enabled = true }',
  },
};

/** How each resource type says it, and the rules that ask the same. */
export const MONITORING: SettingTable = {
  aws_db_instance: {
    expected: 'monitoring_interval = 60 or less, above 0',
    rules: ['CKV_AWS_118'],
  },
  aws_rds_cluster_instance: {
    expected: 'monitoring_interval = 60 or less, above 0',
    rules: ['CKV_AWS_118'],
  },
  'AWS::RDS::DBInstance': {
    expected: 'MonitoringInterval: 60 or less, above 0',
    rules: ['CKV_AWS_118'],
  },
};

/** How each resource type says it, and the rules that ask the same. */
export const SLOW_QUERIES: SettingTable = {
  aws_db_instance: {
    expected:
      'slow_query_log or log_min_duration_statement in the parameter group, or the slowquery log exported',
  },
  aws_rds_cluster: {
    expected:
      'slow_query_log or log_min_duration_statement in the parameter group, or the slowquery log exported',
  },
  google_sql_database_instance: {
    expected:
      'log_min_duration_statement or slow_query_log among database_flags',
  },
  azurerm_postgresql_flexible_server: {
    expected:
      'log_min_duration_statement by an azurerm_postgresql_flexible_server_configuration',
  },
  azurerm_mysql_flexible_server: {
    expected:
      'slow_query_log = ON by an azurerm_mysql_flexible_server_configuration',
  },
};
