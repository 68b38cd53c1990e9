import type { Finding } from 'backstage-plugin-readiness-common';
import {
  defineCheck,
  fail,
  isKind,
  isKubernetes,
  isReplicated,
  pass,
  unknown,
  withMergedFindings,
} from '../../check';
import type { Facts } from '../../facts/facts';
import type { WorkloadFact } from '../../facts/types/workloads';
import { writeDeployment } from '../manifestSamples';

const COMMON = ['no-anti-affinity'];
const DEPLOYMENT = [
  ...COMMON,
  'deployment-has-host-podantiaffinity',
  'topologySpreadConstraint',
];
const STATEFUL_SET = [...COMMON, 'statefulset-has-host-podantiaffinity'];
const SUBJECT = 'Deployment/default/cart';
const SPREAD =
  'topologySpreadConstraints:\n  - maxSkew: 1\n    topologyKey: topology.kubernetes.io/zone\n    whenUnsatisfiable: ScheduleAnyway\n    labelSelector: { matchLabels: { app: cart } }';

export const topologySpread = defineCheck({
  id: 'topology-spread',
  category: 'high-availability',
  kind: 'subject',
  level: 2,
  severity: 'medium',
  title: 'Replicas do not share one machine',
  description:
    'Every Kubernetes workload of at least two replicas has topologySpreadConstraints or podAntiAffinity. Workloads of one replica, Jobs and DaemonSets are left out.',
  rationale:
    'Two replicas on one node are one replica. The scheduler spreads when it has room, and packs when it has not; only a constraint makes sure that the node or the zone that fails takes a part of the service and not all of it.',
  knownAs: [...new Set([...DEPLOYMENT, ...STATEFUL_SET])],
  references: [
    {
      title: 'Kubernetes: Pod topology spread constraints',
      url: 'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/',
    },
  ],
  remediation: {
    summary:
      'Add topologySpreadConstraints over topology.kubernetes.io/zone with the labels of the pods.',
    effortMinutes: 15,
    snippets: {
      kubernetes:
        'topologySpreadConstraints:\n  - maxSkew: 1\n    topologyKey: topology.kubernetes.io/zone\n    whenUnsatisfiable: ScheduleAnyway\n    labelSelector:\n      matchLabels:\n        app: cart\n',
    },
  },
  examples: [
    {
      title: 'Spread over zones',
      files: {
        'k8s/cart.yaml': writeDeployment({ replicas: 2, pod: SPREAD }),
      },
      outcome: 'pass',
      findings: [{ subject: SUBJECT, outcome: 'pass', at: 'k8s/cart.yaml:10' }],
    },
    {
      title: 'Two replicas anywhere',
      files: { 'k8s/cart.yaml': writeDeployment({ replicas: 2 }) },
      outcome: 'fail',
      findings: [{ subject: SUBJECT, outcome: 'fail', at: 'k8s/cart.yaml:1' }],
    },
    {
      title: 'One replica',
      files: { 'k8s/cart.yaml': writeDeployment() },
      outcome: 'not-applicable',
    },
  ],
  evaluate({ facts }) {
    return withMergedFindings(
      facts.workloads.flatMap(workload => judgeSpread(facts, workload)),
      'no Kubernetes workload of two replicas or more',
    );
  },
});

function judgeSpread(facts: Facts, workload: WorkloadFact): readonly Finding[] {
  if (!isKubernetes(workload) || workload.role !== 'service') return [];
  if (workload.isServerless) return [];
  const replicated = isReplicated(facts, workload);
  if (replicated === false) return [];
  const base = {
    rules: listRules(workload),
    expected: 'topologySpreadConstraints or podAntiAffinity',
  };
  const { topologySpread: spread, podAntiAffinity } = workload.pod;
  const settings = [spread, podAntiAffinity];
  const set = settings.find(each => each.state === 'known' && each.value);
  if (set !== undefined) {
    return [
      pass(workload, {
        ...base,
        message: `${set.setting} is set`,
        actual: `${set.setting} is set`,
        at: [set.location],
      }),
    ];
  }
  const open = settings.find(each => each.state === 'unresolved');
  if (open?.state === 'unresolved' || replicated === undefined) {
    return [
      unknown(workload, {
        ...base,
        message:
          open?.state === 'unresolved'
            ? `${open.setting} is ${open.expression}, which cannot be resolved`
            : 'Whether it has two replicas cannot be resolved; nothing spreads them',
        ...(open && { at: [open.location] }),
      }),
    ];
  }
  return [
    fail(workload, {
      ...base,
      message:
        'Neither topologySpreadConstraints nor podAntiAffinity: all replicas may share a node',
      actual: 'neither is set',
    }),
  ];
}

function listRules(workload: WorkloadFact): readonly string[] {
  if (isKind(workload, 'Deployment')) return DEPLOYMENT;
  return isKind(workload, 'StatefulSet') ? STATEFUL_SET : COMMON;
}
