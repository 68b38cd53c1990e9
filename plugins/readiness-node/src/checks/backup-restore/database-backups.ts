import {
  defineCheck,
  explainNoSubject,
  fail,
  findStateful,
  forEachSubject,
  judgeSetting,
  listRules,
  noneFound,
  toEvidence,
  withFindings,
  type CheckContext,
  type Verdict,
} from '../../check';
import type { DatabaseFact } from '../../facts/types/dataStores';
import { TABLE } from './databaseBackupsWords';

const STRICT = /DocDB|docdb|Neptune|neptune/;

export const databaseBackups = defineCheck({
  id: 'database-backups',
  category: 'backup-restore',
  kind: 'subject',
  level: 1,
  severity: 'critical',
  title: 'Databases are backed up',
  description:
    'Every database is backed up by schedule and keeps backups for 7 days; 1 to 6 days pass with a note (not for DocumentDB and Neptune), 0 fails. In Kubernetes the operator’s backup, a dump job or a Velero schedule counts. Read replicas are left out.',
  rationale:
    'Replication copies a mistaken DELETE within milliseconds; only a backup from before it brings the rows back. A week is what it takes to notice on Monday what went wrong on Friday. Terraform’s default for an RDS instance is no backup at all, which surprises people exactly once.',
  knownAs: listRules(TABLE),
  references: [
    {
      title: 'Amazon RDS: working with backups',
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html',
    },
    {
      title: 'About Cloud SQL backups',
      url: 'https://cloud.google.com/sql/docs/postgres/backup-recovery/backups',
    },
    {
      title: 'CloudNativePG: backup',
      url: 'https://cloudnative-pg.io/documentation/current/backup/',
    },
  ],
  remediation: {
    summary:
      'Set backup_retention_period to 7 or more (RDS, Aurora), backup_configuration { enabled = true } (Cloud SQL), or give the operator a backup and a schedule.',
    effortMinutes: 15,
    snippets: {
      terraform:
        'resource "aws_db_instance" "orders" {\n  backup_retention_period = 14\n}\n\nresource "google_sql_database_instance" "orders" {\n  settings {\n    backup_configuration {\n      enabled = true\n    }\n  }\n}\n',
      cloudformation:
        'Orders:\n  Type: AWS::RDS::DBInstance\n  Properties:\n    BackupRetentionPeriod: 14\n',
      kubernetes:
        'apiVersion: postgresql.cnpg.io/v1\nkind: ScheduledBackup\nspec:\n  schedule: "0 0 3 * * *"\n  cluster:\n    name: orders\n',
    },
  },
  examples: [
    {
      title: 'Two weeks of backups',
      files: {
        'main.tf':
          'resource "aws_db_instance" "orders" {\n  backup_retention_period = 14\n}\n',
      },
      outcome: 'pass',
      findings: [
        { subject: 'aws_db_instance.orders', outcome: 'pass', at: 'main.tf:2' },
      ],
    },
    {
      title: 'Terraform’s default for an instance is none',
      files: {
        'main.tf':
          'resource "aws_db_instance" "orders" {\n  engine = "postgres"\n}\n',
      },
      outcome: 'fail',
      findings: [
        { subject: 'aws_db_instance.orders', outcome: 'fail', at: 'main.tf:1' },
      ],
    },
    {
      title: 'CloudFormation’s default is one day',
      files: {
        'db.yaml': 'Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n',
      },
      outcome: 'pass',
      findings: [{ subject: 'Orders', outcome: 'pass', at: 'db.yaml:2' }],
    },
    {
      title: 'Cloud SQL without backups',
      files: {
        'main.tf':
          'resource "google_sql_database_instance" "orders" {\n  settings {\n    tier = "db-f1-micro"\n  }\n}\n',
      },
      outcome: 'fail',
      findings: [
        { subject: 'google_sql_database_instance.orders', outcome: 'fail' },
      ],
    },
  ],
  evaluate(context) {
    const reason = explainNoSubject(
      context,
      'no database of its own in the files read',
    );
    const verdict = forEachSubject(context.facts.databases, reason, database =>
      judgeBackups(database, context),
    );
    return verdict.kind === 'findings'
      ? verdict
      : judgeClients(context, verdict);
  },
});

function judgeBackups(database: DatabaseFact, { options }: CheckContext) {
  const { backupRetentionDays, hasBackups, backupSwitch } = database;
  const minimum = options.minimumBackupRetentionDays;
  if (backupRetentionDays !== undefined) {
    return judgeSetting(database, backupRetentionDays, {
      table: TABLE,
      expected: `backups kept for ${minimum} days`,
      passes: days => days >= (STRICT.test(database.type) ? minimum : 1),
      note: days =>
        days < minimum
          ? `backed up, but kept for fewer than ${minimum} days`
          : undefined,
    });
  }
  if (hasBackups?.value.state === 'absent' && backupSwitch !== undefined) {
    return fail(database, {
      message: `A dump job is there, but off by default: ${backupSwitch}`,
      expected: 'a backup by schedule',
      actual: 'off by default',
      partial: true,
    });
  }
  return (
    hasBackups &&
    judgeSetting(database, hasBackups, {
      table: TABLE,
      expected: 'a backup by schedule',
    })
  );
}

/** The application uses a database whose backups are nowhere to be seen. */
function judgeClients(context: CheckContext, otherwise: Verdict): Verdict {
  if (context.facts.databases.length > 0) return otherwise;
  const [client] = findStateful(context.facts).filter(
    each => each.kind === 'client',
  );
  if (client === undefined) return otherwise;
  const finding = noneFound(context, 'a database with backups');
  return withFindings([
    {
      ...finding,
      message: `${finding.message} (${client.message})`,
      evidence: [toEvidence(client.location)],
    },
  ]);
}
