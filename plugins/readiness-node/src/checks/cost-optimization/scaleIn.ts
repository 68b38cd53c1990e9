import type { Finding } from 'backstage-plugin-readiness-common';
import { fail, getKnown, pass } from '../../check';
import type { AutoscalerFact } from '../../facts/types/autoscalers';
import type { JobFact } from '../../facts/types/pipelines';
import type { WorkloadFact } from '../../facts/types/workloads';

/** An autoscaler that follows the clock or goes down to none or one. */
export function judgeScaler(
  scalers: readonly AutoscalerFact[],
  scaler: AutoscalerFact,
): readonly Finding[] {
  if (scaler.kind === 'machine-group' && !isMoved(scalers, scaler)) return [];
  const { kind } = scaler;
  if (kind === 'policy' || kind === 'vpa' || kind === 'karpenter') return [];
  const message = describeScaleIn(scaler);
  if (message === undefined) return [];
  return [
    scaler.offByDefault === undefined
      ? pass(scaler, { message })
      : fail(scaler, {
          message: `${message}, but it is off by default: ${scaler.offByDefault}`,
          partial: true,
        }),
  ];
}

function describeScaleIn(scaler: AutoscalerFact): string | undefined {
  const { kind, minimum, schedule } = scaler;
  const followsClock =
    kind === 'schedule' || kind === 'downscaler' || schedule.state === 'known';
  if (followsClock) return 'It follows the clock';
  const low = getKnown(minimum);
  return low !== undefined && low <= 1 ? `It goes down to ${low}` : undefined;
}

/** A group goes down only when a policy or schedule moves it. */
function isMoved(
  scalers: readonly AutoscalerFact[],
  group: AutoscalerFact,
): boolean {
  return scalers.some(
    each =>
      each.kind === 'policy' &&
      each.scope === group.scope &&
      each.target.workload === group.subject,
  );
}

/** What scales to zero by itself costs nothing when nobody calls. */
export function judgeServerless(workload: WorkloadFact): readonly Finding[] {
  const { isServerless, minimumInstances, platform } = workload;
  if (!isServerless || workload.role === 'job') return [];
  const minimum = getKnown(minimumInstances) ?? 0;
  const isIdle =
    minimumInstances.state !== 'unresolved' &&
    minimum === 0 &&
    (platform === 'function' || minimumInstances.setting !== 'minimum');
  return isIdle
    ? [pass(workload, { message: 'It scales to zero by itself' })]
    : [];
}

const STOPS =
  /\bkubectl( \S+)* scale\b.*--replicas[= ]0\b|\bec2 stop-instances\b|\brds stop-db-(instance|cluster)\b|\becs update-service\b.*--desired-count[= ]0\b|\binstances stop\b|\bvm deallocate\b|\baks stop\b/;

/** A pipeline that stops things by the clock. */
export function judgeJob(job: JobFact): readonly Finding[] {
  const isScheduled = job.triggers.some(({ kind }) => kind === 'schedule');
  const command = job.commands.find(({ text }) => STOPS.test(text));
  return isScheduled && command !== undefined
    ? [pass(job, { message: command.text, at: [command.location] })]
    : [];
}
