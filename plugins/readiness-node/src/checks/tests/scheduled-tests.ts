import {
  defineCheck,
  findPurposes,
  isStartedBy,
  pass,
  presence,
} from '../../check';

export const scheduledTests = defineCheck({
  id: 'scheduled-tests',
  category: 'tests',
  kind: 'presence',
  level: 3,
  severity: 'low',
  title: 'Tests run by schedule',
  description:
    'A job that runs tests is started by a schedule: cron of GitHub Actions, GitLab rules for schedules, CircleCI and Azure schedules, triggers { cron } of Jenkins.',
  rationale:
    'Images, certificates and dependencies change without a commit. A nightly run notices on Tuesday morning what would otherwise be found by the urgent fix of Friday.',
  references: [
    {
      title: 'GitHub Actions: schedule',
      url: 'https://docs.github.com/actions/using-workflows/events-that-trigger-workflows#schedule',
    },
  ],
  remediation: {
    summary: 'Start the test workflow by cron, too.',
    effortMinutes: 5,
    snippets: {
      'github-actions': "on:\n  push:\n  schedule:\n    - cron: '17 3 * * *'\n",
      'gitlab-ci':
        'nightly:\n  rules:\n    - if: $CI_PIPELINE_SOURCE == "schedule"\n  script: make test\n',
    },
  },
  examples: [
    {
      title: 'Every night',
      files: {
        '.github/workflows/nightly.yml':
          "on:\n  schedule:\n    - cron: '0 3 * * *'\njobs:\n  e2e:\n    steps:\n      - run: npm run e2e\n",
      },
      outcome: 'pass',
      findings: [
        {
          subject: '.github/workflows/nightly.yml#e2e',
          outcome: 'pass',
          at: '.github/workflows/nightly.yml:3',
        },
      ],
    },
    {
      title: 'A schedule that only scans',
      files: {
        '.github/workflows/scan.yml':
          "on:\n  schedule:\n    - cron: '0 3 * * *'\njobs:\n  scan:\n    steps:\n      - run: trivy fs .\n",
      },
      outcome: 'fail',
    },
    {
      title: 'Tests on push only',
      files: { '.gitlab-ci.yml': 'unit:\n  script: pytest\n' },
      outcome: 'fail',
    },
  ],
  evaluate(context) {
    const findings = context.facts.jobs.flatMap(job => {
      const [test] = findPurposes(job, 'test');
      const schedule = job.triggers.find(({ kind }) => kind === 'schedule');
      if (
        test === undefined ||
        schedule === undefined ||
        !isStartedBy(job, 'schedule')
      )
        return [];
      const when = schedule.detail === undefined ? '' : ` (${schedule.detail})`;
      return [
        pass(job, {
          message: `${job.name} runs ${test.tool} by schedule${when}`,
          at: [schedule.location, test.location],
        }),
      ];
    });
    return presence(
      context,
      'a job that runs tests by schedule (cron)',
      findings,
    );
  },
});
