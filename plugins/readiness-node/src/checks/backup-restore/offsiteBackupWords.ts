import type { SettingTable } from '../../check';

const REPLICATION =
  'an aws_db_instance_automated_backups_replication, or a backup plan with copy_action';

/** How each resource type says it, and the rules that ask the same. */
export const TABLE: SettingTable = {
  aws_db_instance: { expected: REPLICATION },
  aws_rds_cluster: {
    expected: 'a backup plan with copy_action, or a global cluster',
  },
  aws_backup_plan: { expected: 'copy_action in a rule' },
  'AWS::Backup::BackupPlan': { expected: 'CopyActions in a rule' },
  aws_redshift_cluster: { expected: 'an aws_redshift_snapshot_copy' },
  azurerm_postgresql_flexible_server: {
    expected: 'geo_redundant_backup_enabled = true',
    rules: ['CKV_AZURE_136'],
  },
  azurerm_postgresql_server: {
    expected: 'geo_redundant_backup_enabled = true',
    rules: ['CKV_AZURE_102'],
  },
  azurerm_mysql_flexible_server: {
    expected: 'geo_redundant_backup_enabled = true',
    rules: ['CKV_AZURE_94'],
  },
  azurerm_mysql_server: {
    expected: 'geo_redundant_backup_enabled = true',
    rules: ['CKV_AZURE_94'],
  },
  azurerm_mariadb_server: {
    expected: 'geo_redundant_backup_enabled = true',
    rules: ['CKV_AZURE_129'],
  },
  azurerm_mssql_database: { expected: 'storage_account_type = "Geo"' },
  azurerm_cosmosdb_account: {
    expected: 'backup { storage_redundancy = "Geo" }',
  },
  google_sql_database_instance: {
    expected: 'backup_configuration with a multi-region location',
  },
};
