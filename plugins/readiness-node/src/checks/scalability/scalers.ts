import type { Finding } from 'backstage-plugin-readiness-common';
import {
  fail,
  getKnown,
  isKubernetes,
  judge,
  pass,
  unknown,
} from '../../check';
import type { Facts } from '../../facts/facts';
import type { AutoscalerFact } from '../../facts/types/autoscalers';
import type { WorkloadFact } from '../../facts/types/workloads';
import type { FactValue } from '../../facts/value';

/** By aspect. */
export const BOUND_RULES = {
  bounds: ['hpaMaxAvailability'],
  target: [
    'dangling-horizontalpodautoscaler',
    'horizontalpodautoscaler-has-target',
  ],
  'static-replicas': [
    'deployment-targeted-by-hpa-does-not-have-replicas-configured',
  ],
} as const;

/** What is asked of an autoscaler itself. */
export function judgeScaler(
  facts: Facts,
  scaler: AutoscalerFact,
): readonly Finding[] {
  switch (scaler.kind) {
    case 'hpa':
    case 'keda':
      return [
        ...judgeBounds(scaler),
        judgeMetric(scaler),
        ...judgeTarget(facts, scaler),
      ];
    case 'application-target':
    case 'gce-autoscaler':
    case 'azure-autoscale':
      return [...judgeBounds(scaler), judgeMetric(scaler)];
    case 'cluster-autoscaler':
      return judgeBounds(scaler);
    case 'machine-group':
      return isMoved(facts, scaler) ? judgeBounds(scaler) : [];
    default:
      return [];
  }
}

function judgeBounds(scaler: AutoscalerFact): readonly Finding[] {
  const { minimum, maximum } = scaler;
  const low = getKnown(minimum);
  if (maximum.state === 'absent' && maximum.defaultValue === undefined) {
    return [];
  }
  const base = {
    aspect: 'bounds',
    rules: scaler.kind === 'hpa' ? BOUND_RULES.bounds : [],
    expected: 'a maximum above the minimum',
  };
  if (low === undefined && minimum.state === 'unresolved') {
    return [judge(scaler, minimum, { ...base, passes: () => false })];
  }
  return [
    judge(scaler, maximum, { ...base, passes: high => high > (low ?? 0) }),
  ];
}

function judgeMetric(scaler: AutoscalerFact): Finding {
  const { hasMetric, kind, schedule } = scaler;
  const base = { aspect: 'metric', expected: 'a metric with a target' };
  const isDefault = kind === 'hpa' && hasMetric.state === 'absent';
  if (isDefault || schedule.state === 'known') {
    return pass(scaler, {
      ...base,
      message: isDefault
        ? `${hasMetric.setting} is not set; the default is 80 % of the CPU`
        : `It follows the clock: ${schedule.setting}`,
    });
  }
  return judge(scaler, hasMetric, {
    ...base,
    passes: isThere => isThere,
    absentMessage: 'Nothing tells it when to scale',
  });
}

function judgeTarget(facts: Facts, scaler: AutoscalerFact): readonly Finding[] {
  const { name, kind, workload } = scaler.target;
  if (scaler.type === 'ScaledJob') return [];
  const base = {
    aspect: 'target',
    rules: scaler.kind === 'hpa' ? BOUND_RULES.target : [],
    expected: 'a workload of that name in the repository',
    at: [name.location],
  };
  const text = `${getKnown(kind) ?? ''} ${describe(name)}`.trim();
  if (workload !== undefined) {
    return [pass(scaler, { ...base, message: `It scales ${workload}` })];
  }
  const isForeign =
    !/^(Deployment|StatefulSet|ReplicaSet|ReplicationController|Rollout)$/.test(
      getKnown(kind) ?? 'Deployment',
    );
  const isHidden = facts.workloads.some(
    each => each.platform === 'helm-dependency' && each.scope === scaler.scope,
  );
  return [
    name.state === 'unresolved' || isForeign || isHidden
      ? unknown(scaler, {
          ...base,
          message: `Whether ${text} exists cannot be resolved`,
        })
      : fail(scaler, {
          ...base,
          message: `${text} does not exist in the files read`,
          actual: text,
        }),
  ];
}

function describe(name: FactValue<string>): string {
  return name.state === 'unresolved'
    ? name.expression
    : getKnown(name) ?? 'nothing';
}

/** Whether a policy or schedule moves a machine group between its bounds. */
function isMoved(facts: Facts, group: AutoscalerFact): boolean {
  return facts.autoscalers.some(
    each =>
      (each.kind === 'policy' || each.kind === 'schedule') &&
      each.offByDefault === undefined &&
      each.scope === group.scope &&
      each.target.workload === group.subject,
  );
}

/** An autoscaler and a fixed number overrule each other on every release. */
export function judgeStaticReplicas(
  scalers: readonly AutoscalerFact[],
  workload: WorkloadFact,
): readonly Finding[] {
  const scaler = scalers.find(
    each =>
      (each.kind === 'hpa' || each.kind === 'keda') &&
      each.scope === workload.scope &&
      each.target.workload === workload.subject,
  );
  if (scaler === undefined || !isKubernetes(workload)) return [];
  const { replicas } = workload;
  const base = {
    aspect: 'static-replicas',
    rules: BOUND_RULES['static-replicas'],
    expected: 'no replicas beside an autoscaler',
  };
  return [
    replicas.state === 'absent'
      ? pass(workload, {
          ...base,
          message: `${scaler.subject} alone sets the replicas`,
        })
      : judge(workload, replicas, { ...base, passes: () => false }),
  ];
}
