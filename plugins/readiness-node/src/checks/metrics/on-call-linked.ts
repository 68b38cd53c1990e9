import { defineCheck, presence, pass } from '../../check';
import { judgeSignals } from './signalFindings';
import {
  getEntityEvidence,
  getEntitySubject,
} from '../documentation/entitySubject';

const ANNOTATION =
  /^(pagerduty\.com|opsgenie\.com|grafana\.com\/oncall|grafana-oncall|oncall\.grafana|victorops\.com|splunk\.com\/on-call|rootly\.com|firehydrant\.com|incident\.io|ilert\.com|squadcast\.com)/;

export const onCallLinked = defineCheck({
  id: 'on-call-linked',
  category: 'metrics',
  kind: 'presence',
  level: 3,
  severity: 'medium',
  title: 'Somebody is on call, and the catalog knows who',
  description:
    'The entity has a PagerDuty, Opsgenie or Grafana OnCall annotation, or the escalation is written in code.',
  rationale:
    'An alert needs a person at its other end. When the on-call schedule is linked to the service, everyone can see who is paged, and nobody has to search for a phone number during an outage.',
  isAttestable: true,
  references: [
    {
      title: 'Google SRE workbook: On-call',
      url: 'https://sre.google/workbook/on-call/',
    },
  ],
  remediation: {
    summary:
      'Annotate the entity with pagerduty.com/service-id (or opsgenie.com/team), or manage the service and its escalation policy with Terraform.',
    effortMinutes: 30,
    snippets: {
      entity:
        'metadata:\n  annotations:\n    pagerduty.com/service-id: PABC123\n',
      terraform:
        'resource "pagerduty_service" "cart" {\n  name              = "cart"\n  escalation_policy = pagerduty_escalation_policy.checkout.id\n}\n',
    },
  },
  examples: [
    {
      title: 'An annotation',
      files: {},
      entity: { annotations: { 'pagerduty.com/service-id': 'PABC123' } },
      outcome: 'pass',
      findings: [{ subject: 'component:default/sample', outcome: 'pass' }],
    },
    {
      title: 'Escalation in code',
      files: {
        'main.tf':
          'resource "pagerduty_service" "cart" {\n  name = "cart"\n}\n',
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
      'an on-call link (PagerDuty, Opsgenie, Grafana OnCall) on the entity or an escalation in code',
      [
        ...judgeSignals(context, 'escalation'),
        ...Object.entries(context.entity.annotations)
          .filter(([key, value]) => ANNOTATION.test(key) && value.trim() !== '')
          .map(([key, value]) =>
            pass(getEntitySubject(context), {
              message: `${key}: ${value}`,
              at: getEntityEvidence(context),
            }),
          ),
      ],
    );
  },
});
