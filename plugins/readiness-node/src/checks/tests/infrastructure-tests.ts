import {
  defineCheck,
  findInfrastructureCode,
  findToolUses,
  notApplicable,
  passToolUses,
  presence,
} from '../../check';

export const infrastructureTests = defineCheck({
  id: 'infrastructure-tests',
  category: 'tests',
  kind: 'presence',
  level: 2,
  severity: 'medium',
  title: 'Infrastructure code has automated tests',
  description:
    'There are tests of the infrastructure code: Terratest, terraform test (*.tftest.hcl), InSpec, Serverspec, goss, Test Kitchen and kitchen-terraform, Molecule, taskcat, CDK assertions, rspec-puppet, ChefSpec, helm tests. Not applicable without infrastructure code.',
  rationale:
    'A plan shows what will be asked for, not whether the result serves a request. Tests that create the real thing, check it and destroy it are the only way to change a module others depend on without fear.',
  references: [
    { title: 'Terratest', url: 'https://terratest.gruntwork.io/' },
    {
      title: 'Terraform: tests',
      url: 'https://developer.hashicorp.com/terraform/language/tests',
    },
    {
      title: 'Ansible Molecule',
      url: 'https://ansible.readthedocs.io/projects/molecule/',
    },
    {
      title: 'kitchen-terraform',
      url: 'https://newcontext-oss.github.io/kitchen-terraform/',
    },
  ],
  remediation: {
    summary:
      'Add a tests/main.tftest.hcl (or Terratest, Molecule, InSpec, a helm test) that asserts the most important property of the module.',
    effortMinutes: 120,
    snippets: {
      terraform:
        'run "bucket_is_private" {\n  command = plan\n\n  assert {\n    condition     = aws_s3_bucket_public_access_block.this.block_public_acls\n    error_message = "The bucket must block public ACLs"\n  }\n}\n',
      yaml: '# molecule/default/molecule.yml\ndriver:\n  name: docker\nplatforms:\n  - name: instance\n    image: debian:12\nprovisioner:\n  name: ansible\nverifier:\n  name: ansible\n',
    },
  },
  examples: [
    {
      title: 'terraform test',
      files: {
        'main.tf': 'resource "aws_sqs_queue" "a" {}\n',
        'tests/queue.tftest.hcl': 'run "a" {}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'tests/queue.tftest.hcl',
          outcome: 'pass',
          at: 'tests/queue.tftest.hcl:1',
        },
      ],
    },
    {
      title: 'Terratest',
      files: {
        'main.tf': 'resource "aws_sqs_queue" "a" {}\n',
        'test/a_test.go':
          'package test\n\nimport "github.com/gruntwork-io/terratest/modules/terraform"\n',
      },
      outcome: 'pass',
      findings: [
        { subject: 'test/a_test.go', outcome: 'pass', at: 'test/a_test.go:3' },
      ],
    },
    {
      title: 'Terraform without tests',
      files: { 'main.tf': 'resource "aws_sqs_queue" "a" {}\n' },
      outcome: 'fail',
    },
    {
      title: 'No infrastructure code',
      files: { 'main.go': 'package main\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate(context) {
    const uses = findToolUses(context.facts, 'infrastructure-test');
    if (
      uses.length === 0 &&
      findInfrastructureCode(context.facts) === undefined
    ) {
      return notApplicable('there is no infrastructure code in the files read');
    }
    return presence(
      context,
      'tests of infrastructure (Terratest, *.tftest.hcl, InSpec, Serverspec, goss, Kitchen, Molecule, taskcat, CDK assertions, rspec-puppet, ChefSpec, helm tests)',
      passToolUses(uses),
    );
  },
});
