import type { SettingTable } from '../../check';

/** How each resource type says it, and the rules that ask the same. */
export const TABLE: SettingTable = {
  aws_db_instance: {
    expected:
      'rds.force_ssl = 1 or require_secure_transport = 1 in the parameter group',
    rules: ['CKV2_AWS_69'],
  },
  'AWS::RDS::DBInstance': {
    expected:
      'rds.force_ssl: 1 or require_secure_transport: 1 in the parameter group',
  },
  aws_elasticache_replication_group: {
    expected: 'transit_encryption_enabled = true',
    rules: ['CKV_AWS_30', 'AWS-0051'],
  },
  'AWS::ElastiCache::ReplicationGroup': {
    expected: 'TransitEncryptionEnabled: true',
    rules: ['CKV_AWS_30', 'AWS-0051'],
  },
  aws_opensearch_domain: {
    expected: 'domain_endpoint_options { enforce_https = true }',
    rules: ['CKV_AWS_83', 'AWS-0046'],
  },
  aws_elasticsearch_domain: {
    expected: 'domain_endpoint_options { enforce_https = true }',
    rules: ['CKV_AWS_83', 'AWS-0046'],
  },
  'AWS::OpenSearchService::Domain': {
    expected: 'DomainEndpointOptions: { EnforceHTTPS: true }',
    rules: ['CKV_AWS_83', 'AWS-0046'],
  },
  'AWS::Elasticsearch::Domain': {
    expected: 'DomainEndpointOptions: { EnforceHTTPS: true }',
    rules: ['CKV_AWS_83', 'AWS-0046'],
  },
  aws_cloudfront_distribution: {
    expected: 'viewer_protocol_policy = "redirect-to-https"',
    rules: ['CKV_AWS_34', 'AWS-0012'],
  },
  'AWS::CloudFront::Distribution': {
    expected: 'ViewerProtocolPolicy: redirect-to-https',
    rules: ['CKV_AWS_34', 'AWS-0012'],
  },
  google_sql_database_instance: {
    expected: 'ssl_mode = "ENCRYPTED_ONLY"',
    rules: ['CKV_GCP_6', 'GCP-0015'],
  },
  google_redis_instance: {
    expected: 'transit_encryption_mode = "SERVER_AUTHENTICATION"',
    rules: ['CKV_GCP_97'],
  },
  azurerm_storage_account: {
    expected: 'https_traffic_only_enabled = true',
    rules: ['CKV_AZURE_3', 'AZU-0008'],
  },
  azurerm_redis_cache: {
    expected: 'non_ssl_port_enabled = false',
    rules: ['CKV_AZURE_91'],
  },
  azurerm_postgresql_server: {
    expected: 'ssl_enforcement_enabled = true',
    rules: ['CKV_AZURE_29', 'AZU-0020'],
  },
  azurerm_mysql_server: {
    expected: 'ssl_enforcement_enabled = true',
    rules: ['CKV_AZURE_28', 'AZU-0020'],
  },
  azurerm_mariadb_server: {
    expected: 'ssl_enforcement_enabled = true',
    rules: ['CKV_AZURE_47', 'AZU-0020'],
  },
};

/** How each resource type says it, and the rules that ask the same. */
export const VERSIONS: SettingTable = {
  azurerm_storage_account: {
    expected: 'min_tls_version = "TLS1_2"',
    rules: ['CKV_AZURE_44', 'AZU-0011'],
  },
  azurerm_redis_cache: {
    expected: 'minimum_tls_version = "1.2"',
    rules: ['CKV_AZURE_148'],
  },
  azurerm_mssql_server: {
    expected: 'minimum_tls_version = "1.2"',
    rules: ['CKV_AZURE_52', 'AZU-0026'],
  },
  azurerm_postgresql_server: {
    expected: 'ssl_minimal_tls_version_enforced = "TLS1_2"',
    rules: ['CKV_AZURE_147', 'AZU-0026'],
  },
  azurerm_mysql_server: {
    expected: 'ssl_minimal_tls_version_enforced = "TLS1_2"',
    rules: ['CKV_AZURE_54', 'AZU-0026'],
  },
};

/** How each resource type says it, and the rules that ask the same. */
export const AUTHENTICATION: SettingTable = {
  aws_elasticache_replication_group: {
    expected: 'auth_token or user_group_ids',
    rules: ['CKV_AWS_31'],
  },
  'AWS::ElastiCache::ReplicationGroup': {
    expected: 'AuthToken or UserGroupIds',
    rules: ['CKV_AWS_31'],
  },
  google_redis_instance: {
    expected: 'auth_enabled = true',
    rules: ['CKV_GCP_95'],
  },
};

/** How each resource type says it, and the rules that ask the same. */
export const NODES: SettingTable = {
  aws_opensearch_domain: {
    expected: 'node_to_node_encryption { enabled = true }',
    rules: ['CKV_AWS_6', 'AWS-0043'],
  },
  aws_elasticsearch_domain: {
    expected: 'node_to_node_encryption { enabled = true }',
    rules: ['CKV_AWS_6', 'AWS-0043'],
  },
  'AWS::OpenSearchService::Domain': {
    expected: 'NodeToNodeEncryptionOptions: { Enabled: true }',
    rules: ['CKV_AWS_6', 'AWS-0043'],
  },
  'AWS::Elasticsearch::Domain': {
    expected: 'NodeToNodeEncryptionOptions: { Enabled: true }',
    rules: ['CKV_AWS_6', 'AWS-0043'],
  },
};
