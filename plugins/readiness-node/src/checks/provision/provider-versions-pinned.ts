import type { Finding } from 'backstage-plugin-readiness-common';
import { defineCheck, fail, forEachSubject, pass } from '../../check';
import type { TerraformProjectFact } from '../../facts/types/terraformProjects';
import { getProjectSubject } from './terraformProject';

/** Providers that are part of Terraform itself. */
const BUILT_IN = new Set(['terraform']);

export const providerVersionsPinned = defineCheck({
  id: 'provider-versions-pinned',
  category: 'provision',
  kind: 'subject',
  level: 2,
  severity: 'medium',
  title: 'Terraform and its providers have versions',
  description:
    'Each Terraform module has required_version (aspect terraform-version) and a version for each provider it uses (aspect provider-versions); root modules have a lock file (aspect lock-file). Not applicable without Terraform.',
  rationale:
    'Without a version, today’s plan runs with whatever was released last night. Constraints say what a module works with, the lock file makes every run of a root use the same provider, checksums included.',
  knownAs: ['terraform_required_version', 'terraform_required_providers'],
  references: [
    {
      title: 'Terraform: version constraints',
      url: 'https://developer.hashicorp.com/terraform/language/expressions/version-constraints',
    },
    {
      title: 'Terraform: dependency lock file',
      url: 'https://developer.hashicorp.com/terraform/language/files/dependency-lock',
    },
  ],
  remediation: {
    summary:
      'Set required_version and a version in required_providers, and commit .terraform.lock.hcl of each root.',
    effortMinutes: 15,
    snippets: {
      terraform:
        'terraform {\n  required_version = ">= 1.9"\n  required_providers {\n    aws = {\n      source  = "hashicorp/aws"\n      version = "~> 5.60"\n    }\n  }\n}\n',
    },
  },
  examples: [
    {
      title: 'Everything has a version',
      files: {
        'main.tf':
          'terraform {\n  required_version = ">= 1.9"\n  required_providers {\n    aws = {\n      source  = "hashicorp/aws"\n      version = "~> 5.60"\n    }\n  }\n}\n\nprovider "aws" {}\n',
        '.terraform.lock.hcl':
          'provider "example/hashicorp/aws" {\n  version = "5.60.0"\n}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: '.',
          aspect: 'terraform-version',
          outcome: 'pass',
          at: 'main.tf:2',
        },
        {
          subject: '.',
          aspect: 'provider-versions',
          outcome: 'pass',
          at: 'main.tf:4',
        },
        { subject: '.', aspect: 'lock-file', outcome: 'pass' },
      ],
    },
    {
      title: 'A provider without a version',
      files: {
        'main.tf':
          'terraform {\n  required_version = ">= 1.9"\n}\n\nprovider "aws" {}\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: '.',
          aspect: 'provider-versions',
          outcome: 'fail',
          at: 'main.tf:5',
        },
        { subject: '.', aspect: 'lock-file', outcome: 'fail' },
      ],
    },
    {
      title: 'No Terraform',
      files: { 'main.go': 'package main\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate: ({ facts }) =>
    forEachSubject(
      facts.terraformProjects.filter(project => project.tool === 'terraform'),
      'No Terraform code',
      project => [
        judgeTerraformVersion(project),
        ...judgeProviders(project),
        ...(project.role === 'root' ? [judgeLockFile(project)] : []),
      ],
    ),
});

function judgeTerraformVersion(project: TerraformProjectFact): Finding {
  const subject = getProjectSubject(project);
  const { requiredVersion } = project;
  const details = {
    aspect: 'terraform-version',
    rules: ['terraform_required_version'],
    expected: 'required_version',
  };
  return requiredVersion === undefined
    ? fail(subject, {
        ...details,
        message: 'required_version is not set',
        actual: 'not set',
      })
    : pass(subject, {
        ...details,
        message: `required_version = "${requiredVersion.text}"`,
        at: [requiredVersion.location],
      });
}

function judgeProviders(project: TerraformProjectFact): readonly Finding[] {
  const subject = getProjectSubject(project);
  const versioned = project.requiredProviders.filter(
    ({ version }) => version !== undefined,
  );
  const names = new Set(versioned.map(({ name }) => name));
  const loose = [...project.requiredProviders, ...project.usedProviders].filter(
    ({ name }) => !names.has(name) && !BUILT_IN.has(name),
  );
  const details = {
    aspect: 'provider-versions',
    rules: ['terraform_required_providers'],
    expected: 'a version for each provider in required_providers',
  };
  const looseNames = [...new Set(loose.map(({ name }) => name))];
  if (looseNames.length > 0) {
    return [
      fail(subject, {
        ...details,
        message: `No version for ${looseNames.join(', ')}`,
        actual: `${looseNames.length} without a version`,
        at: loose.map(({ location }) => location).slice(0, 5),
      }),
    ];
  }
  if (versioned.length === 0) return [];
  const message = versioned
    .map(({ name, version }) => `${name} ${version}`)
    .join(', ');
  return [
    pass(subject, {
      ...details,
      message,
      at: versioned.map(({ location }) => location),
    }),
  ];
}

function judgeLockFile(project: TerraformProjectFact): Finding {
  const subject = getProjectSubject(project);
  const details = {
    aspect: 'lock-file',
    expected: '.terraform.lock.hcl committed',
  };
  const { lockFile, location } = project;
  return lockFile === undefined
    ? fail(subject, {
        ...details,
        message: '.terraform.lock.hcl is not committed',
        actual: 'no lock file',
      })
    : pass(subject, {
        ...details,
        message: `${lockFile} is committed`,
        at: [{ ...location, path: lockFile, startLine: 1, endLine: 1 }],
      });
}
