import { createSnapshot } from '../../../testing/createSnapshot';
import { collectFacts } from '../../collectFacts';

async function collect(files: Record<string, string>) {
  const [collected] = await collectFacts(createSnapshot(files), {
    subPaths: [''],
  });
  if (collected === undefined) throw new Error('nothing was collected');
  return collected.facts;
}

/** `subject [triggers] <needs> {environment} purpose@line …`, one a job. */
async function summarize(files: Record<string, string>) {
  const { jobs } = await collect(files);
  return jobs.map(job => {
    const purposes = job.purposes.map(
      ({
        purpose,
        location: own,
        reachedAt: location = own,
        isFailureIgnored,
      }) =>
        `${purpose}@${
          location.path === job.location.path ? '' : `${location.path}:`
        }${location.startLine}${isFailureIgnored ? '?' : ''}`,
    );
    return [
      job.subject,
      `[${[...new Set(job.triggers.map(({ kind }) => kind))].join(' ')}]`,
      `<${job.needs
        .map(need => need.slice(need.lastIndexOf('#') + 1))
        .join(' ')}>`,
      ...(job.environment === undefined ? [] : [`{${job.environment}}`]),
      ...(job.failureIgnoredAt ? ['ignored'] : []),
      ...(job.isManual ? ['manual'] : []),
      ...purposes,
    ].join(' ');
  });
}

const lines = (...text: readonly string[]) => `${text.join('\n')}\n`;

describe('pipelinesCollector', () => {
  it.each<[string, Record<string, string>, readonly string[]]>([
    [
      'GitHub Actions',
      {
        '.github/workflows/ci.yml': lines(
          'name: CI',
          'on:',
          '  push:',
          '    branches: [main]',
          '  schedule:',
          '    - cron: "0 3 * * *"',
          'jobs:',
          '  test:',
          '    steps:',
          '      - uses: actions/checkout@v4',
          '      - run: npm ci',
          '      - run: |',
          '          npm run lint',
          '          npm test',
          '  flaky:',
          '    continue-on-error: true',
          '    steps:',
          '      - run: npm run e2e',
          '  deploy:',
          '    needs: test',
          '    environment:',
          '      name: production',
          '    steps:',
          '      - run: kubectl apply -f k8s/',
          '        working-directory: deploy',
        ),
        'package.json': '{"scripts":{\n"test":"jest",\n"lint":"eslint ."\n}}',
      },
      [
        '.github/workflows/ci.yml#test [push schedule] <> install@11 lint@package.json:3 test@package.json:2',
        '.github/workflows/ci.yml#flaky [push schedule] <> ignored test@18',
        '.github/workflows/ci.yml#deploy [push schedule] <test> {production} deploy@24',
      ],
    ],
    [
      'reusable workflows and composite actions',
      {
        '.github/workflows/main.yml': lines(
          'on: [push, pull_request]',
          'jobs:',
          '  verify:',
          '    uses: ./.github/workflows/verify.yml',
          '  roll:',
          '    needs: [verify]',
          '    uses: acme/ci/.github/workflows/deploy.yml@v1',
        ),
        '.github/workflows/verify.yml': lines(
          'on: workflow_call',
          'jobs:',
          '  unit:',
          '    steps:',
          '      - uses: ./.github/actions/unit',
        ),
        '.github/actions/unit/action.yml': lines(
          'runs:',
          '  using: composite',
          '  steps:',
          '    - run: go test ./...',
          '      shell: bash',
        ),
      },
      [
        '.github/workflows/main.yml#verify [push pull-request] <> test@.github/actions/unit/action.yml:4',
        '.github/workflows/main.yml#roll [push pull-request] <verify> deploy@7',
      ],
    ],
    [
      'Make, Task, just and scripts',
      {
        '.github/workflows/ci.yml': lines(
          'on: push',
          'jobs:',
          '  all:',
          '    steps:',
          '      - run: make ci',
          '      - run: task verify',
          '      - run: just e2e',
          '      - run: ./scripts/check.sh',
        ),
        Makefile: lines(
          'GO = go',
          '.PHONY: ci',
          'ci: lint test-unit',
          'lint:',
          '\tgolangci-lint run',
          'test-unit:',
          '\t-@$(GO) test ./...',
        ),
        'Taskfile.yml': lines(
          'tasks:',
          '  verify:',
          '    deps: [unit]',
          '    cmds:',
          '      - task: lint',
          '  unit:',
          '    cmds: [pytest]',
          '  lint: ruff check',
        ),
        justfile: lines(
          'e2e: build',
          '  npx playwright test',
          'build:',
          '  npm run build',
        ),
        'scripts/check.sh': lines('#!/bin/sh', 'bats test/'),
      },
      [
        '.github/workflows/ci.yml#all [push] <> lint@Makefile:5 test@Makefile:7? test@Taskfile.yml:7 lint@Taskfile.yml:8 build@justfile:4 test@justfile:2 test@scripts/check.sh:2',
      ],
    ],
    [
      'GitLab CI',
      {
        '.gitlab-ci.yml': lines(
          'include:',
          '  - local: /ci/deploy.yml',
          '  - template: Jobs/SAST.gitlab-ci.yml',
          'stages: [build, test, deploy]',
          '.base:',
          '  before_script:',
          '    - npm ci',
          '  script:',
          '    - npm test',
          'unit:',
          '  extends: .base',
          '  stage: test',
          'nightly:',
          '  stage: test',
          '  script: [!reference [.base, script], npm run e2e]',
          '  rules:',
          '    - if: $CI_PIPELINE_SOURCE == "schedule"',
          'optional:',
          '  stage: test',
          '  allow_failure: true',
          '  script: pytest',
        ),
        'ci/deploy.yml': lines(
          'deploy:',
          '  stage: deploy',
          '  environment: production',
          '  when: manual',
          '  script:',
          '    - helm upgrade --install cart ./chart',
          'early:',
          '  stage: deploy',
          '  needs: []',
          '  script: kubectl apply -f x',
        ),
      },
      [
        'ci/deploy.yml#deploy [push pull-request] <unit nightly optional> {production} manual deploy@6',
        'ci/deploy.yml#early [push pull-request] <> deploy@10',
        '.gitlab-ci.yml#unit [push pull-request] <> install@7 test@9',
        '.gitlab-ci.yml#nightly [schedule] <> test@9 test@15',
        '.gitlab-ci.yml#optional [push pull-request] <> ignored test@21',
        '.gitlab-ci.yml#include [push pull-request] <> scan@3',
      ],
    ],
    [
      'declarative Jenkinsfile',
      {
        Jenkinsfile: lines(
          'pipeline {',
          '  agent { docker { image "maven:3" } }',
          "  triggers { cron('H 2 * * *') }",
          '  stages {',
          "    stage('Build') {",
          '      steps {',
          "        sh 'mvn -B -DskipTests package' // quick",
          '      }',
          '    }',
          "    stage('Checks') {",
          '      parallel {',
          "        stage('Unit') { steps { sh 'mvn test' } }",
          "        stage('Style') { steps { catchError(buildResult: 'SUCCESS') { sh 'mvn checkstyle:check verify' } } }",
          '      }',
          '    }',
          "    stage('Deploy') {",
          '      when { branch "main" }',
          '      steps {',
          '        withCredentials([string(credentialsId: "x", variable: "Y")]) {',
          '          sh """',
          '            set -e',
          '            kubectl apply -f k8s/',
          '          """',
          '        }',
          '      }',
          '    }',
          '  }',
          "  post { always { junit 'target/*.xml' } }",
          '}',
        ),
      },
      [
        'Jenkinsfile#Build [schedule push pull-request] <> build@7',
        'Jenkinsfile#Unit [schedule push pull-request] <Build> test@12',
        'Jenkinsfile#Style [schedule push pull-request] <Build> test@13? build@13?',
        'Jenkinsfile#Deploy [schedule push pull-request] <Unit Style> deploy@22',
      ],
    ],
    [
      'scripted Jenkinsfile',
      {
        Jenkinsfile: lines(
          'node {',
          "  stage('Test') {",
          '    dir("app") {',
          '      def status = sh(script: "make test", returnStatus: true)',
          '    }',
          '  }',
          "  stage('Ship')",
          '  {',
          "    build job: 'cart-deploy'",
          '  }',
          '}',
        ),
      },
      [
        'Jenkinsfile#Test [push pull-request] <> test@4?',
        'Jenkinsfile#Ship [push pull-request] <Test> deploy@9',
      ],
    ],
    [
      'CircleCI',
      {
        '.circleci/config.yml': lines(
          'version: 2.1',
          'orbs:',
          '  aws-ecs: circleci/aws-ecs@4',
          'commands:',
          '  unit:',
          '    steps:',
          '      - run: yarn test',
          'jobs:',
          '  test:',
          '    docker: [{image: "cimg/node:20"}]',
          '    steps:',
          '      - checkout',
          '      - unit',
          '      - run:',
          '          name: lint',
          '          command: yarn lint',
          'workflows:',
          '  main:',
          '    jobs:',
          '      - test',
          '      - hold: { type: approval, requires: [test] }',
          '      - aws-ecs/deploy-service-update:',
          '          name: deploy',
          '          requires: [hold]',
          '  nightly:',
          '    triggers:',
          '      - schedule: { cron: "0 1 * * *" }',
          '    jobs: [test]',
        ),
      },
      [
        '.circleci/config.yml#test [push schedule] <> test@7 lint@16',
        '.circleci/config.yml#hold [push] <test>',
        '.circleci/config.yml#deploy [push] <hold> manual deploy@22',
      ],
    ],
    [
      'Azure Pipelines',
      {
        'azure-pipelines.yml': lines(
          'trigger: [main]',
          'schedules:',
          '  - cron: "0 0 * * *"',
          'stages:',
          '  - stage: Test',
          '    jobs:',
          '      - template: ci/test.yml',
          '  - stage: Deploy',
          '    jobs:',
          '      - deployment: web',
          '        environment: production',
          '        strategy:',
          '          runOnce:',
          '            deploy:',
          '              steps:',
          '                - task: AzureWebApp@1',
        ),
        'ci/test.yml': lines(
          'jobs:',
          '  - job: unit',
          '    steps:',
          '      - script: dotnet test',
          '      - task: DotNetCoreCLI@2',
          '        continueOnError: true',
          '        inputs:',
          '          command: test',
        ),
      },
      [
        'ci/test.yml#unit [schedule push pull-request] <> test@4 test@5?',
        'azure-pipelines.yml#web [schedule push pull-request] <unit> {production} deploy@16',
      ],
    ],
    [
      'Bitbucket Pipelines',
      {
        'bitbucket-pipelines.yml': lines(
          'definitions:',
          '  steps:',
          '    - step: &test',
          '        name: Test',
          '        script: [npm ci, npm test]',
          'pipelines:',
          '  pull-requests:',
          '    "**": [{step: *test}]',
          '  branches:',
          '    main:',
          '      - step: *test',
          '      - step:',
          '          name: Deploy',
          '          deployment: production',
          '          script:',
          '            - pipe: atlassian/aws-ecs-deploy:1.0',
          '  custom:',
          '    nightly: [{step: *test}]',
        ),
      },
      [
        'bitbucket-pipelines.yml#Test [pull-request push schedule] <> install@5 test@5',
        'bitbucket-pipelines.yml#Deploy [push] <Test> {production} deploy@16',
      ],
    ],
    [
      'Buildkite',
      {
        '.buildkite/pipeline.yml': lines(
          'steps:',
          '  - label: test',
          '    command: cargo test',
          '    soft_fail: true',
          '  - wait',
          '  - label: deploy',
          '    commands:',
          '      - ./deploy.sh',
        ),
      },
      [
        '.buildkite/pipeline.yml#test [push pull-request] <> ignored test@3',
        '.buildkite/pipeline.yml#deploy [push pull-request] <test> deploy@8',
      ],
    ],
    [
      'CodeBuild, Cloud Build, Travis and Drone',
      {
        'buildspec.yml': lines(
          'version: 0.2',
          'phases:',
          '  build:',
          '    commands:',
          '      - pytest',
          '      - docker push x',
        ),
        'cloudbuild.yaml': lines(
          'steps:',
          "  - name: 'golang:1.22'",
          '    entrypoint: go',
          "    args: ['test', './...']",
          '  - name: gcr.io/cloud-builders/gcloud',
          '    args: [run, deploy, cart]',
          'images: [gcr.io/x/y]',
        ),
        '.travis.yml': lines(
          'language: go',
          'script: make test',
          'deploy:',
          '  provider: heroku',
        ),
        '.drone.yml': lines(
          'kind: pipeline',
          'name: default',
          'steps:',
          '  - name: test',
          '    image: golang:1',
          '    commands: [go test ./...]',
          '  - name: push',
          '    image: plugins/docker',
        ),
      },
      [
        '.travis.yml#script [push pull-request] <> test@2 deploy@4',
        '.drone.yml#default [push pull-request] <> test@6 release@7',
        'buildspec.yml#build [push pull-request] <> test@5 release@6',
        'cloudbuild.yaml#build [push pull-request] <> test@2 deploy@5 release@7',
      ],
    ],
    [
      'Tekton and Argo Workflows',
      {
        'ci/tekton.yaml': lines(
          'apiVersion: tekton.dev/v1',
          'kind: Task',
          'metadata: {name: unit}',
          'spec:',
          '  steps:',
          '    - image: golang:1',
          '      script: |',
          '        go test ./...',
          '---',
          'apiVersion: tekton.dev/v1',
          'kind: Pipeline',
          'metadata: {name: main}',
          'spec:',
          '  tasks:',
          '    - name: test',
          '      taskRef: {name: unit}',
          '    - name: deploy',
          '      runAfter: [test]',
          '      taskRef: {name: kubernetes-actions}',
        ),
        'ci/nightly.yaml': lines(
          'apiVersion: argoproj.io/v1alpha1',
          'kind: CronWorkflow',
          'metadata: {name: nightly}',
          'spec:',
          '  schedule: "0 2 * * *"',
          '  workflowSpec:',
          '    templates:',
          '      - name: e2e',
          '        container: {image: "cypress:1", command: [npx, cypress, run]}',
        ),
      },
      [
        'ci/tekton.yaml#test [push] <> test@8',
        'ci/tekton.yaml#deploy [push] <test> deploy@17',
        'ci/nightly.yaml#e2e [schedule] <> test@9',
      ],
    ],
  ])('reads %s', async (_, files, expected) => {
    expect(await summarize(files)).toEqual(expected);
  });

  it('takes a committed image tag for a deployment', async () => {
    const files = {
      '.github/workflows/cd.yml': lines(
        'on: push',
        'jobs:',
        '  bump:',
        '    steps:',
        '      - run: |',
        '          kustomize edit set image app=x:1',
        '          git commit -am bump',
        '          git push',
      ),
    };
    expect(await summarize(files)).toEqual([
      '.github/workflows/cd.yml#bump [push] <> deploy@6',
    ]);
  });

  it('finds delivery that is declared', async () => {
    const { deliveries } = await collect({
      'argocd/app.yaml': lines(
        'apiVersion: argoproj.io/v1alpha1',
        'kind: Application',
        'metadata: {name: cart, namespace: argocd}',
      ),
      'flux/hr.yaml': lines(
        'apiVersion: helm.toolkit.fluxcd.io/v2',
        'kind: HelmRelease',
        'metadata: {name: cart}',
        'spec:',
        '  upgrade:',
        '    remediation:',
        '      retries: 3',
      ),
      'skaffold.yaml': lines(
        'apiVersion: skaffold/v4beta6',
        'kind: Config',
        'deploy:',
        '  kubectl: {}',
      ),
      'atlantis.yaml': lines('version: 3', 'projects:', '  - dir: infra'),
      'cfn.yaml': lines(
        'AWSTemplateFormatVersion: "2010-09-09"',
        'Resources:',
        '  Group:',
        '    Type: AWS::CodeDeploy::DeploymentGroup',
        '    Properties:',
        '      AutoRollbackConfiguration:',
        '        Enabled: true',
      ),
    });
    expect(
      deliveries.map(({ subject, tool, delivers, rollback }) => [
        subject,
        tool,
        delivers,
        rollback?.location.startLine,
      ]),
    ).toEqual([
      ['Application/argocd/cart', 'Argo CD', 'application', undefined],
      ['HelmRelease/default/cart', 'Flux', 'application', 7],
      ['skaffold.yaml', 'Skaffold', 'application', undefined],
      ['atlantis.yaml', 'Atlantis', 'infrastructure', undefined],
      ['Group', 'CodeDeploy', 'application', 6],
    ]);
  });
});
