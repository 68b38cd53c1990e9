import { testCheck } from '../../testing';
import { scheduledTests } from './scheduled-tests';

testCheck(scheduledTests, [
  {
    title: 'GitLab',
    files: {
      '.gitlab-ci.yml':
        'nightly:\n  rules:\n    - if: $CI_PIPELINE_SOURCE == "schedule"\n  script: pytest\n',
    },
    outcome: 'pass',
    findings: [
      {
        subject: '.gitlab-ci.yml#nightly',
        outcome: 'pass',
        at: '.gitlab-ci.yml:3',
      },
    ],
  },
  {
    title: 'GitLab, everything but schedules',
    files: {
      '.gitlab-ci.yml':
        'a:\n  rules:\n    - if: $CI_PIPELINE_SOURCE == "schedule"\n      when: never\n    - when: on_success\n  script: pytest\n',
    },
    outcome: 'fail',
  },
  {
    title: 'Jenkins',
    files: {
      Jenkinsfile:
        "pipeline {\n  triggers { cron('H 2 * * *') }\n  stages {\n    stage('T') { steps { sh 'make test' } }\n  }\n}\n",
    },
    outcome: 'pass',
    findings: [
      { subject: 'Jenkinsfile#T', outcome: 'pass', at: 'Jenkinsfile:2' },
    ],
  },
  {
    title: 'Azure',
    files: {
      'azure-pipelines.yml':
        'schedules:\n  - cron: "0 0 * * *"\nsteps:\n  - script: dotnet test\n',
    },
    outcome: 'pass',
    findings: [
      {
        subject: 'azure-pipelines.yml#Job',
        outcome: 'pass',
        at: 'azure-pipelines.yml:2',
      },
    ],
  },
  {
    title: 'CircleCI',
    files: {
      '.circleci/config.yml':
        'version: 2.1\njobs:\n  t:\n    steps: [{run: pytest}]\nworkflows:\n  n:\n    triggers: [{schedule: {cron: "0 1 * * *"}}]\n    jobs: [t]\n',
    },
    outcome: 'pass',
  },
]);
