import type { SettingTable } from '../../check';

/** How each resource type says it, and the rules that ask the same. */
export const TABLE: SettingTable = {
  aws_s3_bucket: {
    expected: 'an aws_s3_bucket_lifecycle_configuration',
    rules: ['CKV2_AWS_61'],
  },
  aws_s3_bucket_lifecycle_configuration: {
    expected: 'an enabled rule',
    rules: ['CKV2_AWS_61'],
  },
  'AWS::S3::Bucket': { expected: 'LifecycleConfiguration' },
  google_storage_bucket: { expected: 'a lifecycle_rule' },
  azurerm_storage_account: { expected: 'an azurerm_storage_management_policy' },
  aws_ecr_repository: { expected: 'an aws_ecr_lifecycle_policy' },
  'AWS::ECR::Repository': { expected: 'LifecyclePolicy' },
  google_artifact_registry_repository: { expected: 'cleanup_policies' },
  azurerm_container_registry: {
    expected: 'retention_policy_in_days',
    rules: ['CKV_AZURE_167'],
  },
};

/** How each resource type says it, and the rules that ask the same. */
export const UPLOADS: SettingTable = {
  aws_s3_bucket: { expected: 'a rule with abort_incomplete_multipart_upload' },
  aws_s3_bucket_lifecycle_configuration: {
    expected: 'abort_incomplete_multipart_upload in a rule',
    rules: ['CKV_AWS_300'],
  },
  'AWS::S3::Bucket': { expected: 'AbortIncompleteMultipartUpload in a rule' },
};
