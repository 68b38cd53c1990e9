import type { Finding } from 'backstage-plugin-readiness-common';
import { defineCheck, forEachSubject, judge, pass } from '../../check';
import type { ControlPlaneFact } from '../../facts/types/network';

const PRIVATE: Readonly<Record<string, readonly string[]>> = {
  aws_eks_cluster: ['CKV_AWS_39'],
  'AWS::EKS::Cluster': ['CKV_AWS_39'],
  azurerm_kubernetes_cluster: ['CKV_AZURE_115'],
};
const RESTRICTED: Readonly<Record<string, readonly string[]>> = {
  aws_eks_cluster: ['CKV_AWS_38'],
  'AWS::EKS::Cluster': ['CKV_AWS_38'],
  google_container_cluster: ['CKV_GCP_20'],
  azurerm_kubernetes_cluster: ['CKV_AZURE_6'],
};

export const privateControlPlane = defineCheck({
  id: 'private-control-plane',
  category: 'networking',
  kind: 'subject',
  level: 3,
  severity: 'medium',
  title: 'The cluster’s API is not open to the world',
  description:
    'The endpoint of EKS, GKE and AKS clusters is private, or only named address ranges reach it. Not applicable without clusters.',
  rationale:
    'Whoever reaches the API server needs only one leaked token or one unpatched flaw to own everything that runs. A private endpoint, or a short list of ranges, takes the cluster out of every scanner’s reach.',
  knownAs: [
    'CKV_AWS_39',
    'CKV_AWS_38',
    'CKV_GCP_20',
    'CKV_AZURE_115',
    'CKV_AZURE_6',
  ],
  references: [
    {
      title: 'Amazon EKS cluster endpoint access',
      url: 'https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html',
    },
    {
      title: 'GKE: authorized networks',
      url: 'https://cloud.google.com/kubernetes-engine/docs/how-to/authorized-networks',
    },
  ],
  remediation: {
    summary:
      'Set endpoint_public_access = false or public_access_cidrs (EKS), master_authorized_networks_config (GKE), private_cluster_enabled or authorized_ip_ranges (AKS).',
    effortMinutes: 60,
    snippets: {
      terraform:
        'vpc_config {\n  endpoint_private_access = true\n  endpoint_public_access  = false\n}\n',
    },
  },
  examples: [
    {
      title: 'A private endpoint',
      files: {
        'main.tf':
          'resource "aws_eks_cluster" "main" {\n  name = "main"\n  vpc_config {\n    endpoint_public_access = false\n  }\n}\n',
      },
      outcome: 'pass',
      findings: [
        { subject: 'aws_eks_cluster.main', outcome: 'pass', at: 'main.tf:4' },
      ],
    },
    {
      title: 'Public by default',
      files: {
        'main.tf': 'resource "aws_eks_cluster" "main" {\n  name = "main"\n}\n',
      },
      outcome: 'fail',
      findings: [
        { subject: 'aws_eks_cluster.main', outcome: 'fail', at: 'main.tf:1' },
      ],
    },
    {
      title: 'No cluster',
      files: { 'main.go': 'package main\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate: ({ facts }) =>
    forEachSubject(
      facts.controlPlanes,
      'No EKS, GKE or AKS cluster',
      judgeControlPlane,
    ),
});

function judgeControlPlane(cluster: ControlPlaneFact): Finding {
  const { isPrivate, allowedRanges, type } = cluster;
  if (isPrivate.state === 'known' && isPrivate.value) {
    return pass(cluster, {
      message: 'The endpoint is private',
      rules: PRIVATE[type] ?? [],
      at: [isPrivate.location],
    });
  }
  const ranges = judge<readonly string[]>(cluster, allowedRanges, {
    expected: 'a private endpoint, or ranges that are not the whole internet',
    rules: RESTRICTED[type] ?? [],
    passes: value =>
      value.length > 0 &&
      !value.some(range => /^(0\.0\.0\.0\/0|::\/0)$/.test(range)),
  });
  if (ranges.outcome === 'pass') return ranges;
  if (isPrivate.state === 'unresolved') {
    return judge(cluster, isPrivate, {
      expected: 'a private endpoint',
      rules: PRIVATE[type] ?? [],
      passes: (isOn: boolean) => isOn,
    });
  }
  return {
    ...ranges,
    rules: [...(PRIVATE[type] ?? []), ...(RESTRICTED[type] ?? [])],
  };
}
