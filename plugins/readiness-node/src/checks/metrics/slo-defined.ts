import { defineCheck, presence } from '../../check';
import { judgeSignals } from './signalFindings';

export const sloDefined = defineCheck({
  id: 'slo-defined',
  category: 'metrics',
  kind: 'presence',
  level: 3,
  severity: 'medium',
  title: 'Service level objectives are written down',
  description:
    'There is a service level objective in OpenSLO, Sloth, Pyrra, Datadog, Google Cloud, New Relic, Grafana or CloudWatch Application Signals.',
  rationale:
    'An objective turns the wish for reliability into a number that tells when to ship and when to stop. Written as code, it is agreed on in a review instead of in the middle of an incident.',

  references: [
    {
      title: 'Google SRE workbook: Implementing SLOs',
      url: 'https://sre.google/workbook/implementing-slos/',
    },
    { title: 'OpenSLO', url: 'https://openslo.com/' },
  ],
  remediation: {
    summary:
      'Define an objective for availability and latency, for example with Sloth or datadog_service_level_objective.',
    effortMinutes: 120,
    snippets: {
      sloth:
        'version: prometheus/v1\nservice: cart\nslos:\n  - name: availability\n    objective: 99.9\n    sli:\n      events:\n        error_query: sum(rate(http_requests_total{code=~"5.."}[{{.window}}]))\n        total_query: sum(rate(http_requests_total[{{.window}}]))\n',
    },
  },
  examples: [
    {
      title: 'Sloth',
      files: {
        'slo.yaml':
          'version: prometheus/v1\nservice: cart\nslos:\n  - name: availability\n    objective: 99.9\n',
      },
      outcome: 'pass',
      findings: [{ subject: 'slo.yaml', outcome: 'pass', at: 'slo.yaml:1' }],
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
      'service level objectives (OpenSLO, Sloth, Pyrra, Datadog, Google Cloud)',
      [...judgeSignals(context, 'slo')],
    );
  },
});
