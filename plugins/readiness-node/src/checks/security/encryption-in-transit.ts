import type { Finding } from 'backstage-plugin-readiness-common';
import {
  defineCheck,
  forEachSubject,
  judgeSetting,
  listRules,
} from '../../check';
import type {
  DataStoreFact,
  DistributionFact,
} from '../../facts/types/dataStores';
import {
  TABLE,
  VERSIONS,
  AUTHENTICATION,
  NODES,
} from './encryptionInTransitWords';

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
