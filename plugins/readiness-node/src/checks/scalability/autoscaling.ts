import type { Finding } from 'backstage-plugin-readiness-common';
import {
  defineCheck,
  fail,
  findLibraryKind,
  mergeFindings,
  notApplicable,
  pass,
  presence,
} from '../../check';
import type { AutoscalerFact } from '../../facts/types/autoscalers';
import { writeDeployment } from '../manifestSamples';

const HPA =
  'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: cart }\nspec:\n  minReplicas: 2\n  maxReplicas: 8\n  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: cart }\n';

const WORDS: Readonly<Record<AutoscalerFact['kind'], string | undefined>> = {
  hpa: 'A HorizontalPodAutoscaler',
  keda: 'KEDA',
  'application-target': 'Application autoscaling',
  policy: 'A scaling policy',
  schedule: 'A scaling schedule',
  'gce-autoscaler': 'An autoscaler',
  'azure-autoscale': 'An autoscale setting',
  karpenter: 'Karpenter',
  'cluster-autoscaler': 'A node pool that scales',
  // A group alone has bounds, but nothing moves it between them.
  'machine-group': undefined,
  vpa: undefined,
  downscaler: undefined,
};

export const autoscaling = defineCheck({
  id: 'autoscaling',
  category: 'scalability',
  kind: 'presence',
  level: 1,
  severity: 'high',
  title: 'Capacity follows the load by itself',
  description:
    'There is a HorizontalPodAutoscaler or KEDA, a policy or schedule of an Auto Scaling group, application autoscaling, an autoscaler of Google or Azure, a node pool that scales, Karpenter, or the platform is serverless. One that is off by default counts half. Not applicable to libraries without workloads.',
  rationale:
    'Nobody watches the graphs when the newsletter goes out. Capacity that follows the load keeps the service up in the peak and gives the machines back at night; capacity that a person has to add comes half an hour late.',
  references: [
    {
      title: 'Kubernetes: Horizontal pod autoscaling',
      url: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/',
    },
    {
      title: 'Amazon EC2 Auto Scaling: scaling policies',
      url: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scale-based-on-demand.html',
    },
  ],
  remediation: {
    summary:
      'Add a HorizontalPodAutoscaler with minReplicas, maxReplicas and a target, or a target tracking policy.',
    effortMinutes: 60,
    snippets: {
      kubernetes:
        'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: cart\nspec:\n  scaleTargetRef:\n    apiVersion: apps/v1\n    kind: Deployment\n    name: cart\n  minReplicas: 2\n  maxReplicas: 8\n  metrics:\n    - type: Resource\n      resource:\n        name: cpu\n        target:\n          type: Utilization\n          averageUtilization: 70\n',
      terraform:
        'resource "aws_autoscaling_policy" "cpu" {\n  name                   = "cpu"\n  autoscaling_group_name = aws_autoscaling_group.web.name\n  policy_type            = "TargetTrackingScaling"\n  target_tracking_configuration {\n    predefined_metric_specification {\n      predefined_metric_type = "ASGAverageCPUUtilization"\n    }\n    target_value = 60\n  }\n}\n',
    },
  },
  examples: [
    {
      title: 'A HorizontalPodAutoscaler',
      files: { 'k8s/hpa.yaml': HPA },
      outcome: 'pass',
      findings: [
        {
          subject: 'HorizontalPodAutoscaler/default/cart',
          outcome: 'pass',
          at: 'k8s/hpa.yaml:1',
        },
      ],
    },
    {
      title: 'A fixed number of replicas',
      files: { 'k8s/cart.yaml': writeDeployment({ replicas: 3 }) },
      outcome: 'fail',
    },
    {
      title: 'A library',
      files: { 'index.js': 'export {};\n' },
      entity: { type: 'library' },
      outcome: 'not-applicable',
    },
  ],
  evaluate(context) {
    const { facts } = context;
    const library = findLibraryKind(context);
    if (library !== undefined && facts.workloads.length === 0) {
      return notApplicable(`A ${library} without workloads does not scale`);
    }
    const serverless = facts.workloads
      .filter(workload => workload.isServerless)
      .map(workload =>
        pass(workload, { message: 'Serverless: the platform scales it' }),
      );
    const scalers = facts.autoscalers.flatMap(describeScaler);
    const found = mergeFindings([...scalers, ...serverless]);
    const active = found.filter(finding => finding.outcome === 'pass');
    return presence(
      context,
      'an autoscaler, a scaling policy, or a serverless platform',
      active.length > 0 ? active : found,
    );
  },
});

function describeScaler(scaler: AutoscalerFact): readonly Finding[] {
  const words = WORDS[scaler.kind];
  if (words === undefined) return [];
  return [
    scaler.offByDefault === undefined
      ? pass(scaler, { message: words })
      : fail(scaler, {
          message: `${words} is there but off by default: ${scaler.offByDefault}`,
          actual: 'off by default',
          partial: true,
        }),
  ];
}
