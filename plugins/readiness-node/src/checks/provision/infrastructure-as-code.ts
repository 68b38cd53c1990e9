import type { Finding } from 'backstage-plugin-readiness-common';
import {
  defineCheck,
  fail,
  pass,
  presence,
  type CheckContext,
} from '../../check';
import type { FileFact, ResourceInventoryFact } from '../../facts/types/scope';
import { getProjectSubject } from './terraformProject';

const FILES: readonly { readonly tool: string; readonly path: RegExp }[] = [
  { tool: 'AWS CDK', path: /(^|\/)cdk\.json$/ },
  { tool: 'CDK for Terraform', path: /(^|\/)cdktf\.json$/ },
  { tool: 'Pulumi', path: /(^|\/)Pulumi\.ya?ml$/ },
  { tool: 'Bicep', path: /\.bicep$/ },
  {
    tool: 'Azure Resource Manager',
    path: /(^|\/)(azuredeploy|mainTemplate)\.json$|\.arm\.json$/i,
  },
  {
    tool: 'Serverless Framework',
    path: /(^|\/)serverless\.(ya?ml|ts|js|json)$/,
  },
  { tool: 'SST', path: /(^|\/)sst\.config\.ts$/ },
];
/** Kubernetes APIs that create cloud infrastructure. */
const CLOUD_API =
  /(crossplane\.io|upbound\.io|services\.k8s\.aws|cnrm\.cloud\.google\.com|azure\.com|infrastructure\.cluster\.x-k8s\.io|infra\.contrib\.fluxcd\.io|app\.terraform\.io)(\/|$)/;

export const infrastructureAsCode = defineCheck({
  id: 'infrastructure-as-code',
  category: 'provision',
  kind: 'presence',
  level: 1,
  severity: 'critical',
  title: 'Infrastructure is code',
  description:
    'There is Terraform, OpenTofu, Terragrunt, CloudFormation, SAM, CDK, Pulumi, Bicep, ARM, Crossplane or serverless.yml. Only Kubernetes, Helm, Kustomize or compose manifests count half: the platform under them is elsewhere. Not applicable to libraries of configuration management.',
  rationale:
    'Infrastructure that was clicked together exists once and in nobody’s memory. As code it can be reviewed, repeated in a second environment, rebuilt after a disaster and compared with what runs.',
  references: [
    {
      title: 'Terraform',
      url: 'https://developer.hashicorp.com/terraform/intro',
    },
    {
      title: 'AWS CloudFormation',
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/Welcome.html',
    },
  ],
  remediation: {
    summary:
      'Describe servers, databases, networks and permissions with Terraform or CloudFormation, or link the repository that does with readiness/repositories.',
    effortMinutes: 480,
    snippets: {
      terraform:
        'resource "aws_sqs_queue" "orders" {\n  name                    = "orders"\n  sqs_managed_sse_enabled = true\n}\n',
      entity:
        'metadata:\n  annotations:\n    readiness/repositories: |\n      https://git.example.com/acme/infra/tree/main/services/cart\n',
    },
  },
  examples: [
    {
      title: 'Terraform',
      files: {
        'infra/main.tf': 'resource "aws_sqs_queue" "a" {\n  name = "a"\n}\n',
      },
      outcome: 'pass',
      findings: [{ subject: 'infra', outcome: 'pass', at: 'infra/main.tf:1' }],
    },
    {
      title: 'Only Kubernetes manifests',
      files: {
        'k8s/service.yaml':
          'apiVersion: v1\nkind: Service\nmetadata:\n  name: cart\nspec:\n  ports:\n    - port: 80\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'Service/default/cart',
          outcome: 'fail',
          at: 'k8s/service.yaml:1',
        },
      ],
    },
    {
      title: 'Nothing',
      files: { 'main.go': 'package main\n' },
      outcome: 'fail',
    },
  ],
  evaluate(context) {
    const found = [
      ...passProjects(context),
      ...passResources(context),
      ...passFiles(context),
    ];
    return presence(
      context,
      'infrastructure as code (Terraform, OpenTofu, Terragrunt, CloudFormation, SAM, CDK, Pulumi, Bicep, ARM, Crossplane, serverless.yml)',
      found.length > 0 ? found : failManifests(context),
    );
  },
});

function passProjects({ facts }: CheckContext): Finding[] {
  return facts.terraformProjects
    .filter(project => project.role !== 'example')
    .map(project =>
      pass(getProjectSubject(project), {
        message: `${
          project.tool === 'terragrunt' ? 'Terragrunt' : 'Terraform'
        } with ${project.resourceCount} resources`,
      }),
    );
}

/** One finding a template: its first resource. */
function passResources({ facts }: CheckContext): Finding[] {
  const seen = new Set<string>();
  return facts.resourceInventory.filter(isCloud).flatMap(resource => {
    const { path } = resource.location;
    if (seen.has(path)) return [];
    seen.add(path);
    return [
      pass(
        { subject: path, location: resource.location },
        { message: `${resource.type} in ${resource.language}` },
      ),
    ];
  });
}

function isCloud({
  language,
  apiVersion = '',
}: ResourceInventoryFact): boolean {
  return (
    /^(cloudformation|serverless|arm)$/.test(language) ||
    (language === 'kubernetes' && CLOUD_API.test(apiVersion))
  );
}

function passFiles({ facts }: CheckContext): Finding[] {
  return facts.files.flatMap((file: FileFact) => {
    const tool = FILES.find(each => each.path.test(file.path))?.tool;
    if (tool === undefined) return [];
    const { path, repository } = file;
    const location = {
      path,
      startLine: 1,
      endLine: 1,
      ...(repository !== undefined && { repository }),
    };
    return [pass({ subject: path, location }, { message: tool })];
  });
}

function failManifests({ facts }: CheckContext): Finding[] {
  const manifest = facts.resourceInventory.find(
    ({ language }) => language === 'kubernetes' || language === 'compose',
  );
  if (manifest === undefined) return [];
  return [
    fail(manifest, {
      message: `Only ${
        manifest.language === 'compose'
          ? 'compose files'
          : 'Kubernetes manifests'
      }: the platform under them is not described here`,
      expected: 'the platform as code too',
      actual: 'manifests only',
      partial: true,
    }),
  ];
}
