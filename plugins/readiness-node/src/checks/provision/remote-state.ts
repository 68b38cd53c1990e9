import type { Finding } from 'backstage-plugin-readiness-common';
import { defineCheck, fail, forEachSubject, pass, unknown } from '../../check';
import type {
  TerraformProjectFact,
  TerraformState,
} from '../../facts/types/terraformProjects';
import type { Value } from '../../facts/value';
import { getProjectSubject } from './terraformProject';

export const remoteState = defineCheck({
  id: 'remote-state',
  category: 'provision',
  kind: 'subject',
  level: 1,
  severity: 'medium',
  title: 'Terraform state is kept in a shared place',
  description:
    'Every Terraform root module has a remote backend, a cloud block or Terragrunt remote_state; an S3 backend encrypts (aspect encryption) and locks (aspect locking). Not applicable to reusable modules and examples.',
  rationale:
    'State on a laptop is state that only one person has. A remote backend lets the team and the pipeline work on the same truth, locking keeps two runs from overwriting each other, and encryption protects the secrets that state always holds.',
  references: [
    {
      title: 'Terraform: backends',
      url: 'https://developer.hashicorp.com/terraform/language/backend',
    },
    {
      title: 'Terraform: S3 backend',
      url: 'https://developer.hashicorp.com/terraform/language/backend/s3',
    },
  ],
  remediation: {
    summary:
      'Add a backend block with encrypt = true and use_lockfile = true (or dynamodb_table), then run terraform init -migrate-state.',
    effortMinutes: 45,
    snippets: {
      terraform:
        'terraform {\n  backend "s3" {\n    bucket       = "acme-terraform-state"\n    key          = "cart/terraform.tfstate"\n    region       = "eu-central-1"\n    encrypt      = true\n    use_lockfile = true\n  }\n}\n',
      terragrunt:
        'remote_state {\n  backend = "s3"\n  config = {\n    bucket       = "acme-terraform-state"\n    key          = "${path_relative_to_include()}/terraform.tfstate"\n    region       = "eu-central-1"\n    encrypt      = true\n    use_lockfile = true\n  }\n}\n',
    },
  },
  examples: [
    {
      title: 'S3 with encryption and a lock table',
      files: {
        'main.tf':
          'terraform {\n  backend "s3" {\n    bucket         = "state"\n    key            = "cart"\n    encrypt        = true\n    dynamodb_table = "locks"\n  }\n}\n\nprovider "aws" {}\n\nresource "aws_sqs_queue" "a" {}\n',
      },
      outcome: 'pass',
      findings: [
        { subject: '.', aspect: 'backend', outcome: 'pass', at: 'main.tf:2' },
        {
          subject: '.',
          aspect: 'encryption',
          outcome: 'pass',
          at: 'main.tf:5',
        },
        { subject: '.', aspect: 'locking', outcome: 'pass', at: 'main.tf:6' },
      ],
    },
    {
      title: 'S3 without locking',
      files: {
        'main.tf':
          'terraform {\n  backend "s3" {\n    bucket  = "state"\n    key     = "cart"\n    encrypt = true\n  }\n}\n\nprovider "aws" {}\n\nresource "aws_sqs_queue" "a" {}\n',
      },
      outcome: 'fail',
      findings: [
        { subject: '.', aspect: 'locking', outcome: 'fail', at: 'main.tf:2' },
      ],
    },
    {
      title: 'State on the machine that runs it',
      files: {
        'main.tf': 'provider "aws" {}\n\nresource "aws_sqs_queue" "a" {}\n',
      },
      outcome: 'fail',
      findings: [{ subject: '.', aspect: 'backend', outcome: 'fail' }],
    },
    {
      title: 'No Terraform',
      files: { 'main.go': 'package main\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate: ({ facts }) =>
    forEachSubject(
      facts.terraformProjects.filter(project => project.role === 'root'),
      'No Terraform root module',
      judgeProject,
    ),
});

function judgeProject(project: TerraformProjectFact): readonly Finding[] {
  const subject = getProjectSubject(project);
  const { state } = project;
  const expected = 'a remote backend or cloud block';
  if (state === undefined || state.type === 'local') {
    return [
      fail(subject, {
        aspect: 'backend',
        message:
          state === undefined
            ? 'No backend is set, so the state stays where Terraform runs'
            : 'The local backend keeps the state where Terraform runs',
        expected,
        actual:
          state === undefined
            ? 'no backend (the default is local)'
            : 'backend "local"',
        ...(state !== undefined && { at: [state.location] }),
      }),
    ];
  }
  const name =
    state.kind === 'cloud'
      ? 'cloud'
      : `${state.kind} ${state.type ?? ''}`.trim();
  const backend = pass(subject, {
    aspect: 'backend',
    message: `The state is kept by ${name}`,
    expected,
    at: [state.location],
  });
  return state.type === 's3'
    ? [backend, ...judgeS3(project, state)]
    : [backend];
}

function judgeS3(
  project: TerraformProjectFact,
  state: TerraformState,
): readonly Finding[] {
  const encrypt = getSetting(state, 'encrypt');
  const lock = [
    getSetting(state, 'use_lockfile'),
    getSetting(state, 'dynamodb_table'),
  ].find(isOn);
  const pending = [
    getSetting(state, 'use_lockfile'),
    getSetting(state, 'dynamodb_table'),
  ].find(isUnresolved);
  return [
    judgeSetting(project, state, {
      aspect: 'encryption',
      expected: 'encrypt = true',
      found: encrypt,
      pending: encrypt,
    }),
    judgeSetting(project, state, {
      aspect: 'locking',
      expected: 'use_lockfile = true or dynamodb_table',
      found: lock,
      pending,
    }),
  ];
}

interface SettingQuestion {
  readonly aspect: string;
  readonly expected: string;
  readonly found: Value | undefined;
  readonly pending: Value | undefined;
}

function judgeSetting(
  project: TerraformProjectFact,
  state: TerraformState,
  question: SettingQuestion,
): Finding {
  const subject = getProjectSubject(project);
  const { aspect, expected, found, pending } = question;
  if (found !== undefined && isOn(found)) {
    return pass(subject, {
      aspect,
      message: `The S3 backend has ${expected}`,
      expected,
      at: [found.location],
    });
  }
  if (pending?.kind === 'unresolved') {
    return unknown(subject, {
      aspect,
      message: `It is ${pending.expression}, which cannot be resolved`,
      expected,
      at: [pending.location],
    });
  }
  if (getSetting(state, 'bucket') === undefined) {
    return unknown(subject, {
      aspect,
      message:
        'The backend is completed by -backend-config when it is initialised',
      expected,
      actual: 'partial configuration',
      at: [state.location],
    });
  }
  return fail(subject, {
    aspect,
    message: `The S3 backend lacks ${expected}`,
    expected,
    actual: 'not set',
    at: [found?.location ?? state.location],
  });
}

/** Terragrunt nests the backend's settings in `config`. */
function getSetting(
  { attributes }: TerraformState,
  name: string,
): Value | undefined {
  const { config } = attributes.entries;
  const nested = config?.kind === 'map' ? config.entries[name] : undefined;
  return nested ?? attributes.entries[name];
}

function isOn(value: Value | undefined): boolean {
  return (
    value?.kind === 'scalar' &&
    value.value !== false &&
    value.value !== null &&
    value.value !== '' &&
    value.value !== 'false'
  );
}

function isUnresolved(value: Value | undefined): boolean {
  return value?.kind === 'unresolved';
}
