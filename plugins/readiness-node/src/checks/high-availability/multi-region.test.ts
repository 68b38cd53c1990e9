import { testCheck } from '../../testing';
import { multiRegion } from './multi-region';

testCheck(multiRegion, [
  {
    title: 'takes DNS failover, global tables and ECR replication as proof',
    files: {
      'main.tf': `resource "aws_route53_record" "shop" {
  failover_routing_policy {
    type = "PRIMARY"
  }
}
resource "aws_route53_record" "plain" {
  name = "plain"
}
resource "aws_dynamodb_table" "carts" {
  replica {
    region_name = "eu-central-1"
  }
}
resource "aws_ecr_replication_configuration" "all" {}
`,
    },
    outcome: 'pass',
    findings: [
      { subject: 'aws_route53_record.shop', outcome: 'pass', at: 'main.tf:1' },
      {
        subject: 'aws_dynamodb_table.carts',
        outcome: 'pass',
        at: 'main.tf:10',
      },
      {
        subject: 'aws_ecr_replication_configuration.all',
        outcome: 'pass',
        at: 'main.tf:14',
      },
    ],
    isComplete: true,
  },
  {
    title: 'reads distributions, Google buckets and disabled rules',
    files: {
      'main.tf': `resource "aws_cloudfront_distribution" "one" {
  origin_group {
    origin_id = "both"
  }
}
resource "aws_cloudfront_distribution" "two" {}
resource "google_storage_bucket" "near" {
  location = "europe-west1"
}
resource "google_storage_bucket" "wide" {
  location = "EU"
}
resource "aws_s3_bucket" "orders" {}
resource "aws_s3_bucket_replication_configuration" "orders" {
  bucket = aws_s3_bucket.orders.id
  rule {
    status = "Disabled"
  }
}
`,
    },
    outcome: 'pass',
    findings: [
      {
        subject: 'aws_cloudfront_distribution.one',
        outcome: 'pass',
        at: 'main.tf:2',
      },
      {
        subject: 'aws_cloudfront_distribution.two',
        outcome: 'fail',
        at: 'main.tf:6',
      },
      {
        subject: 'google_storage_bucket.near',
        outcome: 'fail',
        at: 'main.tf:8',
      },
      {
        subject: 'google_storage_bucket.wide',
        outcome: 'pass',
        at: 'main.tf:11',
      },
      {
        subject: 'aws_s3_bucket_replication_configuration.orders',
        outcome: 'fail',
        at: 'main.tf:16',
      },
    ],
    isComplete: true,
  },
  {
    title: 'cannot know a variable',
    files: {
      'main.tf':
        'variable "kind" {}\nresource "azurerm_storage_account" "a" {\n  account_replication_type = var.kind\n}\n',
    },
    outcome: 'unknown',
    findings: [
      {
        subject: 'azurerm_storage_account.a',
        outcome: 'unknown',
        at: 'main.tf:3',
      },
    ],
  },
  {
    title: 'has nothing to say without infrastructure',
    files: { 'a.txt': '' },
    outcome: 'not-applicable',
  },
]);
