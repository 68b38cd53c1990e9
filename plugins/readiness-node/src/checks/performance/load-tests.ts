import { defineCheck, findToolUses, passToolUses, presence } from '../../check';

export const loadTests = defineCheck({
  id: 'load-tests',
  category: 'performance',
  kind: 'presence',
  level: 2,
  severity: 'medium',
  isAttestable: true,
  title: 'There are load tests',
  description:
    'A load test exists as code or is run by a pipeline: k6, JMeter, Gatling, Locust, Artillery, wrk, vegeta, ab and the like.',
  rationale:
    'Without one, the first load test is the day of the campaign, with customers as the load generator.',
  references: [
    { title: 'k6', url: 'https://grafana.com/docs/k6/latest/' },
    {
      title: 'Apache JMeter',
      url: 'https://jmeter.apache.org/usermanual/get-started.html',
    },
    { title: 'Gatling', url: 'https://docs.gatling.io/' },
    { title: 'Locust', url: 'https://docs.locust.io/' },
  ],
  remediation: {
    summary:
      'Write one scenario of the busiest path with a threshold, and run it against staging before each release.',
    effortMinutes: 120,
    snippets: {
      javascript:
        "import http from 'k6/http';\n\nexport const options = {\n  vus: 50,\n  duration: '2m',\n  thresholds: { http_req_duration: ['p(95)<300'] },\n};\n\nexport default function cart() {\n  http.get('https://staging.example.test/cart');\n}\n",
      'github-actions':
        '- uses: grafana/setup-k6-action@v1\n- run: k6 run load/cart.js\n',
    },
  },
  examples: [
    {
      title: 'k6',
      files: {
        'load/cart.js':
          "import http from 'k6/http';\nexport default () => http.get('x');\n",
      },
      outcome: 'pass',
      findings: [
        { subject: 'load/cart.js', outcome: 'pass', at: 'load/cart.js:1' },
      ],
    },
    {
      title: 'JMeter in a job',
      files: { '.gitlab-ci.yml': 'load:\n  script: jmeter -n -t plan.jmx\n' },
      outcome: 'pass',
      findings: [
        {
          subject: '.gitlab-ci.yml#load',
          outcome: 'pass',
          at: '.gitlab-ci.yml:2',
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
      'load tests (k6, JMeter, Gatling, Locust, Artillery, wrk, vegeta, ab)',
      passToolUses(findToolUses(context.facts, 'load-test')),
    );
  },
});
