import {
  defineCheck,
  judgeSetting,
  listRules,
  pass,
  withMergedFindings,
  type SettingTable,
} from '../../check';

const TABLE: SettingTable = {
  aws_api_gateway_stage: {
    expected: 'cache_cluster_enabled = true',
    rules: ['CKV_AWS_120'],
  },
  'AWS::ApiGateway::Stage': {
    expected: 'CacheClusterEnabled: true',
    rules: ['CKV_AWS_120'],
  },
  'AWS::Serverless::Api': {
    expected: 'CacheClusterEnabled: true',
    rules: ['CKV_AWS_120'],
  },
};

export const caching = defineCheck({
  id: 'caching',
  category: 'scalability',
  kind: 'subject',
  level: 3,
  severity: 'low',
  title: 'Something is cached',
  description:
    'Redis, Valkey or Memcached, a content delivery network, or the cache of an API stage takes load off what stands behind. A finding for each; one that passes is enough.',
  rationale:
    'The cheapest request is the one that never reaches the database. Most services are read far more often than written, and even a cache of a few seconds flattens the peaks that others have to scale for.',
  passesIfAny: true,
  knownAs: listRules(TABLE),
  references: [
    {
      title: 'API Gateway: response caching',
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html',
    },
    {
      title: 'Amazon ElastiCache',
      url: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/WhatIs.html',
    },
    { title: 'Cloud CDN', url: 'https://cloud.google.com/cdn/docs/overview' },
  ],
  remediation: {
    summary:
      'Put a CDN before static and public content, a Redis or Memcached before expensive reads, or set cache_cluster_enabled = true on the stage of a REST API.',
    effortMinutes: 240,
    snippets: {
      terraform:
        'resource "aws_api_gateway_stage" "live" {\n  cache_cluster_enabled = true\n  cache_cluster_size    = "0.5"\n}\n',
      cloudformation:
        'Live:\n  Type: AWS::ApiGateway::Stage\n  Properties:\n    CacheClusterEnabled: true\n    CacheClusterSize: "0.5"\n',
    },
  },
  examples: [
    {
      title: 'A distribution before the site',
      files: {
        'main.tf':
          'resource "aws_cloudfront_distribution" "site" {\n  enabled = true\n}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'aws_cloudfront_distribution.site',
          outcome: 'pass',
          at: 'main.tf:1',
        },
      ],
    },
    {
      title: 'A stage without its cache',
      files: {
        'a.yaml': 'Resources:\n  Live:\n    Type: AWS::ApiGateway::Stage\n',
      },
      outcome: 'fail',
      findings: [{ subject: 'Live', outcome: 'fail', at: 'a.yaml:2' }],
    },
    {
      title: 'Redis in the cluster',
      files: {
        'redis.yaml':
          'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: cache\nspec:\n  template:\n    spec:\n      containers:\n        - name: redis\n          image: redis:7.4\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'Deployment/default/cache',
          outcome: 'pass',
          at: 'redis.yaml:1',
        },
      ],
    },
  ],
  evaluate({ facts }) {
    const stages = facts.apiStages.flatMap(stage =>
      stage.cache
        ? [
            judgeSetting(stage, stage.cache, {
              table: TABLE,
              expected: 'the cache of the stage',
            }),
          ]
        : [],
    );
    const caches = facts.caches.map(cache =>
      pass(cache, { message: `${cache.subject} is a cache` }),
    );
    const networks = facts.distributions.map(each =>
      pass(each, { message: `${each.subject} caches what it delivers` }),
    );
    const uses = facts.cacheUses.map(use =>
      pass(use, { message: use.message }),
    );
    const findings = [...stages, ...caches, ...networks, ...uses];
    return withMergedFindings(
      findings,
      'no cache, distribution or API stage in the files read',
    );
  },
});
