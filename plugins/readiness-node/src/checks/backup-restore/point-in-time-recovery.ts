import {
  defineCheck,
  explainNoSubject,
  forEachSubject,
  judgeSetting,
  listRules,
  type SettingTable,
} from '../../check';

const TABLE: SettingTable = {
  aws_dynamodb_table: {
    expected: 'point_in_time_recovery { enabled = true }',
    rules: ['CKV_AWS_28', 'AWS-0024'],
  },
  'AWS::DynamoDB::Table': {
    expected:
      'PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }',
    rules: ['CKV_AWS_28', 'AWS-0024'],
  },
  'AWS::Serverless::SimpleTable': {
    expected:
      'PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }',
  },
  'AWS::DynamoDB::GlobalTable': {
    expected:
      'PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } in each replica',
    rules: ['CKV_AWS_165'],
  },
  google_sql_database_instance: {
    expected:
      'point_in_time_recovery_enabled = true (MySQL: binary_log_enabled = true)',
    rules: ['CKV2_GCP_20'],
  },
  aws_s3_bucket: {
    expected: 'versioning enabled',
    rules: ['CKV_AWS_21', 'AWS-0090'],
  },
  aws_s3_bucket_versioning: {
    expected: 'status = "Enabled"',
    rules: ['CKV_AWS_21', 'AWS-0090'],
  },
  'AWS::S3::Bucket': {
    expected: 'VersioningConfiguration: { Status: Enabled }',
    rules: ['CKV_AWS_21', 'AWS-0090'],
  },
  google_storage_bucket: {
    expected: 'versioning { enabled = true }',
    rules: ['CKV_GCP_78'],
  },
};

export const pointInTimeRecovery = defineCheck({
  id: 'point-in-time-recovery',
  category: 'backup-restore',
  kind: 'subject',
  level: 2,
  severity: 'high',
  title: 'Data can be brought back to any moment',
  description:
    'DynamoDB tables have point-in-time recovery, Cloud SQL keeps its write-ahead or binary log, buckets keep older versions of their objects.',
  rationale:
    'Most losses are not disks that break but a wrong migration, a bad deploy or a script run against the wrong table. Last night’s backup loses a day; point-in-time recovery and versions lose seconds.',
  knownAs: listRules(TABLE),
  references: [
    {
      title: 'DynamoDB point-in-time recovery',
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery.html',
    },
    {
      title: 'Using versioning in S3 buckets',
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html',
    },
    {
      title: 'Cloud SQL point-in-time recovery',
      url: 'https://cloud.google.com/sql/docs/postgres/backup-recovery/pitr',
    },
  ],
  remediation: {
    summary:
      'Set point_in_time_recovery { enabled = true } on tables, point_in_time_recovery_enabled or binary_log_enabled on Cloud SQL, and enable versioning of buckets (with a lifecycle rule that removes old versions).',
    effortMinutes: 15,
    snippets: {
      terraform:
        'resource "aws_dynamodb_table" "carts" {\n  point_in_time_recovery {\n    enabled = true\n  }\n}\n\nresource "aws_s3_bucket_versioning" "uploads" {\n  bucket = aws_s3_bucket.uploads.id\n  versioning_configuration {\n    status = "Enabled"\n  }\n}\n',
      cloudformation:
        'Carts:\n  Type: AWS::DynamoDB::Table\n  Properties:\n    PointInTimeRecoverySpecification:\n      PointInTimeRecoveryEnabled: true\n',
    },
  },
  examples: [
    {
      title: 'A table with recovery',
      files: {
        'main.tf':
          'resource "aws_dynamodb_table" "carts" {\n  point_in_time_recovery {\n    enabled = true\n  }\n}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'aws_dynamodb_table.carts',
          outcome: 'pass',
          at: 'main.tf:3',
        },
      ],
    },
    {
      title: 'Versioning by a companion, and none',
      files: {
        'main.tf':
          'resource "aws_s3_bucket" "uploads" {}\nresource "aws_s3_bucket_versioning" "uploads" {\n  bucket = aws_s3_bucket.uploads.id\n  versioning_configuration {\n    status = "Enabled"\n  }\n}\nresource "aws_s3_bucket" "bare" {}\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'aws_s3_bucket_versioning.uploads',
          outcome: 'pass',
          at: 'main.tf:5',
        },
        { subject: 'aws_s3_bucket.bare', outcome: 'fail', at: 'main.tf:8' },
      ],
    },
    {
      title: 'A table of CloudFormation without it',
      files: {
        'a.yaml': 'Resources:\n  Carts:\n    Type: AWS::DynamoDB::Table\n',
      },
      outcome: 'fail',
      findings: [{ subject: 'Carts', outcome: 'fail', at: 'a.yaml:2' }],
    },
  ],
  evaluate(context) {
    const { facts } = context;
    const reason = explainNoSubject(
      context,
      'no table, bucket or Cloud SQL instance in the files read',
    );
    return forEachSubject(
      [...facts.tables, ...facts.databases, ...facts.buckets],
      reason,
      store =>
        store.pointInTimeRecovery &&
        judgeSetting(store, store.pointInTimeRecovery, {
          table: getTable(store),
          expected: 'point-in-time recovery',
        }),
    );
  },
});

/** CKV2_GCP_20 asks MySQL only. */
function getTable(store: object): SettingTable {
  const engine = 'engine' in store ? String(store.engine) : 'MYSQL';
  if (engine.startsWith('MYSQL')) return TABLE;
  return {
    ...TABLE,
    google_sql_database_instance: {
      expected: 'point_in_time_recovery_enabled = true',
    },
  };
}
