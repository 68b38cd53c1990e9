import { initialiseHclParser } from '../../../parsers/hcl';
import {
  describeResources,
  describeValue,
  indexOf,
  resolveTexts,
} from '../testing';
import { collectTerraformProjects } from '../projects/collectTerraformProjects';
import { defaultCollectorOptions } from '../../collector';

beforeAll(initialiseHclParser);

const texts = {
  'live/root.hcl': `locals {
  env  = read_terragrunt_config(find_in_parent_folders("env.hcl"))
  name = local.env.locals.name
}
remote_state {
  backend = "s3"
  config = {
    encrypt = true
    key     = "\${path_relative_to_include()}/terraform.tfstate"
  }
}
generate "provider" {
  path     = "provider.tf"
  contents = ""
}
inputs = {
  env  = local.name
  size = 1
}
`,
  'live/prod/env.hcl': 'locals {\n  name = "production"\n}\n',
  'live/prod/db/terragrunt.hcl': `include "root" {
  path   = find_in_parent_folders("root.hcl")
  expose = true
}
terraform {
  source = "../../../modules//db?ref=1"
}
dependency "vpc" {
  config_path = "../vpc"
}
inputs = {
  size = 2
  vpc  = dependency.vpc.outputs.vpc_id
  who  = include.root.locals.name
}
`,
  'live/prod/vpc/terragrunt.hcl': `include {
  path = find_in_parent_folders("root.hcl")
}
terraform {
  source = "tfr:///terraform-aws-modules/vpc/aws?version=5.1.0"
}
inputs = {
  cidr = "10.1.0.0/16"
}
`,
  'live/prod/far/terragrunt.hcl':
    'terraform {\n  source = "git::git@github.com:acme/modules.git//x?ref=v1"\n}\n',
  'modules/db/main.tf': `variable "env" {}
variable "vpc" {}
variable "who" {}
variable "size" { type = string }
resource "aws_db_instance" "this" {
  env  = var.env
  vpc  = var.vpc
  who  = var.who
  size = var.size
}
`,
};

it('runs modules with the inputs of units', () => {
  const resources = resolveTexts(texts);
  expect(
    resources.map(({ scope, address, environment, isOpaque }) => [
      scope,
      address,
      environment,
      isOpaque,
    ]),
  ).toEqual([
    ['live/prod/db', 'module.db', 'prod', undefined],
    ['live/prod/db', 'aws_db_instance.this', 'prod', undefined],
    ['live/prod/vpc', 'module.vpc', 'prod', undefined],
    ['live/prod/vpc', 'aws_vpc.this', 'prod', undefined],
    ['live/prod/vpc', 'aws_default_security_group.this', 'prod', undefined],
    ['live/prod/far', 'module.far', 'prod', true],
  ]);
  expect(describeResources(resources)['aws_db_instance.this']).toEqual({
    env: 'production',
    vpc: '<dependency.vpc.outputs.vpc_id>',
    who: 'production',
    size: '2',
  });
  const vpc = resources.find(({ address }) => address === 'aws_vpc.this');
  expect(vpc?.attributes.entries.cidr_block?.location).toEqual({
    path: 'live/prod/vpc/terragrunt.hcl',
    startLine: 8,
    endLine: 8,
  });
});

it('describes units as projects', () => {
  const projects = collectTerraformProjects({
    files: indexOf(texts),
    options: defaultCollectorOptions,
  });
  expect(projects.map(({ path, role, tool }) => [path, role, tool])).toEqual([
    ['modules/db', 'reusable', 'terraform'],
    ['live/prod/db', 'root', 'terragrunt'],
    ['live/prod/vpc', 'root', 'terragrunt'],
    ['live/prod/far', 'root', 'terragrunt'],
  ]);
  const [, database, vpc] = projects;
  expect(database?.state).toMatchObject({
    kind: 'remote_state',
    type: 's3',
    location: { path: 'live/root.hcl', startLine: 5, endLine: 11 },
  });
  expect(describeValue(database?.state?.attributes)).toEqual({
    encrypt: true,
    key: 'prod/db/terraform.tfstate',
  });
  expect(database?.generates.map(({ name }) => name)).toEqual(['provider']);
  expect(vpc?.moduleCalls).toMatchObject([
    { kind: 'registry', version: '5.1.0' },
  ]);
});

it('survives configurations that include each other', () => {
  expect(() =>
    resolveTexts({
      'a/terragrunt.hcl':
        'include {\n  path = "../b/terragrunt.hcl"\n}\nlocals {\n  x = read_terragrunt_config("../b/terragrunt.hcl")\n}\ninputs = local.x\nterraform {\n  source = "."\n}\n',
      'b/terragrunt.hcl':
        'include {\n  path = "../a/terragrunt.hcl"\n}\nlocals {\n  x = read_terragrunt_config("../a/terragrunt.hcl")\n}\ninputs = local.x\nterraform {\n  source = "../a"\n}\n',
      'a/main.tf': 'resource "a_b" "c" {}\n',
    }),
  ).not.toThrow();
});
