import { testCheck } from '../../testing';
import { restoreTested } from './restore-tested';

const DATABASE = { 'main.tf': 'resource "aws_db_instance" "orders" {}\n' };
const workflow = (trigger: string) => `name: restore
on:
  ${trigger}
jobs:
  restore:
    runs-on: ubuntu-latest
    steps:
      - run: pg_restore --dbname "$URL" latest.dump
`;

testCheck(restoreTested, [
  {
    title: 'takes a scheduled workflow that restores',
    files: {
      ...DATABASE,
      '.github/workflows/restore.yml': workflow(
        "schedule: [{ cron: '0 5 1 * *' }]",
      ),
    },
    outcome: 'pass',
    findings: [
      {
        subject: '.github/workflows/restore.yml#restore',
        outcome: 'pass',
        at: '.github/workflows/restore.yml:8',
      },
    ],
  },
  {
    title: 'not one that is started by hand',
    files: {
      ...DATABASE,
      '.github/workflows/restore.yml': workflow('workflow_dispatch: {}'),
    },
    outcome: 'fail',
    findings: [{ subject: 'component:default/sample', outcome: 'fail' }],
    isComplete: true,
  },
  {
    title: 'takes a CronJob that restores',
    files: {
      'pvc.yaml':
        'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: data\n',
      'job.yaml':
        'apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: drill\nspec:\n  schedule: "@monthly"\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          containers:\n            - name: drill\n              image: postgres:16\n              args: [pg_restore, -d, check, /backup/latest]\n',
    },
    outcome: 'pass',
    findings: [
      { subject: 'CronJob/default/drill', outcome: 'pass', at: 'job.yaml:1' },
    ],
  },
  {
    title: 'takes CloudFormation’s plan',
    files: {
      'a.yaml':
        'Resources:\n  Plan:\n    Type: AWS::Backup::RestoreTestingPlan\n  Data:\n    Type: AWS::S3::Bucket\n',
    },
    outcome: 'pass',
    findings: [{ subject: 'Plan', outcome: 'pass', at: 'a.yaml:2' }],
    isComplete: true,
  },
]);
