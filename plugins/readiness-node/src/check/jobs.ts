import type { Facts } from '../facts/facts';
import type { CommandPurpose } from '../facts/types/commands';
import type { JobFact, JobPurposeFact } from '../facts/types/pipelines';

/** What a job does of a kind, each with the command that shows it. @public */
export function findPurposes(
  job: JobFact,
  ...purposes: readonly CommandPurpose[]
): readonly JobPurposeFact[] {
  return job.purposes.filter(each => purposes.includes(each.purpose));
}

/** The first command of a kind whose failure fails the job. @public */
export function findEffective(
  job: JobFact,
  ...purposes: readonly CommandPurpose[]
): JobPurposeFact | undefined {
  if (job.failureIgnoredAt !== undefined) return undefined;
  return findPurposes(job, ...purposes).find(each => !each.isFailureIgnored);
}

/** Whether one of the triggers starts the job. @public */
export function isStartedBy(
  job: JobFact,
  ...kinds: readonly JobFact['triggers'][number]['kind'][]
): boolean {
  return job.triggers.some(trigger => kinds.includes(trigger.kind));
}

/**
 * The job itself does not deliver documentation or infrastructure only: it puts
 * an application into service by a command or by its environment.
 *
 * @public
 */
export function findDelivery(job: JobFact): JobPurposeFact | undefined {
  return findPurposes(job, 'deploy').find(
    each => each.delivers !== 'documentation',
  );
}

/** Every job that must have succeeded before this one. @public */
export function findEarlierJobs(
  facts: Facts,
  job: JobFact,
): readonly JobFact[] {
  const found = new Map<string, JobFact>();
  const open = [...job.needs];
  while (open.length > 0) {
    const subject = open.pop();
    const earlier = facts.jobs.find(each => each.subject === subject);
    if (
      earlier === undefined ||
      found.has(earlier.subject) ||
      earlier.subject === job.subject
    )
      continue;
    found.set(earlier.subject, earlier);
    open.push(...earlier.needs);
  }
  return [...found.values()];
}
