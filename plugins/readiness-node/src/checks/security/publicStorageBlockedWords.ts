import type { SettingTable } from '../../check';
import type { PublicAccessFact } from '../../facts/types/dataStores';

const BLOCK = 'an aws_s3_bucket_public_access_block with all four flags true';

const COMPANION = 'aws_s3_bucket_public_access_block';

const MISSING: SettingTable = {
  aws_s3_bucket: { expected: BLOCK, rules: ['CKV2_AWS_6', 'AWS-0094'] },
};

function flag(
  name: string,
  stackName: string,
  ...rules: string[]
): SettingTable {
  return {
    ...MISSING,
    [COMPANION]: { expected: `${name} = true`, rules },
    aws_s3_account_public_access_block: { expected: `${name} = true` },
    'AWS::S3::Bucket': {
      expected: `PublicAccessBlockConfiguration: { ${stackName}: true }`,
      rules,
    },
  };
}

/** How each resource type says it, and the rules that ask the same. */
export const TABLES: Readonly<
  Record<NonNullable<PublicAccessFact['aspect']>, SettingTable>
> = {
  'block-public-acls': flag(
    'block_public_acls',
    'BlockPublicAcls',
    'CKV_AWS_53',
    'AWS-0086',
  ),
  'block-public-policy': flag(
    'block_public_policy',
    'BlockPublicPolicy',
    'CKV_AWS_54',
    'AWS-0087',
  ),
  'ignore-public-acls': flag(
    'ignore_public_acls',
    'IgnorePublicAcls',
    'CKV_AWS_55',
    'AWS-0091',
  ),
  'restrict-public-buckets': flag(
    'restrict_public_buckets',
    'RestrictPublicBuckets',
    'CKV_AWS_56',
    'AWS-0093',
  ),
  acl: {
    aws_s3_bucket: {
      expected: 'no public acl',
      rules: ['CKV_AWS_20', 'CKV_AWS_57', 'AWS-0092'],
    },
    aws_s3_bucket_acl: {
      expected: 'acl = "private"',
      rules: ['CKV_AWS_20', 'CKV_AWS_57', 'AWS-0092'],
    },
    'AWS::S3::Bucket': {
      expected: 'AccessControl: Private',
      rules: ['CKV_AWS_20', 'CKV_AWS_57', 'AWS-0092'],
    },
    azurerm_storage_container: {
      expected: 'container_access_type = "private"',
      rules: ['CKV_AZURE_34', 'AZU-0007'],
    },
  },
  members: {
    google_storage_bucket_iam_member: {
      expected: 'no allUsers',
      rules: ['CKV_GCP_28', 'GCP-0001'],
    },
    google_storage_bucket_iam_binding: {
      expected: 'no allUsers',
      rules: ['CKV_GCP_28', 'GCP-0001'],
    },
  },
};

/** How each resource type says it, and the rules that ask the same. */
export const WHOLE: SettingTable = {
  google_storage_bucket: {
    expected: 'public_access_prevention = "enforced"',
    rules: ['CKV_GCP_114'],
  },
  azurerm_storage_account: {
    expected:
      'allow_nested_items_to_be_public = false or public_network_access_enabled = false',
    rules: ['CKV_AZURE_59'],
  },
};
