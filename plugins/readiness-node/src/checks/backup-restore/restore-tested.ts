import type { Finding } from 'backstage-plugin-readiness-common';
import {
  type CheckContext,
  defineCheck,
  describeStateless,
  fail,
  findStateful,
  notApplicable,
  pass,
  presence,
} from '../../check';

type Facts = CheckContext['facts'];

const RESTORE_COMMAND =
  /\b(pg_restore|mongorestore|restic restore|velero restore|restore-db-(instance|cluster)|start-restore-job|gcloud sql backups restore|az (postgres|mysql|sql)\b.*\brestore|restore[-_](test|drill|check|verify)|(test|verify)[-_](backup|restore))\b/i;
const RESTORE_HEADING =
  /\b(restor(e|es|ing|ation)|disaster recovery|recover(ing)? (from|a|the) (backup|snapshot|data))/i;

export const restoreTested = defineCheck({
  id: 'restore-tested',
  category: 'backup-restore',
  kind: 'presence',
  level: 2,
  severity: 'high',
  title: 'Restoring is rehearsed',
  description:
    'A restore testing plan of AWS Backup, or a scheduled job that restores a backup and looks at it. A runbook section on restoring earns half. Not applicable when nothing stateful exists.',
  rationale:
    'Backups fail silently: a changed password, a full bucket, an encryption key nobody kept. The first restore is either a rehearsal on a quiet Tuesday or the real thing at night, and only one of them can be repeated.',
  isAttestable: true,
  references: [
    {
      title: 'AWS Backup: restore testing',
      url: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html',
    },
  ],
  remediation: {
    summary:
      'Add an aws_backup_restore_testing_plan, or a scheduled job that restores the newest backup into a throw-away database and queries it. Until then write down how to restore in the runbook.',
    effortMinutes: 240,
    snippets: {
      terraform:
        'resource "aws_backup_restore_testing_plan" "monthly" {\n  name                = "monthly"\n  schedule_expression = "cron(0 5 1 * ? *)"\n  recovery_point_selection {\n    algorithm            = "LATEST_WITHIN_WINDOW"\n    include_vaults       = ["*"]\n    recovery_point_types = ["SNAPSHOT"]\n  }\n}\n',
      yaml: 'on:\n  schedule:\n    - cron: "0 5 1 * *"\njobs:\n  restore-test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ./scripts/restore-test.sh\n',
    },
  },
  examples: [
    {
      title: 'A restore testing plan',
      files: {
        'main.tf':
          'resource "aws_db_instance" "orders" {}\nresource "aws_backup_restore_testing_plan" "monthly" {\n  name = "monthly"\n}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'aws_backup_restore_testing_plan.monthly',
          outcome: 'pass',
          at: 'main.tf:2',
        },
      ],
    },
    {
      title: 'A section of the runbook is half of it',
      files: {
        'main.tf': 'resource "aws_db_instance" "orders" {}\n',
        'docs/runbook.md':
          '# Runbook\n\nHow to run the shop.\n\n## Restoring the database\n\nStart from the newest snapshot and check the number of orders before you switch over.\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'docs/runbook.md',
          outcome: 'fail',
          at: 'docs/runbook.md:5',
        },
      ],
    },
    {
      title: 'A database nobody has ever restored',
      files: {
        'a.yaml': 'Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n',
      },
      outcome: 'fail',
    },
    {
      title: 'Nothing to restore',
      files: { 'main.go': 'package main\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate(context) {
    const { facts, scope } = context;
    if (findStateful(facts).length === 0)
      return notApplicable(describeStateless(scope.fileCount));
    const proof = [...findPlans(facts), ...findScheduledRestores(facts)];
    const findings = proof.length > 0 ? proof : findSections(facts);
    return presence(
      context,
      'restore tests (a restore testing plan, a scheduled restore job)',
      findings,
    );
  },
});

function findPlans(facts: Facts): readonly Finding[] {
  return facts.backupPlans
    .filter(plan => plan.isRestoreTest)
    .map(plan =>
      pass(plan, { message: `${plan.subject} rehearses restoring` }),
    );
}

/** Jobs of pipelines that run by schedule and restore something. */
function findScheduledRestores(facts: Facts): readonly Finding[] {
  return facts.jobs
    .filter(job => job.triggers.some(trigger => trigger.kind === 'schedule'))
    .flatMap(job => {
      const command = job.commands.find(each =>
        RESTORE_COMMAND.test(each.text),
      );
      if (command === undefined) return [];
      return [
        pass(job, {
          message: `runs by schedule: ${command.text.slice(0, 80)}`,
          at: [command.location],
        }),
      ];
    });
}

function findSections(facts: Facts): readonly Finding[] {
  return facts.documents.flatMap(document => {
    const heading = document.headings.find(
      each => RESTORE_HEADING.test(each.text) && each.characters > 40,
    );
    if (heading === undefined) return [];
    return [
      fail(document, {
        message: `"${heading.text}" says how to restore, but nothing rehearses it`,
        partial: true,
        expected: 'a restore testing plan or a scheduled restore job',
        at: [heading.location],
      }),
    ];
  });
}
