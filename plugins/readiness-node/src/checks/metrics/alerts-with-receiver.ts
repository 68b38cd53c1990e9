import type { Finding } from 'backstage-plugin-readiness-common';
import { defineCheck, fail, judge, pass, presence } from '../../check';
import type { AlertFact } from '../../facts/types/observability';

const ACTIONS = ['CLOUDWATCH_ALARM_ACTION_CHECK'];
const ENABLED = ['CKV_AWS_319'];

export const alertsWithReceiver = defineCheck({
  id: 'alerts-with-receiver',
  category: 'metrics',
  kind: 'presence',
  level: 1,
  severity: 'high',
  title: 'Alerts reach somebody',
  description:
    'There are alarms or alert rules (CloudWatch, Prometheus, Datadog, New Relic, Grafana, Google Cloud, Azure), and each alarm has a receiver. An alarm that notifies nobody fails.',
  rationale:
    'Customers should not be the monitoring. An alarm without an action changes a colour on a page nobody looks at; only an alarm that reaches a person or a pager shortens an outage.',
  knownAs: [...ENABLED, ...ACTIONS],
  references: [
    {
      title: 'Amazon CloudWatch alarms',
      url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html',
    },
    {
      title: 'Prometheus: alerting rules',
      url: 'https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/',
    },
  ],
  remediation: {
    summary:
      'Write alarms for errors, latency and saturation, and give each an action: alarm_actions, notification_channels, action, or a handle in the message.',
    effortMinutes: 60,
    snippets: {
      terraform:
        'resource "aws_cloudwatch_metric_alarm" "errors" {\n  alarm_name          = "cart-5xx"\n  namespace           = "AWS/ApplicationELB"\n  metric_name         = "HTTPCode_Target_5XX_Count"\n  comparison_operator = "GreaterThanThreshold"\n  threshold           = 10\n  period              = 60\n  evaluation_periods  = 3\n  statistic           = "Sum"\n  alarm_actions       = [aws_sns_topic.on_call.arn]\n}\n',
      kubernetes:
        'apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata:\n  name: cart\nspec:\n  groups:\n    - name: cart\n      rules:\n        - alert: CartErrorsHigh\n          expr: rate(http_errors_total{job="cart"}[5m]) > 1\n          for: 5m\n          labels:\n            severity: page\n',
    },
  },
  examples: [
    {
      title: 'An alarm with an action',
      files: {
        'main.tf':
          'resource "aws_sns_topic" "ops" {\n  name = "ops"\n}\n\nresource "aws_cloudwatch_metric_alarm" "cpu" {\n  alarm_name    = "cpu"\n  alarm_actions = [aws_sns_topic.ops.arn]\n}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'aws_cloudwatch_metric_alarm.cpu',
          outcome: 'pass',
          at: 'main.tf:7',
        },
      ],
    },
    {
      title: 'An alarm that notifies nobody',
      files: {
        'main.tf':
          'resource "aws_cloudwatch_metric_alarm" "cpu" {\n  alarm_name = "cpu"\n}\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'aws_cloudwatch_metric_alarm.cpu',
          outcome: 'fail',
          at: 'main.tf:1',
        },
      ],
    },
    {
      title: 'Prometheus rules, routed by Alertmanager',
      files: {
        'rules.yaml':
          'apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata:\n  name: cart\nspec:\n  groups:\n    - name: cart\n      rules:\n        - alert: Down\n          expr: up == 0\n',
      },
      outcome: 'pass',
    },
    {
      title: 'No alerts',
      files: { 'main.go': 'package main\n' },
      outcome: 'fail',
    },
  ],
  evaluate(context) {
    return presence(
      context,
      'alarms and alert rules (CloudWatch, Prometheus, Datadog, New Relic, Grafana, Google Cloud, Azure)',
      context.facts.alerts.map(judgeAlert),
    );
  },
});

function judgeAlert(alert: AlertFact): Finding {
  const { receiver, isEnabled, tool, offByDefault } = alert;
  const isCloudWatch = tool === 'CloudWatch';
  if (offByDefault !== undefined) {
    return fail(alert, {
      message: `${tool} rules are there, but off unless ${offByDefault} is turned on`,
      partial: true,
    });
  }
  if (isEnabled.state !== 'known' || !isEnabled.value) {
    const enabled = judge(alert, isEnabled, {
      expected: `${isEnabled.setting} = true`,
      rules: isCloudWatch ? ENABLED : [],
      passes: value => value,
    });
    if (enabled.outcome !== 'pass') return enabled;
  }
  if (receiver.state === 'known' && receiver.value) {
    return pass(alert, {
      message: `${tool} alert, sent through ${receiver.setting}`,
      rules: isCloudWatch ? [...ENABLED, ...ACTIONS] : [],
      at: [receiver.location],
    });
  }
  return judge(alert, receiver, {
    expected: `${receiver.setting} that reaches somebody`,
    rules: isCloudWatch ? ACTIONS : [],
    passes: value => value,
    absentMessage: `${receiver.setting} is not set: the alarm notifies nobody`,
  });
}
