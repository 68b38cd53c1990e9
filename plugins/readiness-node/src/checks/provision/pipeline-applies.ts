import type { Finding } from 'backstage-plugin-readiness-common';
import {
  defineCheck,
  findCloudCode,
  findLibraryKind,
  findPurposes,
  notApplicable,
  pass,
  presence,
  type CheckContext,
} from '../../check';
import { getProjectSubject } from './terraformProject';

export const pipelineApplies = defineCheck({
  id: 'pipeline-applies',
  category: 'provision',
  kind: 'presence',
  level: 2,
  severity: 'medium',
  title: 'Infrastructure is planned or applied by a pipeline',
  description:
    'Infrastructure code is planned or applied by CI or GitOps: terraform, tofu or terragrunt plan or apply, cdk deploy, cloudformation deploy, pulumi up, Atlantis, HCP Terraform (cloud {}). Not applicable to libraries and without infrastructure code.',
  rationale:
    'Infrastructure applied from laptops is applied with somebody’s local variables, unmerged branch and permanent administrator rights. A pipeline leaves a plan to review and a log to read.',
  references: [
    {
      title: 'Running Terraform in automation',
      url: 'https://developer.hashicorp.com/terraform/tutorials/automation/automate-terraform',
    },
    { title: 'Atlantis', url: 'https://www.runatlantis.io/' },
  ],
  remediation: {
    summary:
      'Plan on pull requests and apply on the main branch, with credentials the pipeline gets by OIDC.',
    effortMinutes: 120,
    snippets: {
      'github-actions':
        'plan:\n  steps:\n    - uses: hashicorp/setup-terraform@v3\n    - run: terraform -chdir=infra init -input=false\n    - run: terraform -chdir=infra plan -input=false\n',
      'gitlab-ci':
        'plan:\n  script:\n    - terraform -chdir=infra init\n    - terraform -chdir=infra plan\n',
      yaml: '# atlantis.yaml\nversion: 3\nprojects:\n  - dir: infra\n',
    },
  },
  examples: [
    {
      title: 'terraform plan in CI',
      files: {
        'main.tf': 'resource "aws_sqs_queue" "a" {}\n',
        '.github/workflows/tf.yml':
          'on: pull_request\njobs:\n  plan:\n    steps:\n      - run: terraform plan\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: '.github/workflows/tf.yml#plan',
          outcome: 'pass',
          at: '.github/workflows/tf.yml:5',
        },
      ],
    },
    {
      title: 'Atlantis',
      files: {
        'main.tf': 'resource "aws_sqs_queue" "a" {}\n',
        'atlantis.yaml': 'version: 3\nprojects:\n  - dir: .\n',
      },
      outcome: 'pass',
      findings: [{ subject: 'atlantis.yaml', outcome: 'pass' }],
    },
    {
      title: 'Terraform without a pipeline',
      files: {
        'main.tf': 'provider "aws" {}\nresource "aws_sqs_queue" "a" {}\n',
      },
      outcome: 'fail',
    },
    {
      title: 'No infrastructure code',
      files: { 'main.go': 'package main\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate(context) {
    const library = findLibraryKind(context);
    if (library !== undefined)
      return notApplicable(`a ${library} is applied by those who use it`);
    const findings = [
      ...findJobs(context.facts),
      ...findDeclared(context.facts),
    ];
    if (findings.length === 0 && findCloudCode(context.facts) === undefined)
      return notApplicable('there is no infrastructure code in the files read');
    return presence(
      context,
      'a pipeline that plans or applies infrastructure (terraform, terragrunt, cdk, cloudformation, pulumi, Atlantis, HCP Terraform)',
      findings,
    );
  },
});

function findJobs({ jobs }: CheckContext['facts']): readonly Finding[] {
  return jobs.flatMap(job => {
    const [apply] = [
      ...findPurposes(job, 'apply'),
      ...findPurposes(job, 'plan'),
    ].filter(({ tool }) => tool !== 'Infracost');
    return apply
      ? [
          pass(job, {
            message: `${job.name} runs ${apply.tool}: ${apply.text}`,
            actual: apply.text,
            at: [apply.location],
          }),
        ]
      : [];
  });
}

function findDeclared({
  deliveries,
  terraformProjects,
}: CheckContext['facts']): readonly Finding[] {
  const declared = deliveries
    .filter(({ delivers }) => delivers === 'infrastructure')
    .map(delivery =>
      pass(delivery, {
        message: `${delivery.tool} applies infrastructure`,
        actual: delivery.text,
      }),
    );
  const cloud = terraformProjects.flatMap(project => {
    if (project.state?.kind !== 'cloud') return [];
    const subject = {
      ...getProjectSubject(project),
      location: project.state.location,
    };
    return [
      pass(subject, {
        message: 'HCP Terraform runs plan and apply (cloud block)',
        actual: 'cloud {}',
      }),
    ];
  });
  return [...declared, ...cloud];
}
