import type { GrantFact } from '../../facts/types/identity';

const POLICY = ['CKV_AWS_62', 'CKV_AWS_63'];
const ATTACHMENT = ['CKV_AWS_274'];
const PRINCIPAL = [...POLICY, ...ATTACHMENT];
const WILDCARDS = ['CKV_K8S_49', 'wildcard-in-rules'];
const CLUSTER_ADMIN = ['cluster-admin-role-binding'];

/** What other scanners call the same question, by type. */
const RULES: Readonly<Record<string, readonly string[] | undefined>> = {
  aws_iam_policy: POLICY,
  aws_iam_role_policy: POLICY,
  aws_iam_user_policy: POLICY,
  aws_iam_group_policy: POLICY,
  aws_ssoadmin_permission_set_inline_policy: POLICY,
  aws_iam_role: ATTACHMENT,
  aws_iam_policy_attachment: ATTACHMENT,
  aws_iam_role_policy_attachment: ATTACHMENT,
  aws_iam_user_policy_attachment: ATTACHMENT,
  aws_iam_group_policy_attachment: ATTACHMENT,
  aws_ssoadmin_managed_policy_attachment: ATTACHMENT,
  'AWS::IAM::Policy': POLICY,
  'AWS::IAM::ManagedPolicy': POLICY,
  'AWS::IAM::Role': PRINCIPAL,
  'AWS::IAM::User': PRINCIPAL,
  'AWS::IAM::Group': PRINCIPAL,
  Role: WILDCARDS,
  ClusterRole: WILDCARDS,
  kubernetes_role: ['CKV_K8S_49'],
  kubernetes_role_v1: ['CKV_K8S_49'],
  kubernetes_cluster_role: ['CKV_K8S_49'],
  kubernetes_cluster_role_v1: ['CKV_K8S_49'],
  ClusterRoleBinding: CLUSTER_ADMIN,
  google_project_iam_member: ['CKV_GCP_117'],
  google_project_iam_binding: ['CKV_GCP_117'],
  google_folder_iam_member: ['CKV_GCP_116'],
  google_folder_iam_binding: ['CKV_GCP_116'],
  google_organization_iam_member: ['CKV_GCP_115'],
  google_organization_iam_binding: ['CKV_GCP_115'],
  azurerm_role_definition: ['CKV_AZURE_39'],
};

/** Rules that equal a finding about this grant. */
export function getGrantRules({ type }: GrantFact): readonly string[] {
  return RULES[type] ?? [];
}

/** Every rule of {@link getGrantRules}. */
export const allGrantRules = [
  ...new Set(Object.values(RULES).flatMap(rules => rules ?? [])),
];
