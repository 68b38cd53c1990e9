import { defineCheck, forEachSubject, judge } from '../../check';

export const logRetention = defineCheck({
  id: 'log-retention',
  category: 'logs',
  kind: 'subject',
  level: 1,
  severity: 'medium',
  title: 'Logs are kept for a chosen time',
  description:
    'Every log group has an explicit retention. Without one, CloudWatch keeps logs for ever. Not applicable without log groups.',
  rationale:
    'Logs kept for ever are a bill that only grows and personal data that nobody may still hold. Logs kept too briefly are gone when an incident is understood. Choose a number of days, in code.',
  knownAs: ['CKV_AWS_66', 'CW_LOGGROUP_RETENTION_PERIOD_CHECK', 'CKV_AWS_338'],
  references: [
    {
      title: 'CloudWatch Logs: change log data retention',
      url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html',
    },
  ],
  remediation: {
    summary:
      'Set retention_in_days on each log group (RetentionInDays in CloudFormation).',
    effortMinutes: 5,
    snippets: {
      terraform:
        'resource "aws_cloudwatch_log_group" "cart" {\n  name              = "/ecs/cart"\n  retention_in_days = 30\n}\n',
      cloudformation:
        'Logs:\n  Type: AWS::Logs::LogGroup\n  Properties:\n    RetentionInDays: 30\n',
    },
  },
  examples: [
    {
      title: 'Thirty days',
      files: {
        'main.tf':
          'resource "aws_cloudwatch_log_group" "cart" {\n  name              = "/ecs/cart"\n  retention_in_days = 30\n}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'aws_cloudwatch_log_group.cart',
          outcome: 'pass',
          at: 'main.tf:3',
        },
      ],
    },
    {
      title: 'For ever',
      files: {
        'template.yaml':
          'Resources:\n  Logs:\n    Type: AWS::Logs::LogGroup\n    Properties:\n      LogGroupName: cart\n',
      },
      outcome: 'fail',
      findings: [{ subject: 'Logs', outcome: 'fail', at: 'template.yaml:2' }],
    },
    {
      title: 'A variable without default',
      files: {
        'main.tf':
          'variable "days" {}\n\nresource "aws_cloudwatch_log_group" "cart" {\n  retention_in_days = var.days\n}\n',
      },
      outcome: 'unknown',
    },
    {
      title: 'No log group',
      files: { 'main.go': 'package main\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate: ({ facts }) =>
    forEachSubject(facts.logGroups, 'No log group', group =>
      judge(group, group.retentionDays, {
        expected: `${group.retentionDays.setting} set to a number of days`,
        rules: /log_group|LogGroup/.test(group.type)
          ? ['CKV_AWS_66', 'CW_LOGGROUP_RETENTION_PERIOD_CHECK']
          : [],
        passes: days => days > 0,
        absentMessage: `${
          group.retentionDays.setting
        } is not set; the default is ${
          /log_group|LogGroup/.test(group.type)
            ? 'to keep logs for ever'
            : '30 days'
        }`,
      }),
    ),
});
