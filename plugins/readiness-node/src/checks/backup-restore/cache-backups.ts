import {
  defineCheck,
  explainNoSubject,
  forEachSubject,
  judgeSetting,
  listRules,
  type SettingTable,
} from '../../check';

const TABLE: SettingTable = {
  aws_elasticache_cluster: {
    expected: 'snapshot_retention_limit = 1 or more',
    rules: ['CKV_AWS_134', 'AWS-0050'],
  },
  'AWS::ElastiCache::CacheCluster': {
    expected: 'SnapshotRetentionLimit: 1 or more',
    rules: ['CKV_AWS_134', 'AWS-0050'],
  },
  aws_elasticache_replication_group: {
    expected: 'snapshot_retention_limit = 1 or more',
  },
  'AWS::ElastiCache::ReplicationGroup': {
    expected: 'SnapshotRetentionLimit: 1 or more',
  },
  aws_redshift_cluster: {
    expected: 'automated_snapshot_retention_period = 1 or more',
    rules: ['CKV_AWS_343'],
  },
  'AWS::Redshift::Cluster': {
    expected: 'AutomatedSnapshotRetentionPeriod: 1 or more',
    rules: ['CKV_AWS_343'],
  },
};

export const cacheBackups = defineCheck({
  id: 'cache-backups',
  category: 'backup-restore',
  kind: 'subject',
  level: 3,
  severity: 'low',
  title: 'Caches and warehouses are snapshotted',
  description:
    'ElastiCache for Redis or Valkey and Redshift keep automatic snapshots: a retention of at least one day. Memcached keeps nothing and is left out.',
  rationale:
    'What began as a cache often ends up holding sessions, queues or counters that exist nowhere else. A daily snapshot costs next to nothing, and it also warms up a replacement that would otherwise start empty.',
  knownAs: listRules(TABLE),
  references: [
    {
      title: 'ElastiCache: scheduling automatic backups',
      url: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html',
    },
    {
      title: 'Amazon Redshift snapshots',
      url: 'https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-snapshots.html',
    },
  ],
  remediation: {
    summary:
      'Set snapshot_retention_limit (ElastiCache) or automated_snapshot_retention_period (Redshift) to the days snapshots shall be kept.',
    effortMinutes: 10,
    snippets: {
      terraform:
        'resource "aws_elasticache_replication_group" "sessions" {\n  snapshot_retention_limit = 5\n}\n',
      cloudformation:
        'Sessions:\n  Type: AWS::ElastiCache::ReplicationGroup\n  Properties:\n    SnapshotRetentionLimit: 5\n',
    },
  },
  examples: [
    {
      title: 'Five days of snapshots',
      files: {
        'main.tf':
          'resource "aws_elasticache_replication_group" "sessions" {\n  snapshot_retention_limit = 5\n}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'aws_elasticache_replication_group.sessions',
          outcome: 'pass',
          at: 'main.tf:2',
        },
      ],
    },
    {
      title: 'None by default',
      files: {
        'a.yaml':
          'Resources:\n  Sessions:\n    Type: AWS::ElastiCache::ReplicationGroup\n',
      },
      outcome: 'fail',
      findings: [{ subject: 'Sessions', outcome: 'fail', at: 'a.yaml:2' }],
    },
    {
      title: 'Redshift keeps one day by default',
      files: {
        'main.tf':
          'resource "aws_redshift_cluster" "facts" {\n  cluster_identifier = "facts"\n}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'aws_redshift_cluster.facts',
          outcome: 'pass',
          at: 'main.tf:1',
        },
      ],
    },
  ],
  evaluate(context) {
    const { facts } = context;
    const reason = explainNoSubject(
      context,
      'no cache or warehouse that takes snapshots in the files read',
    );
    return forEachSubject(
      [...facts.caches, ...facts.warehouses],
      reason,
      store =>
        store.snapshotRetentionDays &&
        judgeSetting(store, store.snapshotRetentionDays, {
          table: TABLE,
          expected: 'snapshots kept for a day at least',
          passes: days => days >= 1,
        }),
    );
  },
});
