import type { Finding } from 'backstage-plugin-readiness-common';
import type { Facts } from '../facts/facts';
import type { AutoscalerFact } from '../facts/types/autoscalers';
import type { LabelSelector } from '../facts/types/selectors';
import type { WorkloadContainerFact } from '../facts/types/workloadContainers';
import type { WorkloadFact } from '../facts/types/workloads';
import type { FactValue } from '../facts/value';
import { unknown, type FindingDetails } from './judge';
import { matchesSelector } from './selectors';

/** Whether Kubernetes runs it, from manifests or Terraform. @public */
export function isKubernetes(workload: WorkloadFact): boolean {
  return workload.platform === 'kubernetes';
}

/**
 * Whether it becomes pods: manifests, or values of a chart of somebody else's.
 *
 * @public
 */
export function runsPods(workload: WorkloadFact): boolean {
  return isKubernetes(workload) || workload.platform === 'helm-dependency';
}

/** Keeps running: neither a Job nor something that is started once. @public */
export function isLongRunning(workload: WorkloadFact): boolean {
  return workload.role === 'service' || workload.role === 'daemon';
}

/** Whether its kind is one of these, in manifests or as `kubernetes_*`. @public */
export function isKind(
  workload: WorkloadFact,
  ...kinds: readonly string[]
): boolean {
  return kinds.includes(workload.kind ?? '');
}

/** What a question about containers is asked of. @public */
export type ContainerQuestion = (
  container: WorkloadContainerFact,
  workload: WorkloadFact,
) => Finding | readonly Finding[] | undefined;

/**
 * Asks every container of the workloads. Findings name `Kind/namespace/name#container`
 * for manifests and the resource's address where the language has no finer one.
 *
 * @public
 */
export function askContainers(
  workloads: readonly WorkloadFact[],
  ask: ContainerQuestion,
): readonly Finding[] {
  return workloads.flatMap(workload =>
    workload.containers.flatMap(container => {
      const answer = ask(container, workload) ?? [];
      const findings = 'outcome' in answer ? [answer] : answer;
      return findings.map(finding => nameContainer(finding, container));
    }),
  );
}

/**
 * The address a finding about a container has: tasks of ECS are one resource,
 * so their containers are named in the message.
 */
function nameContainer(
  finding: Finding,
  container: WorkloadContainerFact,
): Finding {
  const isManifest = container.language === 'kubernetes';
  const hash = finding.subject.lastIndexOf('#');
  const subject =
    isManifest || hash < 0 ? finding.subject : finding.subject.slice(0, hash);
  const isNamed = /[#.]/.test(subject)
    ? subject.endsWith(`#${container.name}`) ||
      subject.endsWith(`.${container.name}`)
    : subject === container.name;
  return {
    ...finding,
    subject,
    message: isNamed
      ? finding.message
      : `${container.name}: ${finding.message}`,
  };
}

/** Whether a selector of an object finds the pods of a workload. @public */
export function selectsPods(
  object: {
    readonly scope: string;
    readonly namespace: string;
    readonly selector: LabelSelector;
  },
  workload: WorkloadFact,
): boolean | undefined {
  if (!isKubernetes(workload) || workload.scope !== object.scope) return false;
  if (workload.namespace !== object.namespace) return false;
  return matchesSelector(object.selector, workload.podLabels);
}

const REPLICA_SCALERS: ReadonlySet<AutoscalerFact['kind']> = new Set([
  'hpa',
  'keda',
  'application-target',
  'machine-group',
  'gce-autoscaler',
  'azure-autoscale',
]);

/** The autoscaler that sets the number of instances of a workload. @public */
export function findAutoscaler(
  facts: Pick<Facts, 'autoscalers'>,
  workload: WorkloadFact,
): AutoscalerFact | undefined {
  return facts.autoscalers.find(
    scaler =>
      REPLICA_SCALERS.has(scaler.kind) &&
      scaler.offByDefault === undefined &&
      scaler.scope === workload.scope &&
      (scaler.kind !== 'machine-group' ||
        scaler.subject !== workload.subject) &&
      (scaler.target.workload === workload.subject ||
        scaler.target.references.includes(workload.subject)),
  );
}

/**
 * How many instances there are at least: an autoscaler's minimum where there
 * is one, since it overrules the workload's own number.
 *
 * @public
 */
export function getMinimumReplicas(
  facts: Pick<Facts, 'autoscalers'>,
  workload: WorkloadFact,
): FactValue<number> {
  const minimum = findAutoscaler(facts, workload)?.minimum;
  const isUseless =
    minimum === undefined ||
    (minimum.state === 'absent' && minimum.defaultValue === undefined);
  return isUseless ? workload.replicas : minimum;
}

/**
 * Task definitions whose containers nobody can read from the files: what is
 * asked of containers is unknown for them.
 *
 * @public
 */
export function findHiddenTasks(
  workloads: readonly WorkloadFact[],
  rest: Pick<FindingDetails, 'expected'>,
): readonly Finding[] {
  return workloads
    .filter(
      ({ platform, role, containers }) =>
        platform === 'ecs' && role === 'task' && containers.length === 0,
    )
    .map(task =>
      unknown(task, {
        ...rest,
        message: 'Its container definitions cannot be resolved',
      }),
    );
}

/** The value, or the default where it isn't set; undefined when nobody knows. @public */
export function getKnown<T>(value: FactValue<T>): T | undefined {
  switch (value.state) {
    case 'known':
      return value.value;
    case 'absent':
      return value.defaultValue;
    default:
      return undefined;
  }
}

/**
 * Whether a Kubernetes service runs at least two replicas; undefined when the
 * number cannot be resolved.
 *
 * @public
 */
export function isReplicated(
  facts: Pick<Facts, 'autoscalers'>,
  workload: WorkloadFact,
): boolean | undefined {
  const replicas = getMinimumReplicas(facts, workload);
  if (replicas.state === 'unresolved') return undefined;
  return (getKnown(replicas) ?? 1) >= 2;
}
