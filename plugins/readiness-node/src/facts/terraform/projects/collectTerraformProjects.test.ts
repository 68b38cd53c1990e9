import { initialiseHclParser } from '../../../parsers/hcl';
import { defaultCollectorOptions } from '../../collector';
import { describeValue, indexOf } from '../testing';
import { collectTerraformProjects } from './collectTerraformProjects';

beforeAll(initialiseHclParser);

const collect = (texts: Readonly<Record<string, string>>) =>
  collectTerraformProjects({
    files: indexOf(texts),
    options: defaultCollectorOptions,
  });

it('tells what a root requires and declares', () => {
  const [project] = collect({
    'main.tf': `terraform {
  required_version = "~> 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
    random = "3.1"
  }
  backend "s3" {
    bucket  = "state"
    encrypt = true
  }
}
resource "google_x" "y" {
  provider = google-beta.eu
  name     = terraform.workspace
}
module "a" {
  source  = "acme/a/aws//modules/b"
  version = ">= 1.0"
}
module "b" { source = "git::https://example.test/b.git?ref=v1" }
module "c" { source = "./c" }
variable "size" {
  description = "How large"
  type        = list(string)
  default     = ["a"]
  sensitive   = true
  validation {
    condition     = true
    error_message = "no"
  }
}
output "o" {
  description = "Out"
  value       = 1
}
`,
    '.terraform.lock.hcl': '',
    'prod.tfvars': 'size = ["b"]\n',
    'terraform.tfvars': '',
    'c/main.tf': 'variable "x" {}\n',
  });
  expect(project).toMatchObject({
    path: '',
    role: 'root',
    requiredVersion: {
      text: '~> 1.5',
      location: { path: 'main.tf', startLine: 2, endLine: 2 },
    },
    requiredProviders: [
      {
        name: 'aws',
        source: 'hashicorp/aws',
        version: '~> 5.0',
        location: { startLine: 4, endLine: 7 },
      },
      { name: 'random', version: '3.1' },
    ],
    usedProviders: [{ name: 'google-beta' }],
    state: {
      kind: 'backend',
      type: 's3',
      location: { startLine: 10, endLine: 13 },
    },
    lockFile: '.terraform.lock.hcl',
    moduleCalls: [
      {
        name: 'a',
        kind: 'registry',
        source: 'acme/a/aws//modules/b',
        version: '>= 1.0',
      },
      { name: 'b', kind: 'git', ref: 'v1' },
      { name: 'c', kind: 'local' },
    ],
    variables: [
      {
        name: 'size',
        type: 'list(string)',
        description: 'How large',
        hasValidation: true,
        isSensitive: true,
      },
    ],
    outputs: [{ name: 'o', description: 'Out', isSensitive: false }],
    variableFiles: [
      { path: 'prod.tfvars', isAutomatic: false, environment: 'prod' },
      { path: 'terraform.tfvars', isAutomatic: true },
    ],
    workspaceUse: { path: 'main.tf', startLine: 17, endLine: 17 },
    resourceCount: 1,
  });
  expect(describeValue(project?.variables[0]?.default)).toEqual(['a']);
});

it.each<
  [string, Readonly<Record<string, string>>, Readonly<Record<string, string>>]
>([
  [
    'resources alone are run',
    { 'main.tf': 'resource "a_b" "c" {}\n' },
    { '': 'root' },
  ],
  [
    'an interface without anything to run it is made for others',
    {
      'main.tf':
        'variable "a" {}\nresource "a_b" "c" {}\noutput "o" {\n  value = 1\n}\n',
    },
    { '': 'reusable' },
  ],
  [
    'a provider makes a root',
    {
      'main.tf':
        'provider "aws" {}\nvariable "a" {}\noutput "o" {\n  value = 1\n}\n',
    },
    { '': 'root' },
  ],
  [
    'a called folder is reusable, an example is one',
    {
      'main.tf': 'variable "a" {}\n',
      'examples/x/main.tf':
        'provider "aws" {}\nmodule "m" {\n  source = "../../"\n}\n',
    },
    { '': 'reusable', 'examples/x': 'example' },
  ],
  [
    'cloud settings make a root',
    {
      'x/main.tf':
        'terraform {\n  cloud {\n    organization = "a"\n  }\n}\nvariable "a" {}\noutput "o" {\n  value = 1\n}\n',
    },
    { x: 'root' },
  ],
])('%s', (_, texts, roles) => {
  expect(
    Object.fromEntries(collect(texts).map(({ path, role }) => [path, role])),
  ).toEqual(roles);
});
