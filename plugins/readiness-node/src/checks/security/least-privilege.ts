import type { Finding } from 'backstage-plugin-readiness-common';
import { defineCheck, fail, forEachSubject, pass, unknown } from '../../check';
import type { GrantFact } from '../../facts/types/identity';
import { findExcess, isOpen } from './grantExcess';
import { allGrantRules, getGrantRules } from './grantRules';

export const leastPrivilege = defineCheck({
  id: 'least-privilege',
  category: 'security',
  kind: 'subject',
  level: 2,
  severity: 'medium',
  title: 'Nobody has every right',
  description:
    'No IAM policy allows every action on every resource, AdministratorAccess is attached to nobody, no binding gives cluster-admin, no Role or ClusterRole has a wildcard, and no basic role (owner, editor, Owner, Contributor of a subscription) is given away. Not applicable without a policy, role or binding in the files.',
  rationale:
    'Rights decide how far a stolen key or a bug reaches. Whoever may do everything turns one leaked credential into the loss of the account, its backups and its logs. What a service really needs is short and easily written down.',
  knownAs: allGrantRules,
  references: [
    {
      title: 'IAM: security best practices',
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    },
    {
      title: 'Kubernetes: RBAC good practices',
      url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
    },
    {
      title: 'Google Cloud: basic roles',
      url: 'https://cloud.google.com/iam/docs/roles-overview#basic',
    },
  ],
  remediation: {
    summary:
      'Name the actions and resources that are really used (IAM Access Analyzer lists them from CloudTrail), and take a predefined role instead of a basic one. In RBAC name apiGroups, resources and verbs, and bind to a Role of your own instead of cluster-admin.',
    effortMinutes: 60,
    snippets: {
      terraform:
        'data "aws_iam_policy_document" "orders" {\n  statement {\n    actions   = ["s3:GetObject", "s3:PutObject"]\n    resources = ["${aws_s3_bucket.orders.arn}/*"]\n  }\n}\n',
      cloudformation:
        "PolicyDocument:\n  Version: '2012-10-17'\n  Statement:\n    - Effect: Allow\n      Action: [s3:GetObject, s3:PutObject]\n      Resource: !Sub '${Orders.Arn}/*'\n",
      kubernetes:
        'rules:\n  - apiGroups: [""]\n    resources: [configmaps]\n    verbs: [get, watch]\n',
    },
  },
  examples: [
    {
      title: 'Everything on everything',
      files: {
        'iam.tf':
          'resource "aws_iam_policy" "ci" {\n  policy = jsonencode({\n    Statement = [{\n      Effect   = "Allow"\n      Action   = "*"\n      Resource = "*"\n    }]\n  })\n}\n',
      },
      outcome: 'fail',
      findings: [
        { subject: 'aws_iam_policy.ci', outcome: 'fail', at: 'iam.tf:3' },
      ],
    },
    {
      title: 'A narrow Role and its binding',
      files: {
        'rbac.yaml':
          'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  name: reader\nrules:\n  - apiGroups: [""]\n    resources: [configmaps]\n    verbs: [get]\n---\napiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata:\n  name: reader\nroleRef:\n  kind: Role\n  name: reader\n',
      },
      outcome: 'pass',
      findings: [
        { subject: 'Role/default/reader', outcome: 'pass' },
        { subject: 'RoleBinding/default/reader', outcome: 'pass' },
      ],
    },
    {
      title: 'A policy nobody can see',
      files: {
        'iam.tf':
          'variable "policy" {}\nresource "aws_iam_policy" "ci" {\n  policy = var.policy\n}\n',
      },
      outcome: 'unknown',
      findings: [
        { subject: 'aws_iam_policy.ci', outcome: 'unknown', at: 'iam.tf:3' },
      ],
    },
    {
      title: 'No rights in the files',
      files: { 'main.go': 'package main\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate({ facts }) {
    return forEachSubject(
      facts.grants,
      'no policy, role or binding in the files read',
      judgeGrant,
    );
  },
});

function judgeGrant(grant: GrantFact): Finding {
  const excess = findExcess(grant);
  const rules = getGrantRules(grant);
  if (excess === undefined) {
    // CKV_AWS_63 asks more: no wildcard action at all, whatever the resources.
    const hasOpenAction = grant.statements.some(({ actions }) =>
      isOpen(actions),
    );
    return pass(grant, {
      message: 'It gives named rights only',
      rules: hasOpenAction
        ? rules.filter(rule => rule !== 'CKV_AWS_63')
        : rules,
    });
  }
  const { message, at, outcome } = excess;
  const details = { message, rules, at: [at], expected: 'named rights only' };
  return outcome === 'fail' ? fail(grant, details) : unknown(grant, details);
}
