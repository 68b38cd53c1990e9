import type { SettingTable } from '../../check';

const STORAGE = 'storage_encrypted = true';

const STACK_STORAGE = 'StorageEncrypted: true';

/** How each resource type says it, and the rules that ask the same. */
export const TABLE: SettingTable = {
  aws_db_instance: { expected: STORAGE, rules: ['CKV_AWS_16', 'AWS-0080'] },
  'AWS::RDS::DBInstance': {
    expected: STACK_STORAGE,
    rules: ['CKV_AWS_16', 'AWS-0080'],
  },
  aws_rds_cluster: { expected: STORAGE, rules: ['CKV_AWS_96', 'AWS-0079'] },
  'AWS::RDS::DBCluster': {
    expected: STACK_STORAGE,
    rules: ['CKV_AWS_96', 'AWS-0079'],
  },
  aws_docdb_cluster: { expected: STORAGE, rules: ['CKV_AWS_74', 'AWS-0021'] },
  'AWS::DocDB::DBCluster': {
    expected: STACK_STORAGE,
    rules: ['CKV_AWS_74', 'AWS-0021'],
  },
  aws_neptune_cluster: { expected: STORAGE, rules: ['CKV_AWS_44', 'AWS-0076'] },
  'AWS::Neptune::DBCluster': {
    expected: STACK_STORAGE,
    rules: ['CKV_AWS_44', 'AWS-0076'],
  },
  aws_elasticache_replication_group: {
    expected: 'at_rest_encryption_enabled = true',
    rules: ['CKV_AWS_29', 'AWS-0045'],
  },
  'AWS::ElastiCache::ReplicationGroup': {
    expected: 'AtRestEncryptionEnabled: true',
    rules: ['CKV_AWS_29', 'AWS-0045'],
  },
  aws_dax_cluster: {
    expected: 'server_side_encryption { enabled = true }',
    rules: ['CKV_AWS_47', 'AWS-0023'],
  },
  'AWS::DAX::Cluster': {
    expected: 'SSESpecification: { SSEEnabled: true }',
    rules: ['CKV_AWS_47', 'AWS-0023'],
  },
  aws_opensearch_domain: {
    expected: 'encrypt_at_rest { enabled = true }',
    rules: ['CKV_AWS_5', 'AWS-0048'],
  },
  aws_elasticsearch_domain: {
    expected: 'encrypt_at_rest { enabled = true }',
    rules: ['CKV_AWS_5', 'AWS-0048'],
  },
  'AWS::OpenSearchService::Domain': {
    expected: 'EncryptionAtRestOptions: { Enabled: true }',
    rules: ['CKV_AWS_5', 'AWS-0048'],
  },
  'AWS::Elasticsearch::Domain': {
    expected: 'EncryptionAtRestOptions: { Enabled: true }',
    rules: ['CKV_AWS_5', 'AWS-0048'],
  },
  aws_redshift_cluster: {
    expected: 'encrypted = true',
    rules: ['CKV_AWS_64', 'AWS-0084'],
  },
  'AWS::Redshift::Cluster': {
    expected: 'Encrypted: true',
    rules: ['CKV_AWS_64', 'AWS-0084'],
  },
  aws_s3_bucket: {
    expected: 'server-side encryption',
    rules: ['CKV_AWS_19', 'AWS-0088'],
  },
  aws_s3_bucket_server_side_encryption_configuration: {
    expected: 'an sse_algorithm',
    rules: ['CKV_AWS_19', 'AWS-0088'],
  },
  'AWS::S3::Bucket': {
    expected: 'BucketEncryption',
    rules: ['CKV_AWS_19', 'AWS-0088'],
  },
  aws_ebs_volume: {
    expected: 'encrypted = true',
    rules: ['CKV_AWS_3', 'AWS-0026'],
  },
  'AWS::EC2::Volume': {
    expected: 'Encrypted: true',
    rules: ['CKV_AWS_3', 'AWS-0026'],
  },
  aws_instance: {
    expected: 'encrypted = true in every block device',
    rules: ['CKV_AWS_8', 'AWS-0131'],
  },
  aws_launch_configuration: {
    expected: 'encrypted = true in every block device',
    rules: ['CKV_AWS_8', 'AWS-0008'],
  },
  'AWS::AutoScaling::LaunchConfiguration': {
    expected: 'Encrypted: true in every block device',
    rules: ['CKV_AWS_8', 'AWS-0008'],
  },
  aws_efs_file_system: {
    expected: 'encrypted = true',
    rules: ['CKV_AWS_42', 'AWS-0037'],
  },
  'AWS::EFS::FileSystem': {
    expected: 'Encrypted: true',
    rules: ['CKV_AWS_42', 'AWS-0037'],
  },
  aws_sqs_queue: {
    expected: 'sqs_managed_sse_enabled = true or kms_master_key_id',
    rules: ['CKV_AWS_27', 'AWS-0096'],
  },
  'AWS::SQS::Queue': {
    expected: 'SqsManagedSseEnabled: true or KmsMasterKeyId',
    rules: ['CKV_AWS_27', 'AWS-0096'],
  },
  aws_sns_topic: {
    expected: 'kms_master_key_id',
    rules: ['CKV_AWS_26', 'AWS-0095'],
  },
  'AWS::SNS::Topic': {
    expected: 'KmsMasterKeyId',
    rules: ['CKV_AWS_26', 'AWS-0095'],
  },
  aws_kinesis_stream: {
    expected: 'encryption_type = "KMS"',
    rules: ['CKV_AWS_43', 'AWS-0064'],
  },
  'AWS::Kinesis::Stream': {
    expected: 'StreamEncryption: { EncryptionType: KMS }',
    rules: ['CKV_AWS_43', 'AWS-0064'],
  },
  aws_kinesis_firehose_delivery_stream: {
    expected: 'server_side_encryption { enabled = true }',
    rules: ['CKV_AWS_240'],
  },
  aws_eks_cluster: {
    expected: 'encryption_config for secrets',
    rules: ['CKV_AWS_58', 'AWS-0039'],
  },
  'AWS::EKS::Cluster': {
    expected: 'EncryptionConfig for secrets',
    rules: ['CKV_AWS_58', 'AWS-0039'],
  },
  azurerm_mssql_database: {
    expected: 'transparent_data_encryption_enabled = true',
  },
};
