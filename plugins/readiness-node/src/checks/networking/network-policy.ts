import type { Finding } from 'backstage-plugin-readiness-common';
import {
  defineCheck,
  fail,
  isKubernetes,
  matchesSelector,
  pass,
  unknown,
  withMergedFindings,
} from '../../check';
import type { Facts } from '../../facts/facts';
import type { NetworkPolicyFact } from '../../facts/types/kubernetesObjects';
import type { WorkloadFact } from '../../facts/types/workloads';
import { joinDocuments, writeDeployment } from '../manifestSamples';

const RULES = ['pod-networkpolicy', 'CKV2_K8S_6', 'missingNetworkPolicy'];
const SUBJECT = 'Deployment/default/cart';

const policy = (selector: string) =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: cart }\nspec:\n  podSelector: ${selector}\n  policyTypes: [Ingress, Egress]\n`;

export const networkPolicy = defineCheck({
  id: 'network-policy',
  category: 'networking',
  kind: 'subject',
  level: 2,
  severity: 'medium',
  title: 'A network policy says who may talk to each workload',
  description:
    'A NetworkPolicy in the namespace, or a cluster-wide policy of Cilium or Calico, selects every Kubernetes workload; an empty selector selects all. A policy that is off by default counts half.',
  rationale:
    'In a cluster without policies every pod may call every other pod, so the weakest service opens the door to all databases. A policy is a firewall of a few lines that travels with the service, and it is also the best documentation of who calls whom.',
  knownAs: RULES,
  references: [
    {
      title: 'Kubernetes: Network policies',
      url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
    },
  ],
  remediation: {
    summary:
      'Deny everything in the namespace with an empty podSelector, then allow what each workload needs.',
    effortMinutes: 90,
    snippets: {
      kubernetes:
        'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: cart\nspec:\n  podSelector:\n    matchLabels:\n      app: cart\n  policyTypes: [Ingress, Egress]\n  ingress:\n    - from:\n        - podSelector:\n            matchLabels:\n              app: web\n',
    },
  },
  examples: [
    {
      title: 'A policy for the workload',
      files: {
        'k8s/cart.yaml': joinDocuments(
          policy('{ matchLabels: { app: cart } }'),
          writeDeployment(),
        ),
      },
      outcome: 'pass',
      findings: [{ subject: SUBJECT, outcome: 'pass', at: 'k8s/cart.yaml:1' }],
    },
    {
      title: 'A policy for something else',
      files: {
        'k8s/cart.yaml': joinDocuments(
          policy('{ matchLabels: { app: web } }'),
          writeDeployment(),
        ),
      },
      outcome: 'fail',
      findings: [{ subject: SUBJECT, outcome: 'fail', at: 'k8s/cart.yaml:8' }],
    },
    {
      title: 'No workload in Kubernetes',
      files: { 'compose.yaml': 'services: { a: { image: "a:1" } }\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate({ facts }) {
    return withMergedFindings(
      facts.workloads
        .filter(isKubernetes)
        .map(workload => judgePolicies(facts, workload)),
      'no Kubernetes workload in the files read',
    );
  },
});

function judgePolicies(facts: Facts, workload: WorkloadFact): Finding {
  const base = { rules: RULES, expected: 'a NetworkPolicy that selects it' };
  const selecting = facts.networkPolicies
    .map(each => ({ each, selects: selects(each, workload) }))
    .filter(({ selects: answer }) => answer !== false);
  const active = selecting.filter(({ each }) => !each.offByDefault);
  const sure = active.find(({ selects: answer }) => answer === true);
  if (sure !== undefined) {
    return pass(workload, {
      ...base,
      message: `${sure.each.subject} selects it`,
      at: [sure.each.location],
    });
  }
  const [maybe] = active;
  if (maybe !== undefined) {
    return unknown(workload, {
      ...base,
      message: `Whether ${maybe.each.subject} selects it cannot be resolved`,
      at: [maybe.each.selector.location],
    });
  }
  const [off] = selecting;
  return off === undefined
    ? fail(workload, {
        ...base,
        message: 'No NetworkPolicy selects its pods: everybody may call them',
        actual: 'no NetworkPolicy',
      })
    : fail(workload, {
        ...base,
        message: `${off.each.subject} is off by default: ${off.each.offByDefault}`,
        actual: 'off by default',
        partial: true,
        at: [off.each.location],
      });
}

function selects(
  policyFact: NetworkPolicyFact,
  workload: WorkloadFact,
): boolean | undefined {
  if (policyFact.isClusterWide) {
    return matchesSelector(policyFact.selector, workload.podLabels);
  }
  return policyFact.scope === workload.scope &&
    policyFact.namespace === workload.namespace
    ? matchesSelector(policyFact.selector, workload.podLabels)
    : false;
}
