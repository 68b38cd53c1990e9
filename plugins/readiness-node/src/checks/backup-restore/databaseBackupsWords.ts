import type { SettingTable } from '../../check';

const RDS = ['CKV_AWS_133', 'AWS-0077'];

/** How each resource type says it, and the rules that ask the same. */
export const TABLE: SettingTable = {
  aws_db_instance: {
    expected: 'backup_retention_period = 7 or more',
    rules: RDS,
  },
  aws_rds_cluster: {
    expected: 'backup_retention_period = 7 or more',
    rules: RDS,
  },
  'AWS::RDS::DBInstance': {
    expected: 'BackupRetentionPeriod: 7 or more',
    rules: RDS,
  },
  'AWS::RDS::DBCluster': {
    expected: 'BackupRetentionPeriod: 7 or more',
    rules: RDS,
  },
  aws_docdb_cluster: {
    expected: 'backup_retention_period = 7 or more',
    rules: ['CKV_AWS_360'],
  },
  'AWS::DocDB::DBCluster': {
    expected: 'BackupRetentionPeriod: 7 or more',
    rules: ['CKV_AWS_360'],
  },
  aws_neptune_cluster: {
    expected: 'backup_retention_period = 7 or more',
    rules: ['CKV_AWS_361'],
  },
  'AWS::Neptune::DBCluster': {
    expected: 'BackupRetentionPeriod: 7 or more',
    rules: ['CKV_AWS_361'],
  },
  google_sql_database_instance: {
    expected: 'backup_configuration { enabled = true }',
    rules: ['CKV_GCP_14', 'GCP-0024'],
  },
  azurerm_postgresql_flexible_server: {
    expected: 'backup_retention_days = 7 or more',
  },
  azurerm_mysql_flexible_server: {
    expected: 'backup_retention_days = 7 or more',
  },
};
