import { testCheck } from '../../testing';
import { pipelineApplies } from './pipeline-applies';

const tf = {
  'main.tf': 'provider "aws" {}\nresource "aws_sqs_queue" "a" {}\n',
};
const ci = (script: string, outcome: 'pass' | 'fail') => ({
  title: script,
  files: { ...tf, '.gitlab-ci.yml': `a:\n  script: ${script}\n` },
  outcome,
});

testCheck(pipelineApplies, [
  ...[
    'terraform -chdir=infra apply -auto-approve',
    'terragrunt run-all plan',
    'tofu plan',
    'npx cdk deploy --all',
    'aws cloudformation deploy --stack-name a',
    'pulumi up --yes',
    'sam deploy',
  ].map(script => ci(script, 'pass')),
  ...[
    'terraform validate',
    'terraform fmt -check',
    'infracost diff',
    'kubectl apply -f x',
    'echo terraform apply',
  ].map(script => ci(script, 'fail')),
  {
    title: 'HCP Terraform',
    files: {
      'main.tf':
        'terraform {\n  cloud {\n    organization = "acme"\n  }\n}\nresource "aws_sqs_queue" "a" {}\n',
    },
    outcome: 'pass',
  },
  {
    title: 'through make',
    files: {
      ...tf,
      '.gitlab-ci.yml': 'a:\n  script: make plan\n',
      Makefile: 'plan:\n\tterraform plan\n',
    },
    outcome: 'pass',
    findings: [
      { subject: '.gitlab-ci.yml#a', outcome: 'pass', at: '.gitlab-ci.yml:2' },
    ],
  },
  {
    title: 'a module',
    files: { 'main.tf': 'resource "aws_sqs_queue" "a" {}\n' },
    entity: { type: 'library' },
    outcome: 'not-applicable',
  },
  {
    title: 'Kubernetes manifests alone',
    files: { 'a.yaml': 'apiVersion: v1\nkind: Service\nmetadata: {name: a}\n' },
    outcome: 'not-applicable',
  },
]);

testCheck(pipelineApplies, [
  {
    title: 'An expression with spaces inside an option',
    files: {
      'stacks/a/main.tf':
        'provider "aws" {}\nresource "aws_sqs_queue" "a" {}\n',
      '.github/workflows/ci.yml':
        'on: push\njobs:\n  plan:\n    runs-on: ubuntu-latest\n    steps:\n      - run: tofu -chdir=stacks/${{ matrix.stack }} plan\n',
    },
    outcome: 'pass',
    findings: [{ subject: '.github/workflows/ci.yml#plan', outcome: 'pass' }],
  },
]);
