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
