import {
  defineCheck,
  forEachSubject,
  judgeSetting,
  listRules,
  type SettingTable,
} from '../../check';

const TABLE: SettingTable = {
  aws_elasticache_replication_group: {
    expected: 'automatic_failover_enabled = true with at least 2 nodes',
    rules: ['CKV2_AWS_50'],
  },
  'AWS::ElastiCache::ReplicationGroup': {
    expected: 'AutomaticFailoverEnabled: true with at least 2 nodes',
  },
  google_redis_instance: { expected: 'tier = "STANDARD_HA"' },
  google_redis_cluster: { expected: 'replica_count = 1' },
  azurerm_redis_cache: {
    expected: 'sku_name = "Standard"',
    rules: ['CKV_AZURE_230'],
  },
  aws_opensearch_domain: {
    expected:
      'cluster_config { zone_awareness_enabled = true } with at least 2 instances',
  },
  aws_elasticsearch_domain: {
    expected:
      'cluster_config { zone_awareness_enabled = true } with at least 2 instances',
  },
  'AWS::OpenSearchService::Domain': {
    expected:
      'ClusterConfig: { ZoneAwarenessEnabled: true } with at least 2 instances',
  },
  'AWS::Elasticsearch::Domain': {
    expected:
      'ElasticsearchClusterConfig: { ZoneAwarenessEnabled: true } with at least 2 instances',
  },
  azurerm_search_service: { expected: 'replica_count = 2' },
};

export const cacheFailover = defineCheck({
  id: 'cache-failover',
  category: 'high-availability',
  kind: 'subject',
  level: 2,
  severity: 'high',
  title: 'Caches and search domains fail over',
  description:
    'Another node takes over by itself when one is lost: ElastiCache with automatic failover and two nodes, Memorystore STANDARD_HA, Azure Cache for Redis from Standard on, OpenSearch with zone awareness, operators with two replicas. Memcached is left out, its nodes are independent.',
  rationale:
    'Sessions, rate limits, locks and queues end up in Redis, so losing the only node is an outage and not just a slow minute. Even a pure cache that comes back empty sends all its load to the database at once.',
  knownAs: listRules(TABLE),
  references: [
    {
      title: 'ElastiCache: minimizing downtime with Multi-AZ',
      url: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html',
    },
    {
      title: 'Memorystore for Redis: high availability',
      url: 'https://cloud.google.com/memorystore/docs/redis/high-availability',
    },
    {
      title: 'OpenSearch Service: Multi-AZ domains',
      url: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html',
    },
  ],
  remediation: {
    summary:
      'Use a replication group of two nodes or more with automatic_failover_enabled = true, tier = "STANDARD_HA", sku_name = "Standard", or zone_awareness_enabled = true.',
    effortMinutes: 45,
    snippets: {
      terraform:
        'resource "aws_elasticache_replication_group" "sessions" {\n  num_cache_clusters         = 2\n  automatic_failover_enabled = true\n  multi_az_enabled           = true\n}\n',
      cloudformation:
        'Sessions:\n  Type: AWS::ElastiCache::ReplicationGroup\n  Properties:\n    NumCacheClusters: 2\n    AutomaticFailoverEnabled: true\n',
    },
  },
  examples: [
    {
      title: 'Two nodes that fail over',
      files: {
        'main.tf':
          'resource "aws_elasticache_replication_group" "sessions" {\n  num_cache_clusters         = 2\n  automatic_failover_enabled = true\n}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'aws_elasticache_replication_group.sessions',
          outcome: 'pass',
          at: 'main.tf:3',
        },
      ],
    },
    {
      title: 'Failover by default off, in CloudFormation',
      files: {
        'cache.yaml':
          'Resources:\n  Sessions:\n    Type: AWS::ElastiCache::ReplicationGroup\n    Properties:\n      NumCacheClusters: 1\n',
      },
      outcome: 'fail',
      findings: [{ subject: 'Sessions', outcome: 'fail', at: 'cache.yaml:2' }],
    },
    {
      title: 'Memorystore of the basic tier',
      files: {
        'main.tf':
          'resource "google_redis_instance" "sessions" {\n  memory_size_gb = 1\n}\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'google_redis_instance.sessions',
          outcome: 'fail',
          at: 'main.tf:1',
        },
      ],
    },
  ],
  evaluate({ facts }) {
    const stores = [...facts.caches, ...facts.searchDomains];
    return forEachSubject(
      stores,
      'no cache or search domain in the files read',
      store =>
        store.failsOver &&
        judgeSetting(store, store.failsOver, {
          table: TABLE,
          expected: 'a second node that takes over',
        }),
    );
  },
});
