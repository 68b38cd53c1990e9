import {
  defineCheck,
  explainNoSubject,
  forEachSubject,
  judgeSetting,
  listRules,
  mergeFindings,
  withFindings,
} from '../../check';
import { TABLE } from './offsiteBackupWords';

export const offsiteBackup = defineCheck({
  id: 'offsite-backup',
  category: 'backup-restore',
  kind: 'subject',
  level: 3,
  severity: 'medium',
  title: 'Backups lie in another region or account too',
  description:
    'Backups are copied to a second region or account: copy actions of AWS Backup, replicated automated backups of RDS, snapshot copies of Redshift, geo-redundant backups on Azure, multi-region backups of Cloud SQL. Read replicas are left out.',
  rationale:
    'A backup that lives beside its database shares its fate: a regional outage, a compromised account or a script with too many permissions takes both. A copy behind other credentials is what remains after the worst day.',
  knownAs: listRules(TABLE),
  references: [
    {
      title: 'AWS Backup: copies across regions',
      url: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/cross-region-backup.html',
    },
    {
      title: 'RDS: replicating automated backups',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReplicateBackups.html',
    },
    {
      title: 'Azure Database for PostgreSQL: backup and restore',
      url: 'https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-backup-restore',
    },
  ],
  remediation: {
    summary:
      'Add a copy_action to the backup plan (a vault in another region or account), an aws_db_instance_automated_backups_replication, or set geo_redundant_backup_enabled = true when the server is created.',
    effortMinutes: 120,
    snippets: {
      terraform:
        'resource "aws_db_instance_automated_backups_replication" "orders" {\n  provider               = aws.frankfurt\n  source_db_instance_arn = aws_db_instance.orders.arn\n  retention_period       = 14\n}\n',
      cloudformation:
        'Plan:\n  Type: AWS::Backup::BackupPlan\n  Properties:\n    BackupPlan:\n      BackupPlanRule:\n        - CopyActions:\n            - DestinationBackupVaultArn: !Ref OtherVault\n',
    },
  },
  examples: [
    {
      title: 'Automated backups replicated to another region',
      files: {
        'main.tf':
          'resource "aws_db_instance" "orders" {}\nresource "aws_db_instance_automated_backups_replication" "orders" {\n  source_db_instance_arn = aws_db_instance.orders.arn\n}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'aws_db_instance_automated_backups_replication.orders',
          outcome: 'pass',
          at: 'main.tf:2',
        },
      ],
    },
    {
      title: 'Backups of one region on Azure',
      files: {
        'main.tf':
          'resource "azurerm_postgresql_flexible_server" "orders" {}\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'azurerm_postgresql_flexible_server.orders',
          outcome: 'fail',
          at: 'main.tf:1',
        },
      ],
    },
    {
      title: 'A plan of CloudFormation that copies nothing',
      files: {
        'a.yaml':
          'Resources:\n  Plan:\n    Type: AWS::Backup::BackupPlan\n    Properties:\n      BackupPlan:\n        BackupPlanRule:\n          - RuleName: daily\n  Data:\n    Type: AWS::DynamoDB::Table\n',
      },
      outcome: 'fail',
      findings: [{ subject: 'Plan', outcome: 'fail', at: 'a.yaml:2' }],
    },
  ],
  evaluate(context) {
    const { facts } = context;
    const reason = explainNoSubject(
      context,
      'no database or backup plan in the files read',
    );
    const stores = forEachSubject(
      [...facts.databases, ...facts.warehouses],
      reason,
      store =>
        store.backedUpOffsite &&
        judgeSetting(store, store.backedUpOffsite, {
          table: TABLE,
          expected: 'a copy in another region or account',
        }),
    );
    const plans = facts.backupPlans.flatMap(plan =>
      plan.copiesOffsite
        ? [
            judgeSetting(plan, plan.copiesOffsite, {
              table: TABLE,
              expected: 'a copy action',
            }),
          ]
        : [],
    );
    const findings = [
      ...(stores.kind === 'findings' ? stores.findings : []),
      ...plans,
    ];
    return findings.length === 0
      ? stores
      : withFindings(mergeFindings(findings));
  },
});
