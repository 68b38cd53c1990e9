import { testCheck } from '../../testing';
import { onCallLinked } from './on-call-linked';

testCheck(onCallLinked);

testCheck(onCallLinked, [
  {
    title: 'A notification channel of PagerDuty',
    files: {
      'main.tf':
        'resource "google_monitoring_notification_channel" "oncall" {\n  type = "pagerduty"\n}\n',
    },
    outcome: 'pass',
    findings: [
      {
        subject: 'google_monitoring_notification_channel.oncall',
        outcome: 'pass',
      },
    ],
  },
]);
