import type { SettingTable } from '../../check';

const MEMBERS = 'at least 2 instances in the cluster';

/** How each resource type says it, and the rules that ask the same. */
export const TABLE: SettingTable = {
  aws_db_instance: {
    expected: 'multi_az = true',
    rules: ['CKV_AWS_157', 'RDS_MULTI_AZ_SUPPORT'],
  },
  'AWS::RDS::DBInstance': {
    expected: 'MultiAZ: true',
    rules: ['CKV_AWS_157', 'RDS_MULTI_AZ_SUPPORT'],
  },
  aws_rds_cluster: { expected: MEMBERS },
  aws_docdb_cluster: { expected: MEMBERS },
  aws_neptune_cluster: { expected: MEMBERS },
  'AWS::RDS::DBCluster': { expected: MEMBERS },
  'AWS::DocDB::DBCluster': { expected: MEMBERS },
  'AWS::Neptune::DBCluster': { expected: MEMBERS },
  google_sql_database_instance: { expected: 'availability_type = "REGIONAL"' },
  google_alloydb_instance: { expected: 'availability_type = "REGIONAL"' },
  azurerm_postgresql_flexible_server: {
    expected: 'high_availability { mode = "ZoneRedundant" }',
  },
  azurerm_mysql_flexible_server: {
    expected: 'high_availability { mode = "ZoneRedundant" }',
  },
  azurerm_mssql_database: {
    expected: 'zone_redundant = true',
    rules: ['CKV_AZURE_229'],
  },
  azurerm_mssql_managed_instance: { expected: 'zone_redundant_enabled = true' },
  azurerm_cosmosdb_account: {
    expected: 'zone_redundant = true in a geo_location, or two locations',
  },
};
