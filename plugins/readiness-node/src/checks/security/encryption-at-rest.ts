import {
  defineCheck,
  forEachSubject,
  judgeSetting,
  listRules,
  type SettingTable,
} from '../../check';

const STORAGE = 'storage_encrypted = true';
const STACK_STORAGE = 'StorageEncrypted: true';
const TABLE: SettingTable = {
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

export const encryptionAtRest = defineCheck({
  id: 'encryption-at-rest',
  category: 'security',
  kind: 'subject',
  level: 1,
  severity: 'critical',
  title: 'Data is encrypted at rest',
  description:
    'Databases, volumes, buckets, queues, topics, caches, search domains and the secrets of clusters are encrypted where they are stored. What a provider encrypts by itself passes and says so.',
  rationale:
    'Disks are replaced, snapshots are shared with the wrong account, and backups are copied to places nobody remembers. Encryption makes each of those a nuisance instead of a breach. It costs nothing, but for a database it can only be chosen when it is created.',
  knownAs: listRules(TABLE),
  references: [
    {
      title: 'Encrypting Amazon RDS resources',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html',
    },
    {
      title: 'S3: default encryption',
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html',
    },
    {
      title: 'Google Cloud: default encryption at rest',
      url: 'https://cloud.google.com/docs/security/encryption/default-encryption',
    },
  ],
  remediation: {
    summary:
      'Set storage_encrypted, encrypted or at_rest_encryption_enabled to true, kms_master_key_id on topics, encryption_config on EKS. An existing database is encrypted by restoring a copy of its snapshot with a key.',
    effortMinutes: 60,
    snippets: {
      terraform:
        'resource "aws_db_instance" "orders" {\n  storage_encrypted = true\n}\n\nresource "aws_ebs_volume" "data" {\n  encrypted = true\n}\n',
      cloudformation:
        'Orders:\n  Type: AWS::RDS::DBInstance\n  Properties:\n    StorageEncrypted: true\n',
    },
  },
  examples: [
    {
      title: 'An encrypted and a plain database',
      files: {
        'main.tf':
          'resource "aws_db_instance" "orders" {\n  storage_encrypted = true\n}\nresource "aws_db_instance" "old" {\n  storage_encrypted = false\n}\n',
      },
      outcome: 'fail',
      findings: [
        { subject: 'aws_db_instance.orders', outcome: 'pass', at: 'main.tf:2' },
        { subject: 'aws_db_instance.old', outcome: 'fail', at: 'main.tf:5' },
      ],
    },
    {
      title: 'S3 and SQS encrypt by themselves',
      files: {
        'a.yaml':
          'Resources:\n  Uploads:\n    Type: AWS::S3::Bucket\n  Orders:\n    Type: AWS::SQS::Queue\n',
      },
      outcome: 'pass',
      findings: [
        { subject: 'Uploads', outcome: 'pass', at: 'a.yaml:2' },
        { subject: 'Orders', outcome: 'pass', at: 'a.yaml:4' },
      ],
    },
    {
      title: 'So does all of Google Cloud',
      files: {
        'main.tf': 'resource "google_sql_database_instance" "orders" {}\n',
      },
      outcome: 'pass',
    },
  ],
  evaluate({ facts }) {
    const stores = [
      ...facts.databases,
      ...facts.tables,
      ...facts.caches,
      ...facts.searchDomains,
      ...facts.warehouses,
      ...facts.buckets,
      ...facts.queues,
      ...facts.topics,
      ...facts.volumes,
      ...facts.secretStores,
    ];
    return forEachSubject(
      stores,
      'nothing that stores data in the files read',
      store =>
        store.encryptedAtRest &&
        judgeSetting(store, store.encryptedAtRest, {
          table: TABLE,
          expected: 'encryption at rest',
        }),
    );
  },
});
