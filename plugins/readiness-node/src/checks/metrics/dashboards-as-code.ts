import { defineCheck, presence } from '../../check';
import { judgeSignals } from './signalFindings';

export const dashboardsAsCode = defineCheck({
  id: 'dashboards-as-code',
  category: 'metrics',
  kind: 'presence',
  level: 3,
  severity: 'low',
  title: 'Dashboards are code',
  description:
    'There is a dashboard of CloudWatch, Google Cloud, Datadog, Grafana, New Relic or Azure in the repository.',
  rationale:
    'A dashboard clicked together by hand is lost with the account that made it and differs between environments. As code it is reviewed, copied to every environment, and there on the day it is needed.',

  references: [
    {
      title: 'Grafana: dashboards as code',
      url: 'https://grafana.com/docs/grafana/latest/administration/provisioning/',
    },
  ],
  remediation: {
    summary:
      'Commit the dashboard: aws_cloudwatch_dashboard, google_monitoring_dashboard, datadog_dashboard, or Grafana JSON in a ConfigMap labelled grafana_dashboard.',
    effortMinutes: 60,
    snippets: {
      terraform:
        'resource "aws_cloudwatch_dashboard" "cart" {\n  dashboard_name = "cart"\n  dashboard_body = file("${path.module}/dashboard.json")\n}\n',
    },
  },
  examples: [
    {
      title: 'Grafana JSON',
      files: {
        'grafana/cart.json': '{\n  "panels": [],\n  "schemaVersion": 38\n}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'grafana/cart.json',
          outcome: 'pass',
          at: 'grafana/cart.json:3',
        },
      ],
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
      'dashboards as code (CloudWatch, Google Cloud, Datadog, Grafana)',
      [...judgeSignals(context, 'dashboard')],
    );
  },
});
