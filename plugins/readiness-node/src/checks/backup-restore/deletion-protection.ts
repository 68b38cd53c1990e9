import {
  defineCheck,
  explainNoSubject,
  forEachSubject,
  judgeSetting,
  listRules,
  mergeFindings,
  withFindings,
} from '../../check';
import { FLAG, TABLE } from './deletionProtectionWords';

export const deletionProtection = defineCheck({
  id: 'deletion-protection',
  category: 'backup-restore',
  kind: 'subject',
  level: 1,
  severity: 'high',
  title: 'Databases and vaults cannot be deleted by accident',
  description:
    'Database instances and clusters have deletion_protection, prevent_destroy, a management lock, or a DeletionPolicy that keeps the data; key vaults have purge protection. A final snapshot alone is a note and no pass.',
  rationale:
    'A renamed resource, a wrong workspace or a stack deleted by mistake takes the database with it, and its automatic backups too. Protection turns that from an incident into an error message.',
  knownAs: listRules(TABLE),
  references: [
    {
      title: 'Deleting a DB instance: deletion protection',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html',
    },
    {
      title: 'CloudFormation DeletionPolicy',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html',
    },
    {
      title: 'Key Vault soft delete and purge protection',
      url: 'https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview',
    },
  ],
  remediation: {
    summary:
      'Set deletion_protection = true (or lifecycle { prevent_destroy = true }), DeletionPolicy and UpdateReplacePolicy: Retain or Snapshot, purge_protection_enabled = true.',
    effortMinutes: 10,
    snippets: {
      terraform:
        'resource "aws_db_instance" "orders" {\n  deletion_protection = true\n}\n\nresource "azurerm_key_vault" "shop" {\n  purge_protection_enabled = true\n}\n',
      cloudformation:
        'Orders:\n  Type: AWS::RDS::DBInstance\n  DeletionPolicy: Snapshot\n  UpdateReplacePolicy: Snapshot\n  Properties:\n    DeletionProtection: true\n',
    },
  },
  examples: [
    {
      title: 'Protected by its own attribute',
      files: {
        'main.tf':
          'resource "aws_db_instance" "orders" {\n  deletion_protection = true\n}\n',
      },
      outcome: 'pass',
      findings: [
        { subject: 'aws_db_instance.orders', outcome: 'pass', at: 'main.tf:2' },
      ],
    },
    {
      title: 'A final snapshot alone',
      files: {
        'main.tf':
          'resource "aws_rds_cluster" "orders" {\n  final_snapshot_identifier = "last"\n}\n',
      },
      outcome: 'fail',
      findings: [
        { subject: 'aws_rds_cluster.orders', outcome: 'fail', at: 'main.tf:1' },
      ],
    },
    {
      title: 'A stack that keeps its database',
      files: {
        'db.yaml':
          'Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n    DeletionPolicy: Retain\n',
      },
      outcome: 'pass',
      findings: [{ subject: 'Orders', outcome: 'pass', at: 'db.yaml:4' }],
    },
    {
      title: 'A key vault that can be purged',
      files: { 'main.tf': 'resource "azurerm_key_vault" "shop" {}\n' },
      outcome: 'fail',
      findings: [
        { subject: 'azurerm_key_vault.shop', outcome: 'fail', at: 'main.tf:1' },
      ],
    },
  ],
  evaluate(context) {
    const { facts } = context;
    const reason = explainNoSubject(
      context,
      'no database instance, cluster or key vault in the files read',
    );
    const databases = forEachSubject(
      facts.databases,
      reason,
      database =>
        database.deletionProtected &&
        judgeSetting(database, database.deletionProtected, {
          table: TABLE,
          expected: FLAG,
        }),
    );
    const vaults = facts.keyVaults.map(vault =>
      judgeSetting(vault, vault.purgeProtected, {
        table: TABLE,
        expected: 'purge protection',
      }),
    );
    const findings = [
      ...(databases.kind === 'findings' ? databases.findings : []),
      ...vaults,
    ];
    return findings.length === 0
      ? databases
      : withFindings(mergeFindings(findings));
  },
});
