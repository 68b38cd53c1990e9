import { testCheck } from '../../testing';
import { costEstimates } from './cost-estimates';

const tf = { 'main.tf': 'resource "aws_sqs_queue" "a" {}\n' };

testCheck(costEstimates, [
  {
    title: 'an action',
    files: {
      ...tf,
      '.github/workflows/c.yml':
        'on: push\njobs:\n  c:\n    steps:\n      - uses: infracost/actions/setup@v3\n',
    },
    outcome: 'pass',
    findings: [
      {
        subject: '.github/workflows/c.yml#c',
        outcome: 'pass',
        at: '.github/workflows/c.yml:5',
      },
    ],
  },
  {
    title: 'a configuration',
    files: { ...tf, 'infracost.yml': 'version: 0.1\n' },
    outcome: 'pass',
  },
  {
    title: 'installing it',
    files: {
      ...tf,
      '.gitlab-ci.yml': 'a:\n  script: brew install infracost\n',
    },
    outcome: 'fail',
  },
  {
    title: 'a Pulumi program',
    files: { 'Pulumi.yaml': 'name: a\nruntime: nodejs\n' },
    outcome: 'fail',
  },
  {
    title: 'Kubernetes manifests',
    files: { 'a.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\n' },
    outcome: 'not-applicable',
  },
]);
