import { testCheck } from '../../testing';
import { configValidated } from './config-validated';

testCheck(configValidated, [
  {
    title: 'types and one validation in a folder; examples left out',
    files: {
      'infra/variables.tf':
        'variable "env" {\n  type = string\n\n  validation {\n    condition     = var.env != ""\n    error_message = "Name it."\n  }\n}\n\nvariable "tags" {\n  type = map(string)\n}\n',
      'infra/main.tf': 'provider "aws" {}\n\nresource "aws_sqs_queue" "a" {}\n',
      'examples/basic/main.tf': 'variable "x" {}\n',
    },
    outcome: 'pass',
    findings: [
      {
        subject: 'var.env',
        aspect: 'type',
        outcome: 'pass',
        at: 'infra/variables.tf:1',
      },
      { subject: 'var.tags', aspect: 'type', outcome: 'pass' },
      { subject: 'infra', aspect: 'validation', outcome: 'pass' },
    ],
    isComplete: true,
  },
  {
    title: 'roles: argument_specs in a file, in meta/main.yml, nowhere',
    files: {
      'roles/a/tasks/main.yml': '- debug:\n    msg: a\n',
      'roles/a/meta/argument_specs.yml':
        'argument_specs:\n  main:\n    options: {}\n',
      'roles/b/tasks/main.yml': '- debug:\n    msg: b\n',
      'roles/b/meta/main.yml':
        'galaxy_info: {}\nargument_specs:\n  main:\n    options: {}\n',
      'roles/c/tasks/main.yml': '- debug:\n    msg: c\n',
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'roles/a',
        aspect: 'argument-specs',
        outcome: 'pass',
        at: 'roles/a/meta/argument_specs.yml:1',
      },
      {
        subject: 'roles/b',
        aspect: 'argument-specs',
        outcome: 'pass',
        at: 'roles/b/meta/main.yml:2',
      },
      { subject: 'roles/c', aspect: 'argument-specs', outcome: 'fail' },
    ],
    isComplete: true,
  },
  {
    title: 'parameters of CloudFormation: values, a type of AWS, any text',
    files: {
      'stack.yaml':
        'Parameters:\n  Stage:\n    Type: String\n    AllowedValues: [dev, prod]\n  Vpc:\n    Type: AWS::EC2::VPC::Id\n  Name:\n    Type: String\n    Default: a\nResources:\n  Queue:\n    Type: AWS::SQS::Queue\n',
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'Stage',
        aspect: 'constraints',
        outcome: 'pass',
        at: 'stack.yaml:2',
      },
      { subject: 'Vpc', aspect: 'constraints', outcome: 'pass' },
      {
        subject: 'Name',
        aspect: 'constraints',
        outcome: 'fail',
        at: 'stack.yaml:7',
      },
    ],
    isComplete: true,
  },
  {
    title: 'a chart without a schema',
    files: {
      'chart/Chart.yaml': 'apiVersion: v2\nname: cart\nversion: 1.0.0\n',
      'chart/values.yaml': 'replicas: 1\n',
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'chart',
        aspect: 'schema',
        outcome: 'fail',
        at: 'chart/values.yaml:1',
      },
    ],
    isComplete: true,
  },
]);
