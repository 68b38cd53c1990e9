import { testCheck } from '../../testing';
import { installAutomated } from './install-automated';

testCheck(installAutomated, [
  {
    title: 'Packer, Chef, Puppet, a playbook, a script: each is a finding',
    files: {
      'images/app.pkr.hcl':
        'source "amazon-ebs" "app" {}\n\nbuild {\n  sources = ["source.amazon-ebs.app"]\n}\n',
      'cookbooks/relay/recipes/default.rb': "package 'postfix'\n",
      'manifests/site.pp': "node 'a' {\n  include profile::web\n}\n",
      'site-modules/profile/manifests/web.pp': 'class profile::web {}\n',
      'site.yml': '- hosts: all\n  roles:\n    - base\n',
      'scripts/setup-host.sh': '#!/bin/bash\napt-get install -y nginx\n',
      'scripts/deploy.sh': '#!/bin/bash\nkubectl apply -f k8s\n',
    },
    outcome: 'pass',
    findings: [
      {
        subject: 'images/app.pkr.hcl',
        outcome: 'pass',
        at: 'images/app.pkr.hcl:3',
      },
      { subject: 'cookbooks/relay', outcome: 'pass' },
      { subject: 'manifests/site.pp', outcome: 'pass' },
      { subject: 'site-modules/profile', outcome: 'pass' },
      { subject: 'site.yml', outcome: 'pass' },
      { subject: 'scripts/setup-host.sh', outcome: 'pass' },
    ],
    isComplete: true,
  },
  {
    title: 'user data of an instance, as decoded text',
    files: {
      'main.tf':
        'resource "aws_instance" "web" {\n  ami       = "ami-1"\n  user_data = <<-EOT\n    #!/bin/bash\n    dnf install -y nginx\n  EOT\n}\n',
    },
    outcome: 'pass',
    findings: [
      { subject: 'aws_instance.web', outcome: 'pass', at: 'main.tf:3' },
    ],
    isComplete: true,
  },
  {
    title: 'a cookbook is a library that installs',
    files: {
      'metadata.rb': "name 'relay'\n",
      'recipes/default.rb': "package 'postfix'\n",
      'Policyfile.rb': "cookbook 'relay', path: '.'\n",
    },
    entity: { type: 'library' },
    outcome: 'pass',
    findings: [{ subject: '.', outcome: 'pass', at: 'recipes/default.rb:1' }],
    isComplete: true,
  },
  {
    title: 'only the test scenario of a role is no installation',
    files: {
      'molecule/default/converge.yml': '- hosts: all\n  roles: [web]\n',
      'main.go': 'package main\n',
    },
    outcome: 'fail',
  },
  {
    title: 'a reusable Terraform module is installed by nobody',
    files: {
      'main.tf':
        'variable "name" {}\n\nresource "aws_sqs_queue" "a" {\n  name = var.name\n}\n',
      'outputs.tf': 'output "arn" {\n  value = aws_sqs_queue.a.arn\n}\n',
      'versions.tf': 'terraform {\n  required_version = ">= 1.5"\n}\n',
    },
    entity: { type: 'terraform-module' },
    outcome: 'not-applicable',
  },
]);
