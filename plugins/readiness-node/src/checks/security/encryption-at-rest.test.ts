import { testCheck } from '../../testing';
import { encryptionAtRest } from './encryption-at-rest';

testCheck(encryptionAtRest, [
  {
    title: 'takes what is not set by the provider’s default',
    files: {
      'main.tf': `variable "encrypt" {}
resource "aws_ebs_volume" "silent" {}
resource "aws_efs_file_system" "unsure" {
  encrypted = var.encrypt
}
resource "aws_elasticache_replication_group" "silent" {}
resource "aws_elasticache_replication_group" "valkey" {
  engine = "valkey"
}
resource "aws_dynamodb_table" "silent" {}
resource "aws_sqs_queue" "off" {
  sqs_managed_sse_enabled = false
}
resource "aws_sqs_queue" "key" {
  sqs_managed_sse_enabled = false
  kms_master_key_id       = aws_kms_key.k.id
}
resource "aws_sns_topic" "silent" {}
resource "aws_kinesis_stream" "kms" {
  encryption_type = "KMS"
}
resource "aws_eks_cluster" "silent" {}
resource "azurerm_storage_account" "silent" {}
`,
    },
    outcome: 'fail',
    findings: [
      { subject: 'aws_ebs_volume.silent', outcome: 'fail', at: 'main.tf:2' },
      {
        subject: 'aws_efs_file_system.unsure',
        outcome: 'unknown',
        at: 'main.tf:4',
      },
      {
        subject: 'aws_elasticache_replication_group.silent',
        outcome: 'fail',
        at: 'main.tf:6',
      },
      {
        subject: 'aws_elasticache_replication_group.valkey',
        outcome: 'pass',
        at: 'main.tf:7',
      },
      {
        subject: 'aws_dynamodb_table.silent',
        outcome: 'pass',
        at: 'main.tf:10',
      },
      { subject: 'aws_sqs_queue.off', outcome: 'fail', at: 'main.tf:12' },
      { subject: 'aws_sqs_queue.key', outcome: 'pass', at: 'main.tf:16' },
      { subject: 'aws_sns_topic.silent', outcome: 'fail', at: 'main.tf:18' },
      { subject: 'aws_kinesis_stream.kms', outcome: 'pass', at: 'main.tf:20' },
      { subject: 'aws_eks_cluster.silent', outcome: 'fail', at: 'main.tf:22' },
      {
        subject: 'azurerm_storage_account.silent',
        outcome: 'pass',
        at: 'main.tf:23',
      },
    ],
    isComplete: true,
  },
  {
    title:
      'names the companion of a bucket, the source of a replica, the default of the account',
    files: {
      'main.tf': `resource "aws_s3_bucket" "uploads" {}
resource "aws_s3_bucket_server_side_encryption_configuration" "uploads" {
  bucket = aws_s3_bucket.uploads.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
    }
  }
}
resource "aws_db_instance" "orders" {
  storage_encrypted = true
}
resource "aws_db_instance" "replica" {
  replicate_source_db = aws_db_instance.orders.identifier
}
resource "aws_ebs_encryption_by_default" "all" {}
resource "aws_ebs_volume" "data" {}
resource "aws_instance" "host" {
  root_block_device {
    encrypted = false
  }
}
resource "aws_instance" "silent" {}
`,
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'aws_s3_bucket_server_side_encryption_configuration.uploads',
        outcome: 'pass',
        at: 'main.tf:6',
      },
      { subject: 'aws_db_instance.orders', outcome: 'pass', at: 'main.tf:11' },
      { subject: 'aws_db_instance.replica', outcome: 'pass', at: 'main.tf:11' },
      { subject: 'aws_ebs_volume.data', outcome: 'pass', at: 'main.tf:16' },
      { subject: 'aws_instance.host', outcome: 'fail', at: 'main.tf:20' },
    ],
    isComplete: true,
  },
  {
    title: 'reads CloudFormation with conditions, members left out',
    files: {
      'db.yaml': `Parameters:
  Stage: { Type: String, Default: prod }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Cluster:
    Type: AWS::RDS::DBCluster
    Properties:
      StorageEncrypted: !If [IsProd, true, false]
  Member:
    Type: AWS::RDS::DBInstance
    Properties: { DBClusterIdentifier: !Ref Cluster }
  Stream:
    Type: AWS::Kinesis::Stream
  Eks:
    Type: AWS::EKS::Cluster
    Properties:
      EncryptionConfig:
        - Resources: [secrets]
`,
    },
    outcome: 'fail',
    findings: [
      { subject: 'Cluster', outcome: 'pass', at: 'db.yaml:9' },
      { subject: 'Stream', outcome: 'fail', at: 'db.yaml:13' },
      { subject: 'Eks', outcome: 'pass', at: 'db.yaml:18' },
    ],
    isComplete: true,
  },
  {
    title: 'does not apply to nothing',
    files: { 'a.txt': '' },
    outcome: 'not-applicable',
  },
]);
