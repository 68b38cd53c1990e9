import type { SettingTable } from '../../check';

const CLOSED = 'public_network_access_enabled = false';

/** How each resource type says it, and the rules that ask the same. */
export const TABLE: SettingTable = {
  aws_db_instance: {
    expected: 'publicly_accessible = false',
    rules: ['CKV_AWS_17', 'AWS-0180'],
  },
  aws_rds_cluster_instance: {
    expected: 'publicly_accessible = false',
    rules: ['CKV_AWS_17', 'AWS-0180'],
  },
  'AWS::RDS::DBInstance': {
    expected: 'PubliclyAccessible: false',
    rules: ['CKV_AWS_17', 'AWS-0180'],
  },
  aws_neptune_cluster_instance: {
    expected: 'publicly_accessible = false',
    rules: ['CKV_AWS_102'],
  },
  aws_redshift_cluster: {
    expected: 'publicly_accessible = false',
    rules: ['CKV_AWS_87'],
  },
  'AWS::Redshift::Cluster': {
    expected: 'PubliclyAccessible: false',
    rules: ['CKV_AWS_87'],
  },
  aws_redshiftserverless_workgroup: { expected: 'publicly_accessible = false' },
  aws_opensearch_domain: { expected: 'vpc_options', rules: ['CKV_AWS_137'] },
  aws_elasticsearch_domain: { expected: 'vpc_options', rules: ['CKV_AWS_137'] },
  'AWS::OpenSearchService::Domain': {
    expected: 'VPCOptions',
    rules: ['CKV_AWS_137'],
  },
  'AWS::Elasticsearch::Domain': {
    expected: 'VPCOptions',
    rules: ['CKV_AWS_137'],
  },
  google_sql_database_instance: {
    expected: 'ip_configuration { ipv4_enabled = false }',
    rules: ['CKV_GCP_60', 'GCP-0017'],
  },
  google_bigquery_dataset: {
    expected: 'no access for allUsers',
    rules: ['CKV_GCP_15', 'GCP-0046'],
  },
  azurerm_mssql_server: {
    expected: CLOSED,
    rules: ['CKV_AZURE_113', 'AZU-0022'],
  },
  azurerm_postgresql_server: {
    expected: CLOSED,
    rules: ['CKV_AZURE_68', 'AZU-0022'],
  },
  azurerm_mysql_server: {
    expected: CLOSED,
    rules: ['CKV_AZURE_53', 'AZU-0022'],
  },
  azurerm_mariadb_server: {
    expected: CLOSED,
    rules: ['CKV_AZURE_48', 'AZU-0022'],
  },
  azurerm_postgresql_flexible_server: {
    expected: `${CLOSED} or delegated_subnet_id`,
  },
  azurerm_mysql_flexible_server: {
    expected: `${CLOSED} or delegated_subnet_id`,
  },
  azurerm_cosmosdb_account: { expected: CLOSED, rules: ['CKV_AZURE_101'] },
  azurerm_redis_cache: { expected: CLOSED, rules: ['CKV_AZURE_89'] },
  azurerm_search_service: { expected: CLOSED, rules: ['CKV_AZURE_124'] },
};
