import { testCheck } from '../../testing';
import { cacheFailover } from './cache-failover';

testCheck(cacheFailover, [
  {
    title: 'wants a second node besides the switch',
    files: {
      'main.tf': `variable "failover" {
  type = bool
}
resource "aws_elasticache_replication_group" "one_node" {
  automatic_failover_enabled = true
  num_cache_clusters         = 1
}
resource "aws_elasticache_replication_group" "sharded" {
  automatic_failover_enabled = true
  num_node_groups            = 2
  replicas_per_node_group    = 1
}
resource "aws_elasticache_replication_group" "unsure" {
  automatic_failover_enabled = var.failover
  num_cache_clusters         = 2
}
`,
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'aws_elasticache_replication_group.one_node',
        outcome: 'fail',
        at: 'main.tf:6',
      },
      {
        subject: 'aws_elasticache_replication_group.sharded',
        outcome: 'pass',
        at: 'main.tf:9',
      },
      {
        subject: 'aws_elasticache_replication_group.unsure',
        outcome: 'unknown',
        at: 'main.tf:14',
      },
    ],
    isComplete: true,
  },
  {
    title: 'judges a lone Redis, not Memcached and not members of a group',
    files: {
      'main.tf': `resource "aws_elasticache_cluster" "redis" {
  engine = "redis"
}
resource "aws_elasticache_cluster" "memcached" {
  engine          = "memcached"
  num_cache_nodes = 2
}
resource "aws_elasticache_cluster" "member" {
  replication_group_id = "sessions"
}
`,
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'aws_elasticache_cluster.redis',
        outcome: 'fail',
        at: 'main.tf:1',
      },
    ],
    isComplete: true,
  },
  {
    title: 'reads Azure, OpenSearch and operators',
    files: {
      'main.tf': `resource "azurerm_redis_cache" "basic" {
  sku_name = "Basic"
}
resource "azurerm_redis_cache" "premium" {
  sku_name = "Premium"
}
resource "aws_opensearch_domain" "logs" {
  cluster_config {
    instance_count         = 3
    zone_awareness_enabled = true
  }
}
resource "aws_elasticsearch_domain" "alone" {}
`,
      'redis.yaml':
        'apiVersion: databases.spotahome.com/v1\nkind: RedisFailover\nmetadata:\n  name: sessions\nspec:\n  redis:\n    replicas: 3\n',
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'azurerm_redis_cache.basic',
        outcome: 'fail',
        at: 'main.tf:2',
      },
      {
        subject: 'azurerm_redis_cache.premium',
        outcome: 'pass',
        at: 'main.tf:5',
      },
      {
        subject: 'aws_opensearch_domain.logs',
        outcome: 'pass',
        at: 'main.tf:10',
      },
      {
        subject: 'aws_elasticsearch_domain.alone',
        outcome: 'fail',
        at: 'main.tf:13',
      },
      {
        subject: 'RedisFailover/default/sessions',
        outcome: 'pass',
        at: 'redis.yaml:7',
      },
    ],
    isComplete: true,
  },
  {
    title: 'has nothing to say without a cache',
    files: { 'a.txt': '' },
    outcome: 'not-applicable',
  },
]);
