import { defineCheck, withMergedFindings } from '../../check';
import { joinDocuments, writeDeployment } from '../manifestSamples';
import { BOUND_RULES, judgeScaler, judgeStaticReplicas } from './scalers';

const HPA = (maximum: number) =>
  `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: cart }\nspec:\n  minReplicas: 2\n  maxReplicas: ${maximum}\n  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: cart }\n  metrics:\n    - type: Resource\n      resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } }\n`;
const SUBJECT = 'HorizontalPodAutoscaler/default/cart';

export const autoscalingBounds = defineCheck({
  id: 'autoscaling-bounds',
  category: 'scalability',
  kind: 'subject',
  level: 2,
  severity: 'medium',
  title: 'Autoscalers have room, a metric and a target',
  description:
    'The maximum of every autoscaler is above its minimum, it has a metric or a schedule (a HorizontalPodAutoscaler takes 80 % of the CPU when none is set), what it scales exists in the repository, and that workload does not fix replicas as well. Autoscalers that are off by default are left out.',
  rationale:
    'An autoscaler is easy to break quietly: a maximum that equals the minimum, a name that was changed on one side only, a replicas: 2 that resets the number on every release in the middle of the peak. Nothing fails until the day it is needed.',
  knownAs: Object.values(BOUND_RULES).flat(),
  references: [
    {
      title: 'Kubernetes: Horizontal pod autoscaling',
      url: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/',
    },
  ],
  remediation: {
    summary:
      'Set maxReplicas above minReplicas, name the workload in scaleTargetRef, and remove spec.replicas from it.',
    effortMinutes: 20,
    snippets: {
      kubernetes:
        'spec:\n  minReplicas: 2\n  maxReplicas: 8\n  scaleTargetRef:\n    apiVersion: apps/v1\n    kind: Deployment\n    name: cart\n',
    },
  },
  examples: [
    {
      title: 'Room to grow',
      files: { 'k8s/cart.yaml': joinDocuments(HPA(8), writeDeployment()) },
      outcome: 'pass',
      findings: [
        {
          subject: SUBJECT,
          aspect: 'bounds',
          outcome: 'pass',
          at: 'k8s/cart.yaml:6',
        },
        { subject: SUBJECT, aspect: 'metric', outcome: 'pass' },
        { subject: SUBJECT, aspect: 'target', outcome: 'pass' },
        {
          subject: 'Deployment/default/cart',
          aspect: 'static-replicas',
          outcome: 'pass',
        },
      ],
    },
    {
      title: 'No room, and replicas beside it',
      files: {
        'k8s/cart.yaml': joinDocuments(
          HPA(2),
          writeDeployment({ replicas: 2 }),
        ),
      },
      outcome: 'fail',
      findings: [
        {
          subject: SUBJECT,
          aspect: 'bounds',
          outcome: 'fail',
          at: 'k8s/cart.yaml:6',
        },
        {
          subject: 'Deployment/default/cart',
          aspect: 'static-replicas',
          outcome: 'fail',
          at: 'k8s/cart.yaml:16',
        },
      ],
    },
    {
      title: 'No autoscaler',
      files: { 'k8s/cart.yaml': writeDeployment({ replicas: 2 }) },
      outcome: 'not-applicable',
    },
  ],
  evaluate({ facts }) {
    const scalers = facts.autoscalers.filter(
      scaler => scaler.offByDefault === undefined,
    );
    return withMergedFindings(
      [
        ...scalers.flatMap(scaler => judgeScaler(facts, scaler)),
        ...facts.workloads.flatMap(workload =>
          judgeStaticReplicas(scalers, workload),
        ),
      ],
      'no autoscaler in the files read',
    );
  },
});
