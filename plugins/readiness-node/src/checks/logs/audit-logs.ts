import { defineCheck, forEachSubject, judge } from '../../check';
import type { AuditTrailFact } from '../../facts/types/network';

export const auditLogs = defineCheck({
  id: 'audit-logs',
  category: 'logs',
  kind: 'subject',
  level: 2,
  severity: 'medium',
  title: 'What is done to the platform is logged',
  description:
    'EKS clusters send all five types of control-plane logs (some of them earn half the credit), GKE clusters have their logging, CloudTrail and Cloud Audit logging are on. Not applicable without any of them.',
  rationale:
    'When something was deleted, changed or read, the audit log says by whom. It cannot be had afterwards.',
  knownAs: ['CKV_AWS_37', 'CKV_GCP_1', 'CKV2_AWS_10'],
  references: [
    {
      title: 'Amazon EKS control plane logging',
      url: 'https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html',
    },
    {
      title: 'AWS CloudTrail',
      url: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-user-guide.html',
    },
  ],
  remediation: {
    summary:
      'Set enabled_cluster_log_types to api, audit, authenticator, controllerManager and scheduler; keep logging_service of GKE; leave enable_logging of the trail on.',
    effortMinutes: 10,
    snippets: {
      terraform:
        'resource "aws_eks_cluster" "main" {\n  enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]\n}\n',
    },
  },
  examples: [
    {
      title: 'All five types',
      files: {
        'main.tf':
          'resource "aws_eks_cluster" "main" {\n  enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]\n}\n',
      },
      outcome: 'pass',
      findings: [
        { subject: 'aws_eks_cluster.main', outcome: 'pass', at: 'main.tf:2' },
      ],
    },
    {
      title: 'Two of five',
      files: {
        'main.tf':
          'resource "aws_eks_cluster" "main" {\n  enabled_cluster_log_types = ["api", "audit"]\n}\n',
      },
      outcome: 'fail',
      findings: [
        { subject: 'aws_eks_cluster.main', outcome: 'fail', at: 'main.tf:2' },
      ],
    },
    {
      title: 'Nothing to audit',
      files: { 'main.go': 'package main\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate: ({ facts }) =>
    forEachSubject(facts.auditTrails, 'No cluster and no audit trail', trail =>
      judge(trail, trail.share, {
        expected:
          trail.type.includes('eks') || trail.type.includes('EKS')
            ? 'all five log types'
            : `${trail.share.setting} on`,
        rules: getRules(trail),
        passes: share => (share === 1 ? true : share > 0 && 'partial'),
        absentMessage: `${trail.share.setting} is not set; by default ${
          isOnByDefault(trail) ? 'it is on' : 'nothing is logged'
        }`,
      }),
    ),
});

function isOnByDefault({ share }: AuditTrailFact): boolean {
  return share.state === 'absent' && share.defaultValue === 1;
}

function getRules({ type }: AuditTrailFact): readonly string[] {
  if (/eks/i.test(type)) return ['CKV_AWS_37'];
  return type === 'google_container_cluster' ? ['CKV_GCP_1'] : [];
}
