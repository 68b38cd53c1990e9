import {
  defineCheck,
  forEachSubject,
  judgeSetting,
  listRules,
} from '../../check';
import type { BucketFact } from '../../facts/types/dataStores';
import { TABLES, WHOLE } from './publicStorageBlockedWords';

export const publicStorageBlocked = defineCheck({
  id: 'public-storage-blocked',
  category: 'security',
  kind: 'subject',
  level: 1,
  severity: 'high',
  title: 'Buckets cannot become public',
  description:
    'S3 buckets have all four flags of a public access block (an aspect each) and no public ACL, Google buckets enforce public access prevention, Azure storage accounts do not allow public blobs and public networks at once.',
  rationale:
    'Nearly every leaked bucket was private once, until a policy, an ACL or a quick test made it public. A block on the bucket makes that second mistake harmless: it wins over whatever is written later.',
  knownAs: listRules(...Object.values(TABLES), WHOLE),
  references: [
    {
      title: 'S3: blocking public access',
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    },
    {
      title: 'Cloud Storage: public access prevention',
      url: 'https://cloud.google.com/storage/docs/public-access-prevention',
    },
    {
      title: 'Azure: prevent anonymous read access',
      url: 'https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-prevent',
    },
  ],
  remediation: {
    summary:
      'Attach an aws_s3_bucket_public_access_block with all four flags true, set public_access_prevention = "enforced", or allow_nested_items_to_be_public = false. Serve public files through a CDN with origin access control.',
    effortMinutes: 15,
    snippets: {
      terraform:
        'resource "aws_s3_bucket_public_access_block" "uploads" {\n  bucket                  = aws_s3_bucket.uploads.id\n  block_public_acls       = true\n  block_public_policy     = true\n  ignore_public_acls      = true\n  restrict_public_buckets = true\n}\n',
      cloudformation:
        'Uploads:\n  Type: AWS::S3::Bucket\n  Properties:\n    PublicAccessBlockConfiguration:\n      BlockPublicAcls: true\n      BlockPublicPolicy: true\n      IgnorePublicAcls: true\n      RestrictPublicBuckets: true\n',
    },
  },
  examples: [
    {
      title: 'A bucket without a block',
      files: { 'main.tf': 'resource "aws_s3_bucket" "uploads" {}\n' },
      outcome: 'fail',
      findings: [
        {
          subject: 'aws_s3_bucket.uploads',
          aspect: 'block-public-acls',
          outcome: 'fail',
          at: 'main.tf:1',
        },
        {
          subject: 'aws_s3_bucket.uploads',
          aspect: 'acl',
          outcome: 'pass',
          at: 'main.tf:1',
        },
      ],
    },
    {
      title: 'Public access prevention of Google Cloud',
      files: {
        'main.tf':
          'resource "google_storage_bucket" "uploads" {\n  public_access_prevention = "enforced"\n}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'google_storage_bucket.uploads',
          outcome: 'pass',
          at: 'main.tf:2',
        },
      ],
    },
    {
      title: 'Three of four flags in CloudFormation',
      files: {
        'a.yaml':
          'Resources:\n  Uploads:\n    Type: AWS::S3::Bucket\n    Properties:\n      PublicAccessBlockConfiguration:\n        BlockPublicAcls: true\n        BlockPublicPolicy: true\n        IgnorePublicAcls: true\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'Uploads',
          aspect: 'block-public-acls',
          outcome: 'pass',
          at: 'a.yaml:6',
        },
        {
          subject: 'Uploads',
          aspect: 'restrict-public-buckets',
          outcome: 'fail',
          at: 'a.yaml:2',
        },
      ],
    },
  ],
  evaluate({ facts }) {
    return forEachSubject(
      facts.buckets,
      'no bucket or storage account in the files read',
      judgeBucket,
    );
  },
});

function judgeBucket(bucket: BucketFact) {
  return bucket.publicAccess.map(({ aspect, setting }) =>
    judgeSetting(bucket, setting, {
      ...(aspect !== undefined && { aspect }),
      table: aspect === undefined ? WHOLE : TABLES[aspect],
      expected: 'no access for the public',
    }),
  );
}
