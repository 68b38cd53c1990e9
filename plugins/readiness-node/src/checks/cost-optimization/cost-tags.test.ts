import { testCheck } from '../../testing';
import { costTags } from './cost-tags';

testCheck(costTags);

testCheck(costTags, [
  {
    title: 'Terragrunt generates the provider with default tags',
    files: {
      'terragrunt.hcl':
        'generate "provider" {\n  path     = "provider.tf"\n  contents = <<EOT\nprovider "aws" {\n  region = "${local.region}"\n  default_tags {\n    tags = { owner = "games" }\n  }\n}\nEOT\n}\n',
      'live/prod/db/terragrunt.hcl':
        'include "root" {\n  path = find_in_parent_folders()\n}\n\nterraform {\n  source = "../../../modules/db"\n}\n',
      'modules/db/main.tf': 'resource "aws_db_instance" "this" {}\n',
    },
    outcome: 'pass',
    findings: [{ subject: 'aws_db_instance.this', outcome: 'pass' }],
  },
]);

testCheck(costTags, [
  {
    title: 'The VPC module tags the log group of its flow logs too',
    files: {
      'main.tf':
        'module "vpc" {\n  source                               = "terraform-aws-modules/vpc/aws"\n  version                              = "5.8.1"\n  cidr                                 = "10.0.0.0/16"\n  enable_flow_log                      = true\n  create_flow_log_cloudwatch_log_group = true\n  tags                                 = { owner = "platform" }\n}\n',
    },
    outcome: 'pass',
    findings: [
      {
        subject: 'module.vpc.aws_cloudwatch_log_group.flow_log',
        outcome: 'pass',
        at: 'main.tf:7',
      },
    ],
  },
]);
