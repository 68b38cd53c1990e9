import {
  defineCheck,
  forEachSubject,
  judgeSetting,
  listRules,
} from '../../check';
import { TABLE } from './encryptionAtRestWords';

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
