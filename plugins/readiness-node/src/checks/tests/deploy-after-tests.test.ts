import { testCheck } from '../../testing';
import { deployAfterTests } from './deploy-after-tests';

const deploy = '.github/workflows/cd.yml#deploy';

testCheck(deployAfterTests, [
  {
    title: 'through a job in between',
    files: {
      '.github/workflows/cd.yml':
        'on: push\njobs:\n  test:\n    steps: [{run: npm test}]\n  image:\n    needs: test\n    steps: [{run: docker push x}]\n  deploy:\n    needs: image\n    steps: [{run: kubectl apply -f k8s}]\n',
    },
    outcome: 'pass',
    isComplete: true,
    findings: [{ subject: deploy, outcome: 'pass' }],
  },
  {
    title: 'tests whose failure is ignored',
    files: {
      '.github/workflows/cd.yml':
        'on: push\njobs:\n  test:\n    continue-on-error: true\n    steps: [{run: npm test}]\n  deploy:\n    needs: test\n    steps: [{run: kubectl apply -f k8s}]\n',
    },
    outcome: 'fail',
  },
  {
    title: 'tests in the same job before',
    files: {
      '.github/workflows/cd.yml':
        'on: push\njobs:\n  deploy:\n    steps:\n      - run: npm test\n      - run: kubectl apply -f k8s\n',
    },
    outcome: 'pass',
  },
  {
    title: 'tests in the same job afterwards',
    files: {
      '.github/workflows/cd.yml':
        'on: push\njobs:\n  deploy:\n    steps:\n      - run: kubectl apply -f k8s\n      - run: npm run e2e\n',
    },
    outcome: 'fail',
  },
  {
    title: 'workflow_run of a pipeline with tests',
    files: {
      '.github/workflows/ci.yml':
        'name: CI\non: push\njobs:\n  test:\n    steps: [{run: npm test}]\n',
      '.github/workflows/cd.yml':
        'on:\n  workflow_run:\n    workflows: [CI]\njobs:\n  deploy:\n    steps: [{run: helm upgrade x .}]\n',
    },
    outcome: 'pass',
  },
  {
    title: 'a later stage in GitLab',
    files: {
      '.gitlab-ci.yml':
        'unit:\n  stage: test\n  script: pytest\nship:\n  stage: deploy\n  script: kubectl apply -f x\n',
    },
    outcome: 'pass',
    findings: [
      {
        subject: '.gitlab-ci.yml#ship',
        outcome: 'pass',
        at: '.gitlab-ci.yml:6',
      },
    ],
  },
  {
    title: 'needs: [] jumps the queue',
    files: {
      '.gitlab-ci.yml':
        'unit:\n  stage: test\n  script: pytest\nship:\n  stage: deploy\n  needs: []\n  script: kubectl apply -f x\n',
    },
    outcome: 'fail',
  },
  {
    title: 'Jenkins stages follow each other',
    files: {
      Jenkinsfile:
        "pipeline { stages {\n stage('T') { steps { sh 'make test' } }\n stage('D') { steps { sh './deploy.sh' } }\n} }\n",
    },
    outcome: 'pass',
    findings: [
      { subject: 'Jenkinsfile#D', outcome: 'pass', at: 'Jenkinsfile:3' },
    ],
  },
  {
    title: 'publishing documentation is no deployment',
    files: {
      '.github/workflows/docs.yml':
        'on: push\njobs:\n  docs:\n    steps: [{run: mkdocs gh-deploy}]\n',
    },
    outcome: 'not-applicable',
  },
  {
    title: 'terraform apply is not a deployment',
    files: {
      '.github/workflows/tf.yml':
        'on: push\njobs:\n  apply:\n    steps: [{run: terraform apply -auto-approve}]\n',
    },
    outcome: 'not-applicable',
  },
  {
    title: 'An environment whose steps stand in a template',
    files: {
      '.gitlab-ci.yml':
        'include: [{project: a/b, file: /helm.yml}]\ntest: {stage: test, script: pytest}\nprod:\n  extends: .helm-deploy\n  stage: deploy\n  environment: production\nearly:\n  extends: .helm-deploy\n  stage: build\n  environment: review\n',
    },
    outcome: 'unknown',
    findings: [
      {
        subject: '.gitlab-ci.yml#prod',
        outcome: 'pass',
        at: '.gitlab-ci.yml:3',
      },
      {
        subject: '.gitlab-ci.yml#early',
        outcome: 'unknown',
        at: '.gitlab-ci.yml:7',
      },
    ],
    isComplete: true,
  },
  {
    title: 'a job named spec tests, a header named spec does not',
    files: {
      '.gitlab-ci.yml':
        'spec:\n  stage: test\n  script: bundle exec rspec\nr10k:\n  stage: deploy\n  script: r10k deploy environment\n',
    },
    outcome: 'pass',
    findings: [{ subject: '.gitlab-ci.yml#r10k', outcome: 'pass' }],
  },
  {
    title: 'a dump by the user deploy is no deployment',
    files: {
      'bitbucket-pipelines.yml':
        "pipelines:\n  custom:\n    backup:\n      - step:\n          script:\n            - ssh deploy@a.example.com 'mysqldump shop > /backup/shop.sql'\n",
    },
    outcome: 'not-applicable',
  },
  {
    title: 'what sets flyctl up does not deploy, chef push does',
    files: {
      '.github/workflows/cd.yml':
        'on: push\njobs:\n  a:\n    steps:\n      - uses: superfly/flyctl-actions/setup-flyctl@master\n      - run: flyctl deploy\n  b:\n    steps:\n      - uses: superfly/flyctl-actions/setup-flyctl@master\n      - run: chef push prod Policyfile.lock.json\n',
    },
    outcome: 'fail',
    findings: [
      {
        subject: '.github/workflows/cd.yml#a',
        outcome: 'fail',
        at: '.github/workflows/cd.yml:6',
      },
      {
        subject: '.github/workflows/cd.yml#b',
        outcome: 'fail',
        at: '.github/workflows/cd.yml:10',
      },
    ],
    isComplete: true,
  },
]);
