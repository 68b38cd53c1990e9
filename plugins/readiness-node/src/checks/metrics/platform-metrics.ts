import { defineCheck, forEachSubject, judge } from '../../check';
import type { PlatformMetricsFact } from '../../facts/types/observability';

const EXPECTED: Readonly<Record<PlatformMetricsFact['aspect'], string>> = {
  'container-insights': 'containerInsights = enabled',
  'detailed-monitoring': 'monitoring = true',
  'cluster-monitoring': 'monitoring of the cluster on',
};

export const platformMetrics = defineCheck({
  id: 'platform-metrics',
  category: 'metrics',
  kind: 'subject',
  level: 2,
  severity: 'low',
  title: 'The platform reports about itself',
  description:
    'ECS clusters have container insights, EC2 instances and launch templates detailed monitoring, GKE and AKS clusters their monitoring. Not applicable without any of them.',
  rationale:
    'Application metrics say that something is slow; platform metrics say why: a throttled CPU, a full node, a container that is killed again and again. They cost a setting, and they are missing exactly when the question comes up.',
  knownAs: ['CKV_AWS_65', 'CKV_AWS_126', 'CKV_GCP_8', 'CKV_AZURE_4'],
  references: [
    {
      title: 'CloudWatch Container Insights',
      url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/ContainerInsights.html',
    },
    {
      title: 'EC2 detailed monitoring',
      url: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-cloudwatch-new.html',
    },
  ],
  remediation: {
    summary:
      'Turn on containerInsights on the ECS cluster, monitoring = true on instances, oms_agent or monitor_metrics on AKS, and leave monitoring_service of GKE at its default.',
    effortMinutes: 10,
    snippets: {
      terraform:
        'resource "aws_ecs_cluster" "main" {\n  name = "main"\n  setting {\n    name  = "containerInsights"\n    value = "enabled"\n  }\n}\n',
      cloudformation:
        'Cluster:\n  Type: AWS::ECS::Cluster\n  Properties:\n    ClusterSettings:\n      - Name: containerInsights\n        Value: enabled\n',
    },
  },
  examples: [
    {
      title: 'Container insights',
      files: {
        'main.tf':
          'resource "aws_ecs_cluster" "main" {\n  name = "main"\n  setting {\n    name  = "containerInsights"\n    value = "enabled"\n  }\n}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'aws_ecs_cluster.main',
          aspect: 'container-insights',
          outcome: 'pass',
          at: 'main.tf:5',
        },
      ],
    },
    {
      title: 'An instance with basic monitoring',
      files: {
        'main.tf': 'resource "aws_instance" "web" {\n  ami = "ami-1"\n}\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'aws_instance.web',
          aspect: 'detailed-monitoring',
          outcome: 'fail',
          at: 'main.tf:1',
        },
      ],
    },
    {
      title: 'A GKE cluster with the default',
      files: {
        'main.tf':
          'resource "google_container_cluster" "main" {\n  name = "main"\n}\n',
      },
      outcome: 'pass',
    },
    {
      title: 'Nothing to judge',
      files: { 'main.go': 'package main\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate: ({ facts }) =>
    forEachSubject(
      facts.platformMetrics,
      'No ECS, GKE or AKS cluster and no EC2 instance',
      fact =>
        judge(fact, fact.isOn, {
          aspect: fact.aspect,
          expected: EXPECTED[fact.aspect],
          rules: getRules(fact),
          passes: isOn => isOn,
        }),
    ),
});

function getRules({ aspect, type }: PlatformMetricsFact): readonly string[] {
  if (aspect === 'container-insights') return ['CKV_AWS_65'];
  if (aspect === 'detailed-monitoring') return ['CKV_AWS_126'];
  return type === 'google_container_cluster' ? ['CKV_GCP_8'] : ['CKV_AZURE_4'];
}
