import {
  defineCheck,
  forEachSubject,
  judgeSetting,
  listRules,
} from '../../check';
import type { BucketFact, RegistryFact } from '../../facts/types/dataStores';
import { TABLE, UPLOADS } from './storageLifecycleWords';

export const storageLifecycle = defineCheck({
  id: 'storage-lifecycle',
  category: 'cost-optimization',
  kind: 'subject',
  level: 2,
  severity: 'medium',
  title: 'Storage is cleaned up by rules',
  description:
    'Buckets and registries have an enabled lifecycle rule (aspect lifecycle), and S3 buckets drop unfinished uploads (aspect multipart-abort).',
  rationale:
    'Old versions, old images and parts of uploads that never finished are paid for every month and seen by nobody. A rule written once keeps a bill from growing with the age of the service; unfinished uploads don’t even show up in a listing.',
  knownAs: listRules(TABLE, UPLOADS),
  references: [
    {
      title: 'S3: managing the lifecycle of objects',
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html',
    },
    {
      title: 'ECR lifecycle policies',
      url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html',
    },
    {
      title: 'Cloud Storage: object lifecycle management',
      url: 'https://cloud.google.com/storage/docs/lifecycle',
    },
  ],
  remediation: {
    summary:
      'Attach an aws_s3_bucket_lifecycle_configuration with expiration or transition and abort_incomplete_multipart_upload, and an aws_ecr_lifecycle_policy to every repository.',
    effortMinutes: 20,
    snippets: {
      terraform:
        'resource "aws_s3_bucket_lifecycle_configuration" "uploads" {\n  bucket = aws_s3_bucket.uploads.id\n  rule {\n    id     = "clean-up"\n    status = "Enabled"\n    filter {}\n    noncurrent_version_expiration {\n      noncurrent_days = 30\n    }\n    abort_incomplete_multipart_upload {\n      days_after_initiation = 7\n    }\n  }\n}\n',
      cloudformation:
        'Uploads:\n  Type: AWS::S3::Bucket\n  Properties:\n    LifecycleConfiguration:\n      Rules:\n        - Status: Enabled\n          AbortIncompleteMultipartUpload:\n            DaysAfterInitiation: 7\n',
    },
  },
  examples: [
    {
      title: 'A rule that forgets unfinished uploads',
      files: {
        'main.tf':
          'resource "aws_s3_bucket" "uploads" {}\nresource "aws_s3_bucket_lifecycle_configuration" "uploads" {\n  bucket = aws_s3_bucket.uploads.id\n  rule {\n    status = "Enabled"\n    expiration {\n      days = 30\n    }\n  }\n}\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'aws_s3_bucket_lifecycle_configuration.uploads',
          aspect: 'lifecycle',
          outcome: 'pass',
          at: 'main.tf:4',
        },
        {
          subject: 'aws_s3_bucket_lifecycle_configuration.uploads',
          aspect: 'multipart-abort',
          outcome: 'fail',
          at: 'main.tf:2',
        },
      ],
    },
    {
      title: 'A registry of CloudFormation with a policy',
      files: {
        'a.yaml':
          'Resources:\n  Images:\n    Type: AWS::ECR::Repository\n    Properties:\n      LifecyclePolicy: { LifecyclePolicyText: "{}" }\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'Images',
          aspect: 'lifecycle',
          outcome: 'pass',
          at: 'a.yaml:5',
        },
      ],
    },
    {
      title: 'A Google bucket that keeps everything',
      files: { 'main.tf': 'resource "google_storage_bucket" "uploads" {}\n' },
      outcome: 'fail',
      findings: [
        {
          subject: 'google_storage_bucket.uploads',
          aspect: 'lifecycle',
          outcome: 'fail',
          at: 'main.tf:1',
        },
      ],
    },
  ],
  evaluate({ facts }) {
    const stores: readonly (BucketFact | RegistryFact)[] = [
      ...facts.buckets,
      ...facts.registries,
    ];
    return forEachSubject(
      stores,
      'no bucket or registry in the files read',
      store => [
        ...(store.hasLifecycle
          ? [
              judgeSetting(store, store.hasLifecycle, {
                aspect: 'lifecycle',
                table: TABLE,
                expected: 'a lifecycle rule',
              }),
            ]
          : []),
        ...('abortsMultipartUploads' in store && store.abortsMultipartUploads
          ? [
              judgeSetting(store, store.abortsMultipartUploads, {
                aspect: 'multipart-abort',
                table: UPLOADS,
                expected: 'a rule that drops unfinished uploads',
              }),
            ]
          : []),
      ],
    );
  },
});
