import type { SettingTable } from '../../check';

/** How each resource type says it, and the rules that ask the same. */
export const FLAG = 'deletion_protection = true or prevent_destroy = true';

const LOCK = 'prevent_destroy = true or an azurerm_management_lock';

const STACK = 'DeletionProtection: true or DeletionPolicy: Retain | Snapshot';

/** How each resource type says it, and the rules that ask the same. */
export const TABLE: SettingTable = {
  aws_db_instance: { expected: FLAG, rules: ['CKV_AWS_293', 'AWS-0177'] },
  aws_rds_cluster: { expected: FLAG, rules: ['CKV_AWS_139'] },
  aws_docdb_cluster: { expected: FLAG },
  aws_neptune_cluster: { expected: FLAG, rules: ['CKV2_AWS_58'] },
  'AWS::RDS::DBInstance': { expected: STACK },
  'AWS::RDS::DBCluster': { expected: STACK },
  'AWS::DocDB::DBCluster': { expected: STACK },
  'AWS::Neptune::DBCluster': { expected: STACK },
  google_sql_database_instance: { expected: FLAG },
  google_alloydb_cluster: { expected: FLAG },
  azurerm_postgresql_flexible_server: { expected: LOCK },
  azurerm_mysql_flexible_server: { expected: LOCK },
  azurerm_mssql_server: { expected: LOCK },
  azurerm_mssql_database: { expected: LOCK },
  azurerm_cosmosdb_account: { expected: LOCK },
  azurerm_key_vault: {
    expected: 'purge_protection_enabled = true',
    rules: ['CKV_AZURE_110', 'AZU-0016'],
  },
};
