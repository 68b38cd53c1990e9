import type { SettingTable } from '../../check';

/** How each resource type says it, and the rules that ask the same. */
export const TABLE: SettingTable = {
  aws_s3_bucket: {
    expected: 'an aws_s3_bucket_replication_configuration',
    rules: ['CKV_AWS_144'],
  },
  aws_s3_bucket_replication_configuration: {
    expected: 'an enabled rule',
    rules: ['CKV_AWS_144'],
  },
  'AWS::S3::Bucket': { expected: 'ReplicationConfiguration' },
  google_storage_bucket: { expected: 'a multi-region location: US, EU, ASIA' },
  azurerm_storage_account: {
    expected: 'account_replication_type = "GRS" or "GZRS"',
    rules: ['CKV_AZURE_206'],
  },
  azurerm_container_registry: {
    expected: 'georeplications',
    rules: ['CKV_AZURE_165'],
  },
  aws_cloudfront_distribution: {
    expected: 'an origin_group for failover',
    rules: ['CKV_AWS_310'],
  },
  'AWS::CloudFront::Distribution': {
    expected: 'OriginGroups',
    rules: ['CKV_AWS_310'],
  },
};
