import type { Finding } from 'backstage-plugin-readiness-common';
import {
  defineCheck,
  mergeFindings,
  pass,
  presence,
  unknown,
} from '../../check';
import type { PurchaseOptionFact } from '../../facts/types/machines';

const WORDS: Readonly<Record<PurchaseOptionFact['kind'], string>> = {
  spot: 'Spot or preemptible capacity',
  'mixed-instances': 'A mix of instances, with spot among them',
  reservation: 'Reserved capacity',
  'savings-plan': 'A savings plan',
};

export const spotOrReserved = defineCheck({
  id: 'spot-or-reserved',
  category: 'cost-optimization',
  kind: 'presence',
  level: 3,
  severity: 'low',
  title: 'Capacity is bought for less than the list price',
  description:
    'Some capacity is spot or preemptible, in a mixed instances policy, FARGATE_SPOT, reserved, covered by a savings plan, or chosen by Karpenter.',
  rationale:
    'The price on the list is for those who ask nobody. What may be interrupted runs on spot for a third of it, and what runs all year is reserved for half; both are a few lines once the workload can bear to move.',
  references: [
    {
      title: 'Amazon EC2 Spot Instances',
      url: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-spot-instances.html',
    },
    {
      title: 'Google Cloud: Spot VMs',
      url: 'https://cloud.google.com/compute/docs/instances/spot',
    },
  ],
  remediation: {
    summary:
      'Give a node group capacity_type = "SPOT", an Auto Scaling group a mixed_instances_policy, an ECS service FARGATE_SPOT.',
    effortMinutes: 120,
    snippets: {
      terraform:
        'resource "aws_eks_node_group" "workers" {\n  capacity_type = "SPOT"\n}\n\nresource "google_container_node_pool" "workers" {\n  node_config {\n    spot = true\n  }\n}\n',
      kubernetes:
        'apiVersion: karpenter.sh/v1\nkind: NodePool\nspec:\n  template:\n    spec:\n      requirements:\n        - key: karpenter.sh/capacity-type\n          operator: In\n          values: [spot, on-demand]\n',
    },
  },
  examples: [
    {
      title: 'A node group on spot',
      files: {
        'main.tf':
          'resource "aws_eks_node_group" "workers" {\n  capacity_type = "SPOT"\n}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'aws_eks_node_group.workers',
          outcome: 'pass',
          at: 'main.tf:2',
        },
      ],
    },
    {
      title: 'Karpenter',
      files: {
        'k8s/nodes.yaml':
          'apiVersion: karpenter.sh/v1\nkind: NodePool\nmetadata: { name: workers }\nspec: {}\n',
      },
      outcome: 'pass',
      findings: [{ subject: 'NodePool/default/workers', outcome: 'pass' }],
    },
    {
      title: 'On demand',
      files: {
        'main.tf':
          'resource "aws_eks_node_group" "workers" {\n  capacity_type = "ON_DEMAND"\n}\n',
      },
      outcome: 'fail',
    },
  ],
  evaluate(context) {
    const { facts } = context;
    return presence(
      context,
      'spot, preemptible or reserved capacity, a savings plan, or Karpenter',
      mergeFindings([
        ...facts.purchaseOptions.flatMap(judgeOption),
        ...facts.autoscalers
          .filter(
            each =>
              each.kind === 'karpenter' && each.offByDefault === undefined,
          )
          .map(each =>
            pass(each, { message: 'Karpenter buys what is cheapest' }),
          ),
      ]),
    );
  },
});

function judgeOption(option: PurchaseOptionFact): readonly Finding[] {
  const { enabled, kind } = option;
  switch (enabled.state) {
    case 'known':
      return enabled.value
        ? [pass(option, { message: WORDS[kind], at: [enabled.location] })]
        : [];
    case 'unresolved':
      return [
        unknown(option, {
          message: `${enabled.setting} is ${enabled.expression}, which cannot be resolved`,
          at: [enabled.location],
        }),
      ];
    default:
      return [];
  }
}
