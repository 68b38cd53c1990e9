import { defineCheck, forEachSubject } from '../../check';
import {
  judgeCharts,
  judgeParameter,
  judgeProject,
  judgeRoles,
} from './settingSchemas';

export const configValidated = defineCheck({
  id: 'config-validated',
  category: 'configure',
  kind: 'subject',
  level: 3,
  severity: 'low',
  title: 'Settings are checked against a schema',
  description:
    'Helm charts have values.schema.json (aspect schema), Terraform variables have a type (aspect type, the share counts) and some of a folder a validation (aspect validation), Ansible roles have argument_specs (aspect argument-specs), CloudFormation parameters are constrained by a type, values, a pattern or a length (aspect constraints). Not applicable without any of them.',
  rationale:
    'A misspelt setting is silently ignored, a wrong one fails at the worst time. A schema says no before anything is changed, with the name of the setting in the message.',
  knownAs: ['terraform_typed_variables'],
  references: [
    {
      title: 'Helm: schema files',
      url: 'https://helm.sh/docs/topics/charts/#schema-files',
    },
    {
      title: 'Terraform: custom validation rules',
      url: 'https://developer.hashicorp.com/terraform/language/expressions/custom-conditions',
    },
    {
      title: 'Ansible: role argument validation',
      url: 'https://docs.ansible.com/ansible/latest/playbook_guide/playbooks_reuse_roles.html#role-argument-validation',
    },
  ],
  remediation: {
    summary:
      'Add values.schema.json, type and validation to variables, meta/argument_specs.yml to roles, AllowedValues or AllowedPattern to parameters.',
    effortMinutes: 60,
    snippets: {
      terraform:
        'variable "environment" {\n  type = string\n\n  validation {\n    condition     = contains(["staging", "prod"], var.environment)\n    error_message = "Use staging or prod."\n  }\n}\n',
      cloudformation:
        'Parameters:\n  Environment:\n    Type: String\n    AllowedValues: [staging, prod]\n',
      ansible:
        'argument_specs:\n  main:\n    options:\n      web_port:\n        type: int\n        required: true\n',
    },
  },
  examples: [
    {
      title: 'A chart with a schema',
      files: {
        'chart/Chart.yaml': 'apiVersion: v2\nname: cart\nversion: 1.0.0\n',
        'chart/values.yaml': 'replicas: 1\n',
        'chart/values.schema.json': '{"type": "object"}\n',
      },
      outcome: 'pass',
      findings: [{ subject: 'chart', aspect: 'schema', outcome: 'pass' }],
    },
    {
      title: 'A variable without a type, and no validation',
      files: { 'main.tf': 'variable "size" {}\n' },
      outcome: 'fail',
      findings: [
        {
          subject: 'var.size',
          aspect: 'type',
          outcome: 'fail',
          at: 'main.tf:1',
        },
        { subject: '.', aspect: 'validation', outcome: 'fail' },
      ],
    },
    {
      title: 'Nothing takes settings',
      files: { 'main.go': 'package main\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate: context =>
    forEachSubject(
      [
        ...judgeCharts(context),
        ...context.facts.terraformProjects
          .filter(project => project.role !== 'example')
          .flatMap(judgeProject),
        ...judgeRoles(context),
        ...context.facts.templateParameters.map(judgeParameter),
      ],
      'No Helm values, Terraform variables, Ansible roles or CloudFormation parameters',
      finding => finding,
    ),
});
