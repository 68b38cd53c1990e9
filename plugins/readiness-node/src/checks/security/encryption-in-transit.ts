import type { Finding } from 'backstage-plugin-readiness-common';
import {
  defineCheck,
  forEachSubject,
  judgeSetting,
  listRules,
  type SettingTable,
} from '../../check';
import type {
  DataStoreFact,
  DistributionFact,
} from '../../facts/types/dataStores';

const TABLE: SettingTable = {
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
const VERSIONS: SettingTable = {
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
const AUTHENTICATION: SettingTable = {
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
const NODES: SettingTable = {
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

export const encryptionInTransit = defineCheck({
  id: 'encryption-in-transit',
  category: 'security',
  kind: 'subject',
  level: 1,
  severity: 'high',
  title: 'Data stores require TLS',
  description:
    'Databases, caches, storage accounts, search domains and distributions accept encrypted connections only (aspect tls), of version 1.2 or newer (aspect tls-version). Caches also ask who connects (aspect authentication), search nodes encrypt among themselves (aspect node-to-node).',
  rationale:
    'A client that may speak in the clear will, as soon as one library, one tool or one copied connection string forgets to ask. Requiring TLS on the server is the only place where it can be decided once.',
  knownAs: listRules(TABLE, VERSIONS, AUTHENTICATION, NODES),
  references: [
    {
      title: 'Cloud SQL: configure SSL/TLS',
      url: 'https://cloud.google.com/sql/docs/postgres/configure-ssl-instance',
    },
    {
      title: 'ElastiCache in-transit encryption',
      url: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html',
    },
    {
      title: 'RDS for PostgreSQL: requiring SSL',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html',
    },
  ],
  remediation: {
    summary:
      'Set ssl_mode = "ENCRYPTED_ONLY", transit_encryption_enabled = true with an auth_token or user group, rds.force_ssl = 1 in the parameter group, enforce_https = true, https_traffic_only_enabled = true.',
    effortMinutes: 60,
    snippets: {
      terraform:
        'resource "aws_db_parameter_group" "orders" {\n  family = "postgres16"\n  parameter {\n    name  = "rds.force_ssl"\n    value = "1"\n  }\n}\n\nresource "aws_elasticache_replication_group" "sessions" {\n  transit_encryption_enabled = true\n  auth_token                 = var.auth_token\n}\n',
      cloudformation:
        'Sessions:\n  Type: AWS::ElastiCache::ReplicationGroup\n  Properties:\n    TransitEncryptionEnabled: true\n    UserGroupIds: [!Ref Users]\n',
    },
  },
  examples: [
    {
      title: 'A cache with TLS and a token',
      files: {
        'main.tf':
          'resource "aws_elasticache_replication_group" "sessions" {\n  transit_encryption_enabled = true\n  auth_token                 = var.token\n}\nvariable "token" {\n  default = "set-by-the-pipeline"\n}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'aws_elasticache_replication_group.sessions',
          aspect: 'tls',
          outcome: 'pass',
          at: 'main.tf:2',
        },
        {
          subject: 'aws_elasticache_replication_group.sessions',
          aspect: 'authentication',
          outcome: 'pass',
          at: 'main.tf:3',
        },
      ],
    },
    {
      title: 'Cloud SQL accepts plain connections by default',
      files: {
        'main.tf': 'resource "google_sql_database_instance" "orders" {}\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'google_sql_database_instance.orders',
          aspect: 'tls',
          outcome: 'fail',
          at: 'main.tf:1',
        },
      ],
    },
    {
      title: 'A distribution of CloudFormation that allows HTTP',
      files: {
        'a.yaml':
          'Resources:\n  Site:\n    Type: AWS::CloudFront::Distribution\n    Properties:\n      DistributionConfig:\n        DefaultCacheBehavior:\n          ViewerProtocolPolicy: allow-all\n',
      },
      outcome: 'fail',
      findings: [
        { subject: 'Site', aspect: 'tls', outcome: 'fail', at: 'a.yaml:7' },
      ],
    },
  ],
  evaluate({ facts }) {
    const stores = [
      ...facts.databases,
      ...facts.caches,
      ...facts.searchDomains,
      ...facts.buckets,
      ...facts.topics,
      ...facts.distributions,
    ];
    return forEachSubject(
      stores,
      'no database, cache, storage or distribution that could require TLS in the files read',
      judgeStore,
    );
  },
});

function judgeStore(
  store: DataStoreFact & DistributionFact,
): readonly Finding[] {
  const aspects = [
    ['tls', store.encryptedInTransit, TABLE, 'TLS required'],
    ['tls-version', store.modernTls, VERSIONS, 'TLS 1.2 or newer'],
    [
      'authentication',
      store.authenticated,
      AUTHENTICATION,
      'clients that authenticate',
    ],
    [
      'node-to-node',
      store.encryptedBetweenNodes,
      NODES,
      'encryption between nodes',
    ],
  ] as const;
  return aspects.flatMap(([aspect, setting, table, expected]) =>
    setting === undefined
      ? []
      : [judgeSetting(store, setting, { aspect, table, expected })],
  );
}
