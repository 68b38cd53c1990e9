import type { Finding } from 'backstage-plugin-readiness-common';
import {
  defineCheck,
  fail,
  forEachSubject,
  pass,
  type CheckContext,
} from '../../check';
import type { TerraformProjectFact } from '../../facts/types/terraformProjects';
import type { Location } from '../../facts/value';

export const infrastructureDocs = defineCheck({
  id: 'infrastructure-docs',
  category: 'documentation',
  kind: 'subject',
  level: 3,
  severity: 'low',
  title: 'Infrastructure code explains its interface',
  description:
    'Terraform variables and outputs have descriptions (the share counts) or terraform-docs writes them, and Helm charts and Ansible roles have a README. Not applicable without any of them.',
  rationale:
    'A variable called size with no description is a riddle for the person who calls the module. The interface is what others read; one sentence each saves them the source.',
  knownAs: ['terraform_documented_variables', 'terraform_documented_outputs'],
  references: [
    { title: 'terraform-docs', url: 'https://terraform-docs.io/' },
    {
      title: 'Terraform style guide',
      url: 'https://developer.hashicorp.com/terraform/language/style',
    },
  ],
  remediation: {
    summary:
      'Give every variable and output a description, and charts and roles a README.md; let terraform-docs and helm-docs write the tables.',
    effortMinutes: 45,
    snippets: {
      terraform:
        'variable "size" {\n  description = "Instance class of the database"\n  type        = string\n}\n',
    },
  },
  examples: [
    {
      title: 'One of two is described',
      files: {
        'main.tf':
          'variable "size" {\n  description = "Instance class"\n}\n\nvariable "zone" {}\n\nresource "aws_sqs_queue" "a" {}\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'var.size',
          aspect: 'descriptions',
          outcome: 'pass',
          at: 'main.tf:1',
        },
        {
          subject: 'var.zone',
          aspect: 'descriptions',
          outcome: 'fail',
          at: 'main.tf:5',
        },
      ],
    },
    {
      title: 'A chart with a README',
      files: {
        'chart/Chart.yaml': 'apiVersion: v2\nname: cart\nversion: 1.0.0\n',
        'chart/README.md': '# cart\n',
      },
      outcome: 'pass',
      findings: [{ subject: 'chart', aspect: 'chart-readme', outcome: 'pass' }],
    },
    {
      title: 'No infrastructure code',
      files: { 'main.go': 'package main\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate: context =>
    forEachSubject(
      [
        ...context.facts.terraformProjects.flatMap(judgeInterface),
        ...passTerraformDocs(context),
        ...judgeReadmes(context, {
          file: /^(?:(.*)\/)?Chart\.ya?ml$/,
          aspect: 'chart-readme',
        }),
        ...judgeReadmes(context, {
          file: /^(.*roles\/[^/]+)\/tasks\/main\.ya?ml$/,
          aspect: 'role-readme',
        }),
      ],
      'No Terraform variables, Helm charts or Ansible roles',
      finding => finding,
    ),
});

function judgeInterface(project: TerraformProjectFact): Finding[] {
  return [
    ...project.variables.map(variable =>
      judgeDescription({
        subject: `var.${variable.name}`,
        rule: 'terraform_documented_variables',
        ...variable,
      }),
    ),
    ...project.outputs.map(output =>
      judgeDescription({
        subject: `output.${output.name}`,
        rule: 'terraform_documented_outputs',
        ...output,
      }),
    ),
  ];
}

function judgeDescription(item: {
  readonly subject: string;
  readonly rule: string;
  readonly description?: string;
  readonly location: Location;
}): Finding {
  const { subject, rule, description, location } = item;
  const details = {
    aspect: 'descriptions',
    rules: [rule],
    expected: 'description',
  };
  return description === undefined || description.trim() === ''
    ? fail(
        { subject, location },
        {
          ...details,
          message: `${subject} has no description`,
          actual: 'not set',
        },
      )
    : pass({ subject, location }, { ...details, message: description });
}

function passTerraformDocs({ facts }: CheckContext): Finding[] {
  return facts.documents.flatMap(document =>
    document.terraformDocs === undefined
      ? []
      : [
          pass(document, {
            aspect: 'terraform-docs',
            message: 'terraform-docs writes the interface',
            at: [document.terraformDocs],
          }),
        ],
  );
}

function judgeReadmes(
  { facts }: CheckContext,
  { file, aspect }: { readonly file: RegExp; readonly aspect: string },
): Finding[] {
  const paths = new Set(facts.files.map(({ path }) => path.toLowerCase()));
  return facts.files.flatMap(({ path, repository }) => {
    const match = file.exec(path);
    if (match === null) return [];
    const folder = match[1] ?? '';
    const prefix = folder === '' ? '' : `${folder}/`;
    const readme = [
      `${prefix}README.md`,
      `${prefix}README`,
      `${prefix}README.rst`,
    ].find(each => paths.has(each.toLowerCase()));
    const location = {
      path: readme ?? path,
      startLine: 1,
      endLine: 1,
      ...(repository !== undefined && { repository }),
    };
    const subject = { subject: folder === '' ? '.' : folder, location };
    return [
      readme === undefined
        ? fail(subject, {
            aspect,
            message: 'It has no README',
            expected: `${prefix}README.md`,
            actual: 'none',
          })
        : pass(subject, { aspect, message: `${readme} describes it` }),
    ];
  });
}
