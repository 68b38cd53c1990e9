import {
  defineCheck,
  fail,
  notApplicable,
  pass,
  withFindings,
} from '../../check';

const STATE = /\.tfstate(\.backup|\.\d+(\.backup)?)?$|\.tfstate\.lock\.info$/;

export const noStateCommitted = defineCheck({
  id: 'no-state-committed',
  category: 'provision',
  kind: 'subject',
  level: 1,
  severity: 'high',
  isWaivable: false,
  title: 'No Terraform state is committed',
  description:
    'There is no *.tfstate file in a repository with Terraform. Not applicable without Terraform.',
  rationale:
    'State holds every attribute of every resource in plain text: passwords, keys, connection strings. Committed once it is in the history for ever, and two branches with different states are two different truths about what runs.',
  references: [
    {
      title: 'Terraform: sensitive data in state',
      url: 'https://developer.hashicorp.com/terraform/language/state/sensitive-data',
    },
  ],
  remediation: {
    summary:
      'Move the state to a remote backend, delete the file, rotate the secrets it held, and ignore *.tfstate*.',
    effortMinutes: 60,
    snippets: { gitignore: '*.tfstate\n*.tfstate.*\n.terraform/\n' },
  },
  examples: [
    {
      title: 'A state file beside the code',
      files: {
        'main.tf': 'provider "aws" {}\n',
        'terraform.tfstate': '{"version": 4}\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'terraform.tfstate',
          outcome: 'fail',
          at: 'terraform.tfstate:1',
        },
      ],
    },
    {
      title: 'Only code',
      files: { 'main.tf': 'provider "aws" {}\n', '.gitignore': '*.tfstate*\n' },
      outcome: 'pass',
    },
    {
      title: 'No Terraform',
      files: { 'main.go': 'package main\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate({ facts }) {
    const [project] = facts.terraformProjects;
    const states = facts.files.filter(({ path }) => STATE.test(path));
    if (project === undefined && states.length === 0)
      return notApplicable('No Terraform code');
    if (states.length > 0) {
      return withFindings(
        states.map(({ path, repository }) =>
          fail(
            {
              subject: path,
              location: {
                path,
                startLine: 1,
                endLine: 1,
                ...(repository !== undefined && { repository }),
              },
            },
            {
              message: 'A state file is committed',
              expected: 'no *.tfstate file',
              actual: path,
            },
          ),
        ),
      );
    }
    return withFindings(
      project === undefined
        ? []
        : [
            pass(
              { subject: '*.tfstate', location: project.location },
              {
                message: `No state file among ${facts.files.length} files`,
                expected: 'no *.tfstate file',
              },
            ),
          ],
    );
  },
});
