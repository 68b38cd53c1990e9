import type { Finding } from 'backstage-plugin-readiness-common';
import {
  defineCheck,
  isKind,
  isKubernetes,
  isReplicated,
  unknown,
  withMergedFindings,
} from '../../check';
import type { Facts } from '../../facts/facts';
import type { WorkloadFact } from '../../facts/types/workloads';
import { joinDocuments, writeDeployment } from '../manifestSamples';
import { judgeBudget } from './disruptionBudgets';

const DEPLOYMENT = 'deployment-has-poddisruptionbudget';
const STATEFUL_SET = 'statefulset-has-poddisruptionbudget';
const POLARIS = 'missingPodDisruptionBudget';
const SUBJECT = 'Deployment/default/cart';

const budget = (room: string) =>
  `apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: cart }\nspec:\n  ${room}\n  selector: { matchLabels: { app: cart } }\n`;

export const disruptionBudget = defineCheck({
  id: 'disruption-budget',
  category: 'high-availability',
  kind: 'subject',
  level: 2,
  severity: 'medium',
  title: 'Nodes can be drained without taking all replicas at once',
  description:
    'A PodDisruptionBudget selects every Kubernetes workload of at least two replicas and lets at least one pod go. Workloads of one replica, Jobs and DaemonSets are left out.',
  rationale:
    'Nodes are drained for upgrades, by autoscalers and by spot markets, several at a time. Without a budget all replicas may be evicted in the same minute; with one that lets nobody go the upgrade hangs, and somebody forces it on a Friday.',
  knownAs: [DEPLOYMENT, STATEFUL_SET, POLARIS],
  references: [
    {
      title: 'Kubernetes: Specifying a disruption budget',
      url: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
    },
  ],
  remediation: {
    summary:
      'Add a PodDisruptionBudget with maxUnavailable: 1 and the labels of the pods.',
    effortMinutes: 15,
    snippets: {
      kubernetes:
        'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata:\n  name: cart\nspec:\n  maxUnavailable: 1\n  selector:\n    matchLabels:\n      app: cart\n',
      terraform:
        'resource "kubernetes_pod_disruption_budget_v1" "cart" {\n  metadata {\n    name = "cart"\n  }\n  spec {\n    max_unavailable = "1"\n    selector {\n      match_labels = { app = "cart" }\n    }\n  }\n}\n',
    },
  },
  examples: [
    {
      title: 'One at a time',
      files: {
        'k8s/cart.yaml': joinDocuments(
          budget('maxUnavailable: 1'),
          writeDeployment({ replicas: 3 }),
        ),
      },
      outcome: 'pass',
      findings: [{ subject: SUBJECT, outcome: 'pass', at: 'k8s/cart.yaml:5' }],
    },
    {
      title: 'As many must stay as there are',
      files: {
        'k8s/cart.yaml': joinDocuments(
          budget('minAvailable: 2'),
          writeDeployment({ replicas: 2 }),
        ),
      },
      outcome: 'fail',
      findings: [{ subject: SUBJECT, outcome: 'fail', at: 'k8s/cart.yaml:5' }],
    },
    {
      title: 'One replica',
      files: { 'k8s/cart.yaml': writeDeployment({ replicas: 1 }) },
      outcome: 'not-applicable',
    },
  ],
  evaluate({ facts }) {
    return withMergedFindings(
      facts.workloads.flatMap(workload => judgeWorkload(facts, workload)),
      'no Kubernetes workload of two replicas or more',
    );
  },
});

function judgeWorkload(
  facts: Facts,
  workload: WorkloadFact,
): readonly Finding[] {
  if (!isKubernetes(workload) || workload.role !== 'service') return [];
  if (workload.isServerless) return [];
  const replicated = isReplicated(facts, workload);
  if (replicated === false) return [];
  const words = {
    rules: listRules(workload),
    expected: 'a PodDisruptionBudget that lets one pod go',
  };
  const finding = judgeBudget(facts, workload, words);
  return replicated === true || finding.outcome === 'pass'
    ? [finding]
    : [
        unknown(workload, {
          ...words,
          message:
            'Whether it has two replicas cannot be resolved; no PodDisruptionBudget that lets one pod go selects it',
        }),
      ];
}

function listRules(workload: WorkloadFact): readonly string[] {
  if (isKind(workload, 'Deployment')) return [DEPLOYMENT, POLARIS];
  return isKind(workload, 'StatefulSet') ? [STATEFUL_SET] : [];
}
