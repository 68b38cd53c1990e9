import { defineCheck, forEachSubject, judgeSetting, pass } from '../../check';

const TABLE = {
  aws_lb: { expected: 'access_logs { enabled = true }', rules: ['CKV_AWS_91'] },
  aws_alb: {
    expected: 'access_logs { enabled = true }',
    rules: ['CKV_AWS_91'],
  },
  'AWS::ElasticLoadBalancingV2::LoadBalancer': {
    expected: 'access_logs.s3.enabled = true',
    rules: ['CKV_AWS_91'],
  },
  aws_elb: { expected: 'access_logs', rules: ['CKV_AWS_92'] },
  'AWS::ElasticLoadBalancing::LoadBalancer': {
    expected: 'AccessLoggingPolicy',
    rules: ['CKV_AWS_92'],
  },
  aws_cloudfront_distribution: {
    expected: 'logging_config',
    rules: ['CKV_AWS_86'],
  },
  'AWS::CloudFront::Distribution': {
    expected: 'Logging',
    rules: ['CKV_AWS_86'],
  },
  aws_api_gateway_stage: {
    expected: 'access_log_settings',
    rules: ['CKV_AWS_76'],
  },
  aws_apigatewayv2_stage: {
    expected: 'access_log_settings',
    rules: ['CKV_AWS_76', 'CKV_AWS_95'],
  },
  'AWS::ApiGateway::Stage': {
    expected: 'AccessLogSetting',
    rules: ['CKV_AWS_76'],
  },
  'AWS::ApiGatewayV2::Stage': {
    expected: 'AccessLogSettings',
    rules: ['CKV_AWS_95'],
  },
  'AWS::Serverless::Api': {
    expected: 'AccessLogSetting',
    rules: ['CKV_AWS_76'],
  },
  'AWS::Serverless::HttpApi': {
    expected: 'AccessLogSettings',
    rules: ['CKV_AWS_95'],
  },
  aws_s3_bucket: {
    expected: 'an aws_s3_bucket_logging',
    rules: ['CKV_AWS_18'],
  },
  aws_s3_bucket_logging: {
    expected: 'an aws_s3_bucket_logging',
    rules: ['CKV_AWS_18'],
  },
  'AWS::S3::Bucket': {
    expected: 'LoggingConfiguration',
    rules: ['CKV_AWS_18'],
  },
  google_storage_bucket: { expected: 'logging', rules: ['CKV_GCP_62'] },
};

export const accessLogs = defineCheck({
  id: 'access-logs',
  category: 'logs',
  kind: 'subject',
  level: 2,
  severity: 'low',
  title: 'Access is logged',
  description:
    'Load balancers, CDNs, API gateways and buckets write access logs. Buckets that take in the logs of others are left as they are. Not applicable without any of them.',
  rationale:
    'Who called, from where, how often, and what did they get? The application cannot tell about requests that never reached it; the load balancer can, if it was told to write them down.',
  knownAs: [
    'CKV_AWS_91',
    'CKV_AWS_92',
    'CKV_AWS_86',
    'CKV_AWS_76',
    'CKV_AWS_95',
    'CKV_AWS_18',
    'CKV_GCP_62',
  ],
  references: [
    {
      title: 'Access logs for Application Load Balancers',
      url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html',
    },
    {
      title: 'Amazon S3 server access logging',
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html',
    },
  ],
  remediation: {
    summary:
      'Turn on access_logs of the load balancer, logging_config of the distribution, access_log_settings of the stage, aws_s3_bucket_logging of the bucket.',
    effortMinutes: 20,
    snippets: {
      terraform:
        'resource "aws_lb" "web" {\n  access_logs {\n    bucket  = aws_s3_bucket.logs.id\n    prefix  = "web"\n    enabled = true\n  }\n}\n',
      cloudformation:
        'LoadBalancerAttributes:\n  - Key: access_logs.s3.enabled\n    Value: true\n',
    },
  },
  examples: [
    {
      title: 'A load balancer that logs',
      files: {
        'main.tf':
          'resource "aws_lb" "web" {\n  access_logs {\n    bucket  = "logs"\n    enabled = true\n  }\n}\n',
      },
      outcome: 'pass',
      findings: [{ subject: 'aws_lb.web', outcome: 'pass', at: 'main.tf:4' }],
    },
    {
      title: 'A bucket and the bucket of its logs',
      files: {
        'main.tf':
          'resource "aws_s3_bucket" "data" {\n  bucket = "data"\n}\n\nresource "aws_s3_bucket" "logs" {\n  bucket = "logs"\n}\n\nresource "aws_s3_bucket_logging" "data" {\n  bucket        = aws_s3_bucket.data.id\n  target_bucket = aws_s3_bucket.logs.id\n}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'aws_s3_bucket_logging.data',
          outcome: 'pass',
          at: 'main.tf:9',
        },
        { subject: 'aws_s3_bucket.logs', outcome: 'pass', at: 'main.tf:5' },
      ],
    },
    {
      title: 'Off by default',
      files: {
        'main.tf':
          'resource "aws_cloudfront_distribution" "web" {\n  enabled = true\n}\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'aws_cloudfront_distribution.web',
          outcome: 'fail',
          at: 'main.tf:1',
        },
      ],
    },
    {
      title: 'Nothing that is accessed',
      files: { 'main.go': 'package main\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate: ({ facts }) =>
    forEachSubject(
      facts.accessLogs,
      'No load balancer, CDN, API gateway or bucket',
      log => {
        const finding = judgeSetting(log, log.isOn, {
          table: TABLE,
          expected: 'access logs',
        });
        return finding.outcome !== 'pass' && log.receivesLogs
          ? pass(log, { message: 'It takes in the access logs of others' })
          : finding;
      },
    ),
});
