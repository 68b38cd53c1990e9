import type { Finding } from 'backstage-plugin-readiness-common';
import { defineCheck, fail, forEachSubject, pass } from '../../check';
import type { TerraformModuleCall } from '../../facts/types/terraformProjects';

const COMMIT = /^[0-9a-f]{7,64}$/i;
const BRANCH =
  /^(main|master|develop|development|trunk|head|latest|stable|release)$/i;

export const modulesPinned = defineCheck({
  id: 'modules-pinned',
  category: 'provision',
  kind: 'subject',
  level: 2,
  severity: 'medium',
  title: 'Terraform modules are pinned',
  description:
    'Modules from a registry have a version, modules from git a ref that is a tag or commit. Local modules are left out. Not applicable without modules from elsewhere.',
  rationale:
    'A module without a version changes under your feet: the same code plans something else next week, and nobody reviewed the change. A pin makes the update a pull request.',
  knownAs: [
    'CKV_TF_1',
    'CKV_TF_2',
    'terraform_module_pinned_source',
    'terraform_module_version',
  ],
  references: [
    {
      title: 'Terraform: module sources',
      url: 'https://developer.hashicorp.com/terraform/language/modules/sources',
    },
  ],
  remediation: {
    summary:
      'Add version to registry modules and ?ref=<tag or commit> to git sources.',
    effortMinutes: 10,
    snippets: {
      terraform:
        'module "vpc" {\n  source  = "terraform-aws-modules/vpc/aws"\n  version = "5.13.0"\n}\n\nmodule "dns" {\n  source = "git::https://git.example.com/terraform/dns.git?ref=v1.4.0"\n}\n',
    },
  },
  examples: [
    {
      title: 'A version and a tag',
      files: {
        'main.tf':
          'module "vpc" {\n  source  = "terraform-aws-modules/vpc/aws"\n  version = "5.13.0"\n}\n\nmodule "dns" {\n  source = "git::https://git.acme.test/dns.git?ref=v1.4.0"\n}\n',
      },
      outcome: 'pass',
      findings: [
        { subject: 'module.vpc', outcome: 'pass', at: 'main.tf:1' },
        { subject: 'module.dns', outcome: 'pass', at: 'main.tf:6' },
      ],
    },
    {
      title: 'A branch is no pin',
      files: {
        'main.tf':
          'module "dns" {\n  source = "git::https://git.acme.test/dns.git?ref=main"\n}\n',
      },
      outcome: 'fail',
      findings: [{ subject: 'module.dns', outcome: 'fail', at: 'main.tf:1' }],
    },
    {
      title: 'Local modules only',
      files: {
        'main.tf': 'module "db" {\n  source = "./db"\n}\n',
        'db/main.tf': 'variable "a" {}\n',
      },
      outcome: 'not-applicable',
    },
  ],
  evaluate: ({ facts }) =>
    forEachSubject(
      facts.terraformProjects.flatMap(project => project.moduleCalls),
      'No module from a registry or from git',
      judgeCall,
    ),
});

function judgeCall(call: TerraformModuleCall): Finding | undefined {
  const subject = { subject: `module.${call.name}`, location: call.location };
  if (call.kind === 'registry') {
    const details = {
      rules: ['CKV_TF_2', 'terraform_module_version'],
      expected: 'version',
    };
    return call.version === undefined
      ? fail(subject, {
          ...details,
          message: `${call.source} has no version`,
          actual: 'no version',
        })
      : pass(subject, {
          ...details,
          message: `${call.source} ${call.version}`,
        });
  }
  if (call.kind !== 'git') return undefined;
  const expected = 'ref of a tag or commit';
  if (call.ref === undefined || BRANCH.test(call.ref)) {
    return fail(subject, {
      rules: ['CKV_TF_1', 'CKV_TF_2', 'terraform_module_pinned_source'],
      expected,
      message:
        call.ref === undefined
          ? `${call.source} has no ref`
          : `ref ${call.ref} is a branch, which moves`,
      actual: call.ref === undefined ? 'no ref' : `ref=${call.ref}`,
    });
  }
  const rules = COMMIT.test(call.ref)
    ? ['CKV_TF_1', 'terraform_module_pinned_source']
    : ['CKV_TF_2', 'terraform_module_pinned_source'];
  return pass(subject, { rules, expected, message: `ref ${call.ref}` });
}
