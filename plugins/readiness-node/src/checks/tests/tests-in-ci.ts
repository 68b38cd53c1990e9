import {
  defineCheck,
  fail,
  findEffective,
  findPurposes,
  isStartedBy,
  pass,
  presence,
  type CheckContext,
} from '../../check';

export const testsInCi = defineCheck({
  id: 'tests-in-ci',
  category: 'tests',
  kind: 'presence',
  level: 1,
  severity: 'high',
  title: 'CI runs the tests after every commit',
  description:
    'A pipeline that is started by pushes or pull requests runs tests, and their failure fails it: no continue-on-error, allow_failure, catchError, or || true. Commands are followed through make, task, just, package scripts and shell files.',
  rationale:
    'Tests that run on somebody’s laptop run until that somebody is in a hurry. Only a run after every commit, whose failure stops the change, keeps the tests green and the main branch deployable.',
  references: [
    {
      title: 'Continuous Integration',
      url: 'https://martinfowler.com/articles/continuousIntegration.html',
    },
    {
      title: 'GitHub Actions: workflow syntax',
      url: 'https://docs.github.com/actions/using-workflows/workflow-syntax-for-github-actions',
    },
    {
      title: 'GitLab CI/CD YAML syntax',
      url: 'https://docs.gitlab.com/ci/yaml/',
    },
  ],
  remediation: {
    summary:
      'Add a job on push and pull_request that runs the tests, without continue-on-error or || true.',
    effortMinutes: 30,
    snippets: {
      'github-actions':
        'on: [push, pull_request]\njobs:\n  test:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/checkout@v4\n      - run: make test\n',
      'gitlab-ci': 'test:\n  stage: test\n  script:\n    - make test\n',
      jenkins: "stage('Test') {\n  steps { sh 'make test' }\n}\n",
    },
  },
  examples: [
    {
      title: 'A workflow on push',
      files: {
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  test:\n    steps:\n      - run: go test ./...\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: '.github/workflows/ci.yml#test',
          outcome: 'pass',
          at: '.github/workflows/ci.yml:5',
        },
      ],
    },
    {
      title: 'Failure ignored by || true',
      files: {
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  test:\n    steps:\n      - run: npm test || true\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: '.github/workflows/ci.yml#test',
          outcome: 'fail',
          at: '.github/workflows/ci.yml:5',
        },
      ],
    },
    {
      title: 'allow_failure',
      files: {
        '.gitlab-ci.yml': 'unit:\n  allow_failure: true\n  script: pytest\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: '.gitlab-ci.yml#unit',
          outcome: 'fail',
          at: '.gitlab-ci.yml:2',
        },
      ],
    },
    {
      title: 'A pipeline that only builds',
      files: {
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  build:\n    steps:\n      - run: npm run build\n',
      },
      outcome: 'fail',
    },
  ],
  evaluate(context) {
    const passing = findPassing(context);
    const findings = passing.length > 0 ? passing : findIgnored(context);
    const { length } = context.facts.pipelines;
    return presence(
      context,
      `a job that runs tests on push or pull request (${length} pipelines read)`,
      findings,
    );
  },
});

function findPassing({ facts }: CheckContext) {
  return facts.jobs.flatMap(job => {
    const test = findEffective(job, 'test');
    if (test === undefined || !isStartedBy(job, 'push', 'pull-request'))
      return [];
    return [
      pass(job, {
        message: `${job.name} runs ${test.tool}: ${test.text}`,
        actual: test.text,
        at: [test.location, job.location],
      }),
    ];
  });
}

/** Jobs whose tests run for nothing, or never after a commit. */
function findIgnored({ facts }: CheckContext) {
  return facts.jobs.flatMap(job => {
    const [test] = findPurposes(job, 'test');
    if (test === undefined) return [];
    const isIgnored =
      job.failureIgnoredAt !== undefined ||
      findEffective(job, 'test') === undefined;
    const reason = isIgnored
      ? 'runs tests, but their failure is ignored'
      : `runs tests, but only on ${job.triggers
          .map(({ kind }) => kind)
          .join(', ')}`;
    return [
      fail(job, {
        message: `${job.name} ${reason}: ${test.text}`,
        expected: 'a failing test fails the pipeline of a push or pull request',
        actual: test.text,
        at: [job.failureIgnoredAt ?? test.location, test.location],
      }),
    ];
  });
}
