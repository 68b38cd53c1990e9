import { testCheck } from '../../testing';
import { environmentsSeparated } from './environments-separated';

const ROOT = 'provider "aws" {}\n\nresource "aws_sqs_queue" "a" {}\n';
const STACK = 'Resources:\n  Queue:\n    Type: AWS::SQS::Queue\n';
const job = (run: string) =>
  `on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ${run}\n`;

testCheck(environmentsSeparated, [
  {
    title: 'tables of samconfig.toml are stacks',
    files: {
      'template.yaml': STACK,
      'samconfig.toml':
        'version = 0.1\n\n[staging.deploy.parameters]\nstack_name = "a-staging"\n\n[prod.deploy.parameters]\nstack_name = "a-prod"\n',
    },
    outcome: 'pass',
    findings: [
      { subject: 'samconfig.toml', outcome: 'pass', at: 'samconfig.toml:3' },
    ],
    isComplete: true,
  },
  {
    title: 'an overlay called test beside production is no folder of tests',
    files: {
      'apps/portal/test/kustomization.yaml': 'namespace: test\n',
      'apps/portal/production/kustomization.yaml': 'namespace: live\n',
    },
    outcome: 'pass',
    findings: [
      { subject: 'apps/portal/production', outcome: 'pass' },
      { subject: 'apps/portal/test', outcome: 'pass' },
    ],
    isComplete: true,
  },
  {
    title: 'any name below envs; a folder of tests beside it is none',
    files: {
      'envs/research/kustomization.yaml': 'namespace: research\n',
      'envs/prod/kustomization.yaml': 'namespace: live\n',
      'charts/test/kustomization.yaml': 'namespace: t\n',
    },
    outcome: 'pass',
    findings: [
      { subject: 'envs/prod', outcome: 'pass' },
      { subject: 'envs/research', outcome: 'pass' },
    ],
    isComplete: true,
  },
  {
    title: 'one table, one stack',
    files: {
      'template.yaml': STACK,
      'samconfig.toml': '[default.deploy.parameters]\nstack_name = "a"\n',
    },
    outcome: 'fail',
  },
  {
    title: 'parameter files of a stack for two environments',
    files: {
      'stack.yaml': STACK,
      'environments/staging.json':
        '[{"ParameterKey": "Size", "ParameterValue": "s"}]\n',
      'environments/production.json':
        '{\n  "Parameters": {\n    "Size": "l"\n  }\n}\n',
    },
    outcome: 'pass',
    findings: [
      { subject: 'environments/staging.json', outcome: 'pass' },
      { subject: 'environments/production.json', outcome: 'pass' },
    ],
    isComplete: true,
  },
  {
    title: 'a stage of Serverless by a variable; a lone root beside it',
    files: {
      'serverless.yml': 'service: a\nprovider:\n  name: aws\n',
      'infra/prod/main.tf': ROOT,
      '.github/workflows/deploy.yml': job(
        'npx serverless deploy --stage ${{ matrix.stage }}',
      ),
    },
    outcome: 'pass',
    findings: [
      {
        subject: '.github/workflows/deploy.yml#deploy',
        outcome: 'pass',
        at: '.github/workflows/deploy.yml:6',
      },
    ],
    isComplete: true,
  },
  {
    title: 'two stacks of one environment are parts of it',
    files: {
      'stack.yaml': STACK,
      '.github/workflows/deploy.yml': job(
        'aws cloudformation deploy --stack-name network && aws cloudformation deploy --stack-name service',
      ),
    },
    outcome: 'fail',
  },
  {
    title: 'one root and variables of two environments share one state',
    files: {
      'main.tf': ROOT,
      'staging.tfvars': 'a = 1\n',
      'prod.tfvars': 'a = 2\n',
    },
    outcome: 'fail',
  },
  {
    title: "a stage of Serverless by CircleCI's parameter",
    files: {
      'serverless.yml': 'service: a\nprovider:\n  name: aws\n',
      '.circleci/config.yml':
        'version: 2.1\njobs:\n  deploy:\n    docker: [{ image: "cimg/node:20.12" }]\n    parameters: { stage: { type: string } }\n    steps:\n      - run: npx serverless deploy --stage << parameters.stage >>\nworkflows:\n  main:\n    jobs:\n      - deploy: { name: a, stage: prod }\n',
    },
    outcome: 'pass',
  },
]);

testCheck(environmentsSeparated, [
  {
    title: 'test is an environment beside prod, and no test code',
    files: {
      'environments/prod/main.tf': 'terraform {}\n',
      'environments/test/main.tf': 'terraform {}\n',
    },
    outcome: 'pass',
    findings: [
      { subject: 'environments/prod', outcome: 'pass' },
      { subject: 'environments/test', outcome: 'pass' },
    ],
    isComplete: true,
  },
]);
