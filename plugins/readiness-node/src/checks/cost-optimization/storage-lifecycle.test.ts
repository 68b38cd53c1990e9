import { testCheck } from '../../testing';
import { storageLifecycle } from './storage-lifecycle';

testCheck(storageLifecycle, [
  {
    title: 'reads rules inline, disabled and in a companion',
    files: {
      'main.tf': `resource "aws_s3_bucket" "bare" {}
resource "aws_s3_bucket" "inline" {
  lifecycle_rule {
    enabled                                = true
    abort_incomplete_multipart_upload_days = 7
  }
}
resource "aws_s3_bucket" "off" {}
resource "aws_s3_bucket_lifecycle_configuration" "off" {
  bucket = aws_s3_bucket.off.bucket
  rule {
    status = "Disabled"
  }
}
`,
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'aws_s3_bucket.bare',
        aspect: 'lifecycle',
        outcome: 'fail',
        at: 'main.tf:1',
      },
      {
        subject: 'aws_s3_bucket.bare',
        aspect: 'multipart-abort',
        outcome: 'fail',
        at: 'main.tf:1',
      },
      {
        subject: 'aws_s3_bucket.inline',
        aspect: 'lifecycle',
        outcome: 'pass',
        at: 'main.tf:3',
      },
      {
        subject: 'aws_s3_bucket.inline',
        aspect: 'multipart-abort',
        outcome: 'pass',
        at: 'main.tf:5',
      },
      {
        subject: 'aws_s3_bucket_lifecycle_configuration.off',
        aspect: 'lifecycle',
        outcome: 'fail',
        at: 'main.tf:11',
      },
      {
        subject: 'aws_s3_bucket_lifecycle_configuration.off',
        aspect: 'multipart-abort',
        outcome: 'fail',
        at: 'main.tf:9',
      },
    ],
    isComplete: true,
  },
  {
    title: 'reads registries of all three clouds',
    files: {
      'main.tf': `resource "aws_ecr_repository" "kept" {
  name = "kept"
}
resource "aws_ecr_lifecycle_policy" "kept" {
  repository = aws_ecr_repository.kept.name
}
resource "aws_ecr_repository" "bare" {
  name = "bare"
}
resource "google_artifact_registry_repository" "images" {
  cleanup_policies {
    id = "old"
  }
}
resource "azurerm_container_registry" "images" {}
resource "azurerm_storage_account" "a" {}
resource "azurerm_storage_management_policy" "a" {
  storage_account_id = azurerm_storage_account.a.id
}
`,
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'aws_ecr_lifecycle_policy.kept',
        aspect: 'lifecycle',
        outcome: 'pass',
        at: 'main.tf:4',
      },
      {
        subject: 'aws_ecr_repository.bare',
        aspect: 'lifecycle',
        outcome: 'fail',
        at: 'main.tf:7',
      },
      {
        subject: 'google_artifact_registry_repository.images',
        aspect: 'lifecycle',
        outcome: 'pass',
        at: 'main.tf:11',
      },
      {
        subject: 'azurerm_container_registry.images',
        aspect: 'lifecycle',
        outcome: 'fail',
        at: 'main.tf:15',
      },
      {
        subject: 'azurerm_storage_management_policy.a',
        aspect: 'lifecycle',
        outcome: 'pass',
        at: 'main.tf:17',
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
