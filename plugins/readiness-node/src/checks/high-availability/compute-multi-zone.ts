import type { Finding } from 'backstage-plugin-readiness-common';
import { defineCheck, judge, pass, withMergedFindings } from '../../check';
import type { WorkloadFact } from '../../facts/types/workloads';
import type { ZonePlacementFact } from '../../facts/types/zonePlacements';
import type { FactValue } from '../../facts/value';

const PLAN_RULES = ['CKV_AZURE_225'];

export const computeMultiZone = defineCheck({
  id: 'compute-multi-zone',
  category: 'high-availability',
  kind: 'subject',
  level: 1,
  severity: 'high',
  title: 'Machines lie in at least two zones',
  description:
    'Auto Scaling groups, ECS services in a VPC, EKS node groups and the subnets of a VPC lie in at least two zones; GKE clusters are regional or have two locations, AKS node pools two zones, instance groups are regional, App Service plans balance over zones.',
  rationale:
    'A zone is a data centre, and data centres lose power. Machines in one of them share its fate however many there are; in two of them the service loses half its capacity for an hour and nobody writes to the press.',
  knownAs: PLAN_RULES,
  references: [
    {
      title: 'Amazon EC2 Auto Scaling: availability zones',
      url: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html',
    },
    {
      title: 'GKE: Regional clusters',
      url: 'https://cloud.google.com/kubernetes-engine/docs/concepts/regional-clusters',
    },
    {
      title: 'AKS: Availability zones',
      url: 'https://learn.microsoft.com/azure/aks/availability-zones-overview',
    },
  ],
  remediation: {
    summary:
      'Give the group subnets in at least two zones, the cluster a region as location, the node pool zones = [1, 2, 3].',
    effortMinutes: 60,
    snippets: {
      terraform:
        'resource "aws_autoscaling_group" "web" {\n  vpc_zone_identifier = [aws_subnet.a.id, aws_subnet.b.id]\n}\n\nresource "google_container_cluster" "main" {\n  location = "europe-west1"\n}\n\nresource "azurerm_kubernetes_cluster" "main" {\n  default_node_pool {\n    zones = [1, 2, 3]\n  }\n}\n',
      cloudformation:
        'Web:\n  Type: AWS::AutoScaling::AutoScalingGroup\n  Properties:\n    VPCZoneIdentifier: [!Ref SubnetA, !Ref SubnetB]\n',
    },
  },
  examples: [
    {
      title: 'A regional cluster',
      files: {
        'main.tf':
          'resource "google_container_cluster" "main" {\n  location = "europe-west1"\n}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'google_container_cluster.main',
          outcome: 'pass',
          at: 'main.tf:2',
        },
      ],
    },
    {
      title: 'A cluster in one zone, a node pool without zones',
      files: {
        'main.tf':
          'resource "google_container_cluster" "main" {\n  location = "europe-west1-b"\n}\n\nresource "azurerm_kubernetes_cluster" "main" {\n  default_node_pool {\n    vm_size = "Standard_D2s_v5"\n  }\n}\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'google_container_cluster.main',
          outcome: 'fail',
          at: 'main.tf:2',
        },
        {
          subject: 'azurerm_kubernetes_cluster.main',
          outcome: 'fail',
          at: 'main.tf:5',
        },
      ],
    },
    {
      title: 'No machines',
      files: { 'main.tf': 'resource "aws_s3_bucket" "a" {}\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate({ facts }) {
    return withMergedFindings(
      [
        ...facts.workloads.flatMap(judgeWorkload),
        ...facts.zonePlacements.map(judgePlacement),
      ],
      'no machines, node groups, clusters or subnets in the files read',
    );
  },
});

function judgePlacement(placement: ZonePlacementFact): Finding {
  return judge(placement, placement.zones, {
    rules: placement.type === 'azurerm_service_plan' ? PLAN_RULES : [],
    expected: placement.expected,
    passes: zones => zones >= 2,
  });
}

function judgeWorkload(workload: WorkloadFact): readonly Finding[] {
  const { placement, platform } = workload;
  const isGroup = platform === 'machine-group';
  const isTask = platform === 'ecs' && workload.role !== 'task';
  if (!isGroup && !isTask) return [];
  if (placement.isRegional && placement.zoneCount.state === 'absent') {
    return [pass(workload, { message: 'Spread over the zones of its region' })];
  }
  const zones = chooseCount(placement);
  // Without an own network ECS places tasks on the machines of its cluster.
  if (isTask && zones.state === 'absent') return [];
  return [
    judge(workload, zones, {
      expected: `${zones.setting} in at least 2 zones`,
      passes: count => count >= 2,
    }),
  ];
}

/** A single subnet is a single zone; several are taken for several zones. */
function chooseCount({
  zoneCount,
  subnetCount,
}: WorkloadFact['placement']): FactValue<number> {
  if (zoneCount.state === 'known') return zoneCount;
  return subnetCount.state === 'known' ? subnetCount : zoneCount;
}
