import {
  defineCheck,
  forEachSubject,
  judgeSetting,
  listRules,
  pass,
  mergeFindings,
  withFindings,
} from '../../check';
import { TABLE } from './multiRegionWords';

export const multiRegion = defineCheck({
  id: 'multi-region',
  category: 'high-availability',
  kind: 'subject',
  level: 3,
  severity: 'medium',
  title: 'Something survives the loss of a region',
  description:
    'Data or traffic reaches a second region: replication of S3 or ECR, global tables and databases, replicas in another region, DNS failover or latency routing, CloudFront origin groups, geo-redundant storage. A finding for each bucket, distribution and account; one that passes is enough.',
  rationale:
    'Whole regions have been down for most of a day. Nobody needs every byte in two of them, but a service that matters needs at least a copy of its data or a second origin to point users to, decided before the day it happens.',
  passesIfAny: true,
  knownAs: listRules(TABLE),
  references: [
    {
      title: 'Replicating S3 objects',
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html',
    },
    {
      title: 'CloudFront origin failover',
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html',
    },
    {
      title: 'Azure Storage redundancy',
      url: 'https://learn.microsoft.com/azure/storage/common/storage-redundancy',
    },
  ],
  remediation: {
    summary:
      'Replicate the bucket that matters most with aws_s3_bucket_replication_configuration, set account_replication_type = "GZRS", choose a multi-region location, or give the distribution an origin_group.',
    effortMinutes: 240,
    snippets: {
      terraform:
        'resource "aws_s3_bucket_replication_configuration" "orders" {\n  bucket = aws_s3_bucket.orders.id\n  role   = aws_iam_role.replication.arn\n  rule {\n    status = "Enabled"\n    destination {\n      bucket = aws_s3_bucket.orders_frankfurt.arn\n    }\n  }\n}\n',
      cloudformation:
        'Orders:\n  Type: AWS::S3::Bucket\n  Properties:\n    ReplicationConfiguration:\n      Role: !GetAtt Replication.Arn\n      Rules:\n        - Status: Enabled\n          Destination:\n            Bucket: arn:aws:s3:::orders-frankfurt\n',
    },
  },
  examples: [
    {
      title: 'One replicated bucket is enough',
      files: {
        'main.tf':
          'resource "aws_s3_bucket" "orders" {}\nresource "aws_s3_bucket" "logs" {}\nresource "aws_s3_bucket_replication_configuration" "orders" {\n  bucket = aws_s3_bucket.orders.id\n  rule {\n    status = "Enabled"\n  }\n}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'aws_s3_bucket_replication_configuration.orders',
          outcome: 'pass',
          at: 'main.tf:5',
        },
        { subject: 'aws_s3_bucket.logs', outcome: 'fail', at: 'main.tf:2' },
      ],
    },
    {
      title: 'A storage account in one region',
      files: {
        'main.tf':
          'resource "azurerm_storage_account" "orders" {\n  account_replication_type = "LRS"\n}\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'azurerm_storage_account.orders',
          outcome: 'fail',
          at: 'main.tf:2',
        },
      ],
    },
    {
      title: 'A bucket of CloudFormation without replication',
      files: { 'a.yaml': 'Resources:\n  Orders:\n    Type: AWS::S3::Bucket\n' },
      outcome: 'fail',
      findings: [{ subject: 'Orders', outcome: 'fail', at: 'a.yaml:2' }],
    },
  ],
  evaluate({ facts }) {
    const judged = forEachSubject(
      [
        ...facts.buckets,
        ...facts.tables,
        ...facts.registries,
        ...facts.databases,
      ],
      'nothing that could be in two regions in the files read',
      store =>
        store.multiRegion &&
        judgeSetting(store, store.multiRegion, {
          table: TABLE,
          expected: 'a copy in a second region',
        }),
    );
    const distributions = facts.distributions.flatMap(each =>
      each.originFailover
        ? [
            judgeSetting(each, each.originFailover, {
              table: TABLE,
              expected: 'an origin group',
            }),
          ]
        : [],
    );
    const spreads = facts.regionSpreads.map(spread =>
      pass(spread, { message: `${spread.subject}: ${spread.message}` }),
    );
    const findings = [
      ...(judged.kind === 'findings' ? judged.findings : []),
      ...distributions,
      ...spreads,
    ];
    return findings.length === 0
      ? judged
      : withFindings(mergeFindings(findings));
  },
});
