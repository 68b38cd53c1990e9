import { testCheck } from '../../testing';
import { publicStorageBlocked } from './public-storage-blocked';

const BLOCK = 'aws_s3_bucket_public_access_block.uploads';

testCheck(publicStorageBlocked, [
  {
    title: 'judges each flag of the companion, and the ACL beside it',
    files: {
      'main.tf': `variable "restrict" {}
resource "aws_s3_bucket" "uploads" {}
resource "aws_s3_bucket_public_access_block" "uploads" {
  bucket                  = aws_s3_bucket.uploads.id
  block_public_acls       = true
  block_public_policy     = false
  restrict_public_buckets = var.restrict
}
resource "aws_s3_bucket_acl" "uploads" {
  bucket = aws_s3_bucket.uploads.id
  acl    = "public-read"
}
`,
    },
    outcome: 'fail',
    findings: [
      {
        subject: BLOCK,
        aspect: 'block-public-acls',
        outcome: 'pass',
        at: 'main.tf:5',
      },
      {
        subject: BLOCK,
        aspect: 'block-public-policy',
        outcome: 'fail',
        at: 'main.tf:6',
      },
      {
        subject: BLOCK,
        aspect: 'ignore-public-acls',
        outcome: 'fail',
        at: 'main.tf:3',
      },
      {
        subject: BLOCK,
        aspect: 'restrict-public-buckets',
        outcome: 'unknown',
        at: 'main.tf:7',
      },
      {
        subject: 'aws_s3_bucket_acl.uploads',
        aspect: 'acl',
        outcome: 'fail',
        at: 'main.tf:11',
      },
    ],
    isComplete: true,
  },
  {
    title: 'fails Azure only when both ways are open',
    files: {
      'main.tf': `resource "azurerm_storage_account" "silent" {}
resource "azurerm_storage_account" "blobs" {
  allow_nested_items_to_be_public = false
}
resource "azurerm_storage_account" "network" {
  public_network_access_enabled = false
}
resource "azurerm_storage_container" "open" {
  container_access_type = "blob"
}
`,
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'azurerm_storage_account.silent',
        outcome: 'fail',
        at: 'main.tf:1',
      },
      {
        subject: 'azurerm_storage_account.blobs',
        outcome: 'pass',
        at: 'main.tf:3',
      },
      {
        subject: 'azurerm_storage_account.network',
        outcome: 'pass',
        at: 'main.tf:6',
      },
      {
        subject: 'azurerm_storage_container.open',
        aspect: 'acl',
        outcome: 'fail',
        at: 'main.tf:9',
      },
    ],
    isComplete: true,
  },
  {
    title: 'reads Google members and the account’s own block',
    files: {
      'gcp.tf': `resource "google_storage_bucket" "site" {
  name = "site"
}
resource "google_storage_bucket_iam_member" "all" {
  bucket = google_storage_bucket.site.name
  member = "allUsers"
}
`,
      'aws/main.tf': `resource "aws_s3_bucket" "uploads" {}
resource "aws_s3_account_public_access_block" "all" {
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
`,
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'google_storage_bucket.site',
        outcome: 'fail',
        at: 'gcp.tf:1',
      },
      {
        subject: 'google_storage_bucket_iam_member.all',
        aspect: 'members',
        outcome: 'fail',
        at: 'gcp.tf:6',
      },
      {
        subject: 'aws_s3_bucket.uploads',
        aspect: 'block-public-policy',
        outcome: 'pass',
        at: 'aws/main.tf:4',
      },
      {
        subject: 'aws_s3_account_public_access_block.all',
        aspect: 'block-public-policy',
        outcome: 'pass',
        at: 'aws/main.tf:4',
      },
    ],
  },
  {
    title: 'does not apply to nothing',
    files: { 'a.txt': '' },
    outcome: 'not-applicable',
  },
]);
