import type { Finding } from 'backstage-plugin-readiness-common';
import {
  defineCheck,
  findConfigurationManagementLibrary,
  mergeFindings,
  notApplicable,
  pass,
  presence,
} from '../../check';
import type { Facts } from '../../facts/facts';
import type { ResourceInventoryFact } from '../../facts/types/scope';

const CLOUD: readonly { readonly what: string; readonly types: RegExp }[] = [
  {
    what: 'an IAM identity or policy',
    types:
      /^(aws_iam_(?!openid|saml|server|account)\w+|AWS::IAM::(?!OIDC|SAML|Server)\w+|aws_ssoadmin_\w+|aws_eks_(access_\w+|pod_identity_association)|google_(project|folder|organization|service_account|storage_bucket)_iam_\w+|google_service_account|google_project_iam_custom_role|azurerm_(role_(assignment|definition)|user_assigned_identity)|azuread_\w+)$/,
  },
  {
    what: 'RBAC',
    types: /^kubernetes_(cluster_)?role(_binding)?(_v1)?$/,
  },
  {
    what: 'a firewall rule',
    types:
      /^(aws_(default_)?security_group(_rule)?|aws_vpc_security_group_(in|e)gress_rule|aws_(default_)?network_acl(_rule)?|AWS::EC2::(SecurityGroup(Ingress|Egress)?|NetworkAcl(Entry)?)|google_compute_firewall(_policy\w*)?|azurerm_network_security_(group|rule)|azurerm_firewall\w*|digitalocean_firewall|hcloud_firewall|openstack_networking_secgroup\w*)$/,
  },
];
const RBAC = /^(Role|ClusterRole|RoleBinding|ClusterRoleBinding)$/;

export const iamAsCode = defineCheck({
  id: 'iam-as-code',
  category: 'provision',
  kind: 'presence',
  level: 3,
  severity: 'medium',
  title: 'Rights are code',
  description:
    'Identities, roles, policies, RBAC or firewall rules are described in the files: IAM of AWS, Google Cloud or Azure, Role and ClusterRole, security groups and firewalls. Not applicable to configuration-management libraries.',
  rationale:
    'Rights that are clicked together are known to nobody after a year. As code they are reviewed before they are given, their history says who gave them and why, and a new environment starts with the same ones.',
  references: [
    {
      title: 'IAM: security best practices',
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    },
    {
      title: 'Kubernetes: using RBAC authorization',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
    },
  ],
  remediation: {
    summary:
      'Describe the role of the service and its policy beside the service, security groups beside the network, and RBAC beside the manifests; import what exists (terraform import, CloudFormation resource import).',
    effortMinutes: 120,
    snippets: {
      terraform:
        'resource "aws_iam_role" "orders" {\n  assume_role_policy = data.aws_iam_policy_document.assume.json\n}\n\nresource "aws_iam_role_policy" "orders" {\n  role   = aws_iam_role.orders.id\n  policy = data.aws_iam_policy_document.orders.json\n}\n',
      kubernetes:
        'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  name: orders\nrules:\n  - apiGroups: [""]\n    resources: [configmaps]\n    verbs: [get, watch]\n',
    },
  },
  examples: [
    {
      title: 'A role in Terraform',
      files: { 'main.tf': 'resource "aws_iam_role" "orders" {}\n' },
      outcome: 'pass',
      findings: [
        { subject: 'aws_iam_role.orders', outcome: 'pass', at: 'main.tf:1' },
      ],
    },
    {
      title: 'A security group in CloudFormation',
      files: {
        'a.yaml':
          'Resources:\n  Web:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      GroupDescription: web\n',
      },
      outcome: 'pass',
      findings: [{ subject: 'Web', outcome: 'pass', at: 'a.yaml:2' }],
    },
    {
      title: 'A table and nothing else',
      files: { 'main.tf': 'resource "aws_dynamodb_table" "carts" {}\n' },
      outcome: 'fail',
    },
    {
      title: 'An Ansible role',
      files: {
        'tasks/main.yml': '- debug:\n    msg: hello\n',
        'meta/main.yml': 'galaxy_info:\n  role_name: hello\n',
      },
      outcome: 'not-applicable',
    },
  ],
  evaluate(context) {
    const library = findConfigurationManagementLibrary(context);
    if (library !== undefined)
      return notApplicable(
        `not applicable to a library of configuration management (${library})`,
      );
    return presence(
      context,
      'rights as code (IAM roles and policies, RBAC, security groups, firewall rules)',
      mergeFindings(findRights(context.facts)),
    );
  },
});

function findRights(facts: Facts): readonly Finding[] {
  const functions = facts.grants
    .filter(({ type }) => type === 'AWS::Serverless::Function')
    .map(grant =>
      pass(grant, { message: `${grant.subject} names its policies` }),
    );
  const resources = facts.resourceInventory.flatMap(resource => {
    const what = describe(resource);
    return what === undefined
      ? []
      : [pass(resource, { message: `${resource.type} is ${what}` })];
  });
  return [...resources, ...functions];
}

function describe({
  language,
  type,
}: ResourceInventoryFact): string | undefined {
  if (language === 'kubernetes') return RBAC.test(type) ? 'RBAC' : undefined;
  return CLOUD.find(({ types }) => types.test(type))?.what;
}
