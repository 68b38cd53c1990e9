import { testCheck } from '../../testing';
import { testsInCi } from './tests-in-ci';

const workflow = (on: string, step: string, extra = '') => ({
  '.github/workflows/ci.yml': `on: ${on}\njobs:\n  test:\n${extra}    steps:\n      - ${step}\n`,
});
const subject = '.github/workflows/ci.yml#test';

testCheck(testsInCi, [
  {
    title: 'pull requests count',
    files: workflow('pull_request', 'run: pytest'),
    outcome: 'pass',
    findings: [{ subject, outcome: 'pass', at: '.github/workflows/ci.yml:5' }],
  },
  {
    title: 'continue-on-error of the job',
    files: workflow('push', 'run: pytest', '    continue-on-error: true\n'),
    outcome: 'fail',
    findings: [{ subject, outcome: 'fail', at: '.github/workflows/ci.yml:4' }],
  },
  {
    title: 'continue-on-error of the step',
    files: {
      '.github/workflows/ci.yml':
        'on: push\njobs:\n  test:\n    steps:\n      - run: pytest\n        continue-on-error: true\n',
    },
    outcome: 'fail',
    findings: [{ subject, outcome: 'fail', at: '.github/workflows/ci.yml:5' }],
  },
  {
    title: 'another job whose tests count',
    files: {
      '.github/workflows/ci.yml':
        'on: push\njobs:\n  flaky:\n    continue-on-error: true\n    steps:\n      - run: npm run e2e\n  unit:\n    steps:\n      - run: npm test\n',
    },
    outcome: 'pass',
    isComplete: true,
    findings: [{ subject: '.github/workflows/ci.yml#unit', outcome: 'pass' }],
  },
  {
    title: 'a nightly run alone',
    files: workflow('{schedule: [{cron: "0 1 * * *"}]}', 'run: pytest'),
    outcome: 'fail',
  },
  {
    title: 'set +e with the status asked for',
    files: workflow('push', 'run: set +e; pytest; code=$?; exit $code'),
    outcome: 'pass',
  },
  {
    title: 'make test with a recipe that ignores failure',
    files: {
      ...workflow('push', 'run: make verify-all'),
      Makefile: 'verify-all:\n\t-go test ./...\n',
    },
    outcome: 'fail',
  },
  {
    title: 'a job that is switched off',
    files: workflow('push', 'run: pytest', '    if: false\n'),
    outcome: 'fail',
  },
  {
    title: 'Jenkins',
    files: {
      Jenkinsfile:
        "pipeline {\n  stages {\n    stage('Test') { steps { sh 'mvn verify' } }\n  }\n}\n",
    },
    outcome: 'pass',
    findings: [
      { subject: 'Jenkinsfile#Test', outcome: 'pass', at: 'Jenkinsfile:3' },
    ],
  },
  {
    title: 'Jenkins with catchError',
    files: {
      Jenkinsfile:
        "pipeline {\n  stages {\n    stage('Test') { steps { catchError { sh 'mvn verify' } } }\n  }\n}\n",
    },
    outcome: 'fail',
  },
  {
    title: 'mvn package that skips tests',
    files: workflow('push', 'run: mvn -DskipTests package'),
    outcome: 'fail',
  },
  {
    title: 'a job that is switched off',
    files: {
      '.github/workflows/ci.yml':
        "on: push\njobs:\n  test:\n    if: false && (github.event_name == 'push')\n    steps: [{run: pytest}]\n",
    },
    outcome: 'fail',
  },
  {
    title: 'an action that only installs a browser',
    files: workflow('push', 'uses: browser-actions/setup-chrome@v1'),
    outcome: 'fail',
  },
  {
    title: 'nothing at all',
    files: { 'main.go': 'package main\n' },
    outcome: 'fail',
  },
]);
