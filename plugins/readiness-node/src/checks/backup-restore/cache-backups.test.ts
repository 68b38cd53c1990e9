import { testCheck } from '../../testing';
import { cacheBackups } from './cache-backups';

testCheck(cacheBackups, [
  {
    title: 'judges Redis, Redshift and variables, and leaves Memcached out',
    files: {
      'main.tf': `variable "days" {}
resource "aws_elasticache_cluster" "redis" {
  engine                   = "redis"
  snapshot_retention_limit = 0
}
resource "aws_elasticache_cluster" "memcached" {
  engine = "memcached"
}
resource "aws_elasticache_replication_group" "unsure" {
  snapshot_retention_limit = var.days
}
resource "aws_redshift_cluster" "off" {
  automated_snapshot_retention_period = 0
}
`,
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'aws_elasticache_cluster.redis',
        outcome: 'fail',
        at: 'main.tf:4',
      },
      {
        subject: 'aws_elasticache_replication_group.unsure',
        outcome: 'unknown',
        at: 'main.tf:10',
      },
      {
        subject: 'aws_redshift_cluster.off',
        outcome: 'fail',
        at: 'main.tf:13',
      },
    ],
    isComplete: true,
  },
  {
    title: 'does not apply to nothing',
    files: { 'a.txt': '' },
    outcome: 'not-applicable',
  },
]);
