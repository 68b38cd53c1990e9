import {
  defineCheck,
  findCloudCode,
  findToolUses,
  notApplicable,
  passToolUses,
  presence,
} from '../../check';

export const costEstimates = defineCheck({
  id: 'cost-estimates',
  category: 'cost-optimization',
  kind: 'presence',
  level: 2,
  severity: 'low',
  title: 'Changes of infrastructure show what they cost',
  description:
    'Infracost estimates what a change costs before it is merged. Not applicable without cloud infrastructure code.',
  rationale:
    'A reviewer who sees “+ 1,240 a month” beside the diff asks the question that finance would ask in the next quarter.',
  references: [
    {
      title: 'Infracost: CI/CD',
      url: 'https://www.infracost.io/docs/integrations/cicd/',
    },
  ],
  remediation: {
    summary:
      'Run infracost diff on pull requests that change infrastructure, and post the comment.',
    effortMinutes: 30,
    snippets: {
      'github-actions':
        '- uses: infracost/actions/setup@v3\n  with:\n    api-key: ${{ secrets.INFRACOST_API_KEY }}\n- run: infracost breakdown --path=infra --format=json --out-file=/tmp/infracost.json\n- run: infracost comment github --path=/tmp/infracost.json --behavior=update\n',
    },
  },
  examples: [
    {
      title: 'Infracost on pull requests',
      files: {
        'main.tf': 'resource "aws_sqs_queue" "a" {}\n',
        '.github/workflows/cost.yml':
          'on: pull_request\njobs:\n  cost:\n    steps:\n      - run: infracost diff --path .\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: '.github/workflows/cost.yml#cost',
          outcome: 'pass',
          at: '.github/workflows/cost.yml:5',
        },
      ],
    },
    {
      title: 'Terraform without it',
      files: { 'main.tf': 'resource "aws_sqs_queue" "a" {}\n' },
      outcome: 'fail',
    },
    {
      title: 'No cloud',
      files: { 'main.go': 'package main\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate(context) {
    const uses = findToolUses(context.facts, 'cost-estimate');
    if (uses.length === 0 && findCloudCode(context.facts) === undefined)
      return notApplicable(
        'there is no cloud infrastructure code in the files read',
      );
    return presence(
      context,
      'an estimate of costs before changes are merged (Infracost)',
      passToolUses(uses),
    );
  },
});
