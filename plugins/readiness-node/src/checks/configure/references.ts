import type { Finding } from 'backstage-plugin-readiness-common';
import {
  fail,
  getKnown,
  isEmptySelector,
  isKubernetes,
  matchesSelector,
  pass,
  selectsPods,
  unknown,
  type FindingDetails,
} from '../../check';
import type { Facts } from '../../facts/facts';
import type { AutoscalerFact } from '../../facts/types/autoscalers';
import type {
  DisruptionBudgetFact,
  NamespacedFact,
  ServiceFact,
} from '../../facts/types/kubernetesObjects';
import type { LabelSelector } from '../../facts/types/selectors';
import type { WorkloadFact } from '../../facts/types/workloads';
import { mayBeHidden, withoutAddedLabels } from './hiddenPods';

/** A Service selects pods, and they have the ports it names. */
export function judgeService(
  facts: Facts,
  service: ServiceFact,
): readonly Finding[] {
  if (service.offByDefault !== undefined) return [];
  if (getKnown(service.serviceType) === 'ExternalName') return [];
  if (service.selector === undefined) return [];
  const { finding, pods } = findPods(facts, service, service.selector, {
    rules: ['dangling-service', 'service-targets-pod'],
    expected: 'a selector that is among the labels of a pod',
  });
  return [finding, ...judgePorts(service, pods)];
}

/** A budget selects pods. */
export function judgeBudgetSelector(
  facts: Facts,
  budget: DisruptionBudgetFact,
): readonly Finding[] {
  if (budget.offByDefault !== undefined) return [];
  return [
    findPods(facts, budget, budget.selector, {
      rules: [],
      expected: 'a selector that is among the labels of a pod',
    }).finding,
  ];
}

function findPods(
  facts: Facts,
  object: NamespacedFact,
  written: LabelSelector,
  words: Pick<FindingDetails, 'rules' | 'expected'>,
): { readonly finding: Finding; readonly pods: readonly WorkloadFact[] } {
  const selector = withoutAddedLabels(written);
  const answers = facts.workloads.map(workload => ({
    workload,
    answer: selectsPods({ ...object, selector }, workload),
  }));
  const pods = answers.filter(each => each.answer).map(each => each.workload);
  const [first] = pods;
  const details = { ...words, at: [written.location] };
  if (first !== undefined) {
    const message = `It selects the pods of ${first.subject}`;
    return { finding: pass(object, { ...details, message }), pods };
  }
  const maybe = answers.find(each => each.answer === undefined);
  const actual = describeSelector(written);
  const finding =
    maybe !== undefined || mayBeHidden(facts, object, written)
      ? unknown(object, {
          ...details,
          actual,
          message:
            maybe === undefined
              ? 'It selects pods that the files do not show'
              : `Whether it selects the pods of ${maybe.workload.subject} cannot be resolved`,
        })
      : fail(object, {
          ...details,
          actual,
          message: `No pod of the namespace ${object.namespace} has ${actual}`,
        });
  return { finding, pods };
}

function describeSelector(selector: LabelSelector): string {
  if (isEmptySelector(selector)) return 'any label';
  const labels = [
    ...Object.entries(selector.labels.values),
    ...Object.entries(selector.labels.unresolved),
  ].map(([key, value]) => `${key}=${value}`);
  const expressions = selector.expressions.map(
    ({ key, operator, values }) => `${key} ${operator} (${values.join(', ')})`,
  );
  return [...labels, ...expressions].join(', ');
}

/** Ports by name must be named by a container; numbers need no declaration. */
function judgePorts(
  service: ServiceFact,
  pods: readonly WorkloadFact[],
): readonly Finding[] {
  const names = new Set(
    pods.flatMap(pod =>
      pod.containers.flatMap(({ ports }) => ports.map(port => port.name)),
    ),
  );
  if (pods.length === 0 || pods.some(pod => pod.containers.length === 0)) {
    return [];
  }
  return service.ports.flatMap(({ targetPort }) => {
    const name = targetPort.state === 'known' ? targetPort.value : '1';
    if (/^\d+$/.test(name) || names.has(name)) return [];
    return [
      fail(service, {
        rules: ['dangling-service', 'service-targets-pod'],
        expected: 'targetPort that a container names',
        message: `No container of the pods it selects names a port ${name}`,
        actual: `targetPort = ${name}`,
        at: [targetPort.location],
      }),
    ];
  });
}

/** An autoscaler names a workload. */
export function judgeScaleTarget(
  facts: Facts,
  scaler: AutoscalerFact,
): readonly Finding[] {
  const isAsked =
    (scaler.kind === 'hpa' || scaler.kind === 'keda') &&
    scaler.type !== 'ScaledJob' &&
    scaler.type !== 'HelmDependency' &&
    scaler.offByDefault === undefined;
  if (!isAsked) return [];
  const { name, kind, workload } = scaler.target;
  const base = {
    rules:
      scaler.kind === 'hpa'
        ? [
            'dangling-horizontalpodautoscaler',
            'horizontalpodautoscaler-has-target',
          ]
        : [],
    expected: 'scaleTargetRef of a workload that exists',
    at: [name.location],
  };
  if (workload !== undefined) {
    return [pass(scaler, { ...base, message: `It scales ${workload}` })];
  }
  const text = `${getKnown(kind) ?? 'workload'} ${getKnown(name) ?? ''}`.trim();
  const isOpen =
    name.state === 'unresolved' ||
    !/^(Deployment|StatefulSet|ReplicaSet|Rollout)$/.test(
      getKnown(kind) ?? 'Deployment',
    );
  return [
    isOpen || mayBeHidden(facts, scaler)
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

/** A workload's selector is among the labels of its own template. */
export function judgeOwnLabels(workload: WorkloadFact): readonly Finding[] {
  const { selector, podLabels } = workload;
  if (!isKubernetes(workload) || selector === undefined) return [];
  const answer = matchesSelector(selector, podLabels);
  const details = {
    rules: ['mismatching-selector'],
    expected: 'a selector that is among the labels of its own pods',
    at: [selector.location],
  };
  if (answer === undefined) {
    return [
      unknown(workload, {
        ...details,
        message: 'Whether it selects its own pods cannot be resolved',
      }),
    ];
  }
  const actual = describeSelector(selector);
  return [
    answer
      ? pass(workload, { ...details, message: 'It selects its own pods' })
      : fail(workload, {
          ...details,
          actual,
          message: `Its own pods do not have ${actual}`,
        }),
  ];
}
