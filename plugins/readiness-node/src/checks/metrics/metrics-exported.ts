import { defineCheck, presence } from '../../check';
import { passAgents } from './agentFindings';
import { passHostAgents } from './hostAgents';
import { passLibraries } from './clientLibraries';
import { judgeSignals } from './signalFindings';

export const metricsExported = defineCheck({
  id: 'metrics-exported',
  category: 'metrics',
  kind: 'presence',
  level: 1,
  severity: 'high',
  title: 'Metrics leave the process',
  description:
    'There is a ServiceMonitor or PodMonitor, a scrape annotation, a client library (OpenTelemetry, StatsD, Prometheus) or an agent (CloudWatch, Datadog, New Relic, Honeycomb, Dynatrace, Application Insights).',
  rationale:
    'What is not measured is argued about. Metrics of requests, errors and saturation that leave the process are what dashboards, alerts and scaling are built on; without them the first sign of trouble is a customer.',

  references: [
    {
      title: 'Prometheus: instrumenting',
      url: 'https://prometheus.io/docs/practices/instrumentation/',
    },
    { title: 'OpenTelemetry', url: 'https://opentelemetry.io/docs/' },
  ],
  remediation: {
    summary:
      'Export metrics with a client library and let them be scraped (ServiceMonitor) or sent by an agent.',
    effortMinutes: 60,
    snippets: {
      kubernetes:
        'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata:\n  name: cart\nspec:\n  selector:\n    matchLabels:\n      app: cart\n  endpoints:\n    - port: metrics\n',
    },
  },
  examples: [
    {
      title: 'A ServiceMonitor',
      files: {
        'monitor.yaml':
          'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata:\n  name: cart\nspec: {}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'ServiceMonitor/default/cart',
          outcome: 'pass',
          at: 'monitor.yaml:1',
        },
      ],
    },
    {
      title: 'A Prometheus client',
      files: {
        'package.json':
          '{\n  "name": "cart",\n  "dependencies": {\n    "prom-client": "15.1.0"\n  }\n}\n',
      },
      outcome: 'pass',
      findings: [
        { subject: 'package.json', outcome: 'pass', at: 'package.json:4' },
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
      'metrics (ServiceMonitor, scrape annotations, OpenTelemetry, Prometheus or StatsD clients, CloudWatch, Datadog, New Relic, Honeycomb, Dynatrace, Application Insights)',
      [
        ...judgeSignals(context, 'metrics'),
        ...passAgents(context, 'metrics'),
        ...passHostAgents(context, 'metrics'),
        ...passLibraries(context, 'metrics'),
      ],
    );
  },
});
