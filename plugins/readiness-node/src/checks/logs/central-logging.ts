import { defineCheck, presence } from '../../check';
import { passAgents } from '../metrics/agentFindings';
import { passHostAgents } from '../metrics/hostAgents';
import { passLibraries } from '../metrics/clientLibraries';
import { judgeSignals } from '../metrics/signalFindings';
import { passLogDrivers, passPlatformLogs } from './logDrivers';

export const centralLogging = defineCheck({
  id: 'central-logging',
  category: 'logs',
  kind: 'presence',
  level: 1,
  severity: 'high',
  title: 'Logs are collected in one place',
  description:
    'Logs go to CloudWatch Logs, by ECS logConfiguration, by Fluent Bit, Fluentd, Vector, Promtail, Filebeat or Logstash, to Loki, Sumo Logic, Papertrail, Datadog, a Google sink, Azure diagnostics or Application Insights.',
  rationale:
    'Logs that stay on the machine die with it, and with ten machines nobody reads them anyway. Collected in one place they can be searched across instances, kept as long as they are needed and protected from whoever broke in.',

  references: [
    { title: 'The Twelve-Factor App: Logs', url: 'https://12factor.net/logs' },
  ],
  remediation: {
    summary:
      'Ship the logs: a log group with logConfiguration on ECS, Fluent Bit on Kubernetes, the CloudWatch agent or rsyslog on hosts.',
    effortMinutes: 60,
    snippets: {
      terraform:
        'resource "aws_cloudwatch_log_group" "cart" {\n  name              = "/ecs/cart"\n  retention_in_days = 30\n}\n',
      kubernetes:
        '# Chart.yaml\ndependencies:\n  - name: fluent-bit\n    version: 0.47.0\n    repository: https://fluent.github.io/helm-charts\n',
    },
  },
  examples: [
    {
      title: 'A log group',
      files: {
        'main.tf':
          'resource "aws_cloudwatch_log_group" "cart" {\n  name = "/ecs/cart"\n}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'aws_cloudwatch_log_group.cart',
          outcome: 'pass',
          at: 'main.tf:1',
        },
      ],
    },
    {
      title: 'Filebeat',
      files: {
        'filebeat.yml':
          'filebeat.inputs:\n  - type: container\noutput.elasticsearch:\n  hosts: [elk.acme.test]\n',
      },
      outcome: 'pass',
    },
    {
      title: 'Nothing',
      files: { 'main.go': 'package main\n' },
      outcome: 'fail',
    },
  ],
  evaluate(context) {
    return presence(
      context,
      'central logging (CloudWatch Logs, logConfiguration, Fluent Bit, Fluentd, Vector, Promtail, Filebeat, Logstash, Loki, Sumo Logic, Papertrail, Datadog, Google sinks, Azure diagnostics)',
      [
        ...judgeSignals(context, 'central-logging'),
        ...passAgents(context, 'central-logging'),
        ...passHostAgents(context, 'central-logging'),
        ...passLibraries(context, 'central-logging'),
        ...passLogDrivers(context),
        ...passPlatformLogs(context),
      ],
    );
  },
});
