import type { Facts } from '../facts/facts';
import type { CommandFact } from '../facts/types/commands';
import type { Location } from '../facts/value';

/**
 * Somewhere commands are run: a Dockerfile, a job, a script of a machine.
 * @public
 */
export interface CommandPlace {
  readonly subject: string;
  readonly location: Location;
  readonly kind: 'containerfile' | 'job' | 'host';
  /** In the order they run. */
  readonly commands: readonly CommandFact[];
  /** Names of environment variables set for all of them. */
  readonly variables: ReadonlyMap<string, string>;
}

/** Every place that runs commands; development containers are left out. @public */
export function findCommandPlaces(facts: Facts): readonly CommandPlace[] {
  const containerfiles = facts.containerfiles
    .filter(file => !file.isDevelopment)
    .map(
      (file): CommandPlace => ({
        subject: file.subject,
        location: file.location,
        kind: 'containerfile',
        commands: file.stages.flatMap(stage => stage.run),
        variables: new Map(
          file.stages.flatMap(stage =>
            stage.variables.map(
              ({ name, value }) => [name, value ?? ''] as const,
            ),
          ),
        ),
      }),
    );
  const jobs = facts.jobs.map(
    (job): CommandPlace => ({
      subject: job.subject,
      location: job.location,
      kind: 'job',
      commands: job.commands,
      variables: new Map(Object.entries(job.lockVariables ?? {})),
    }),
  );
  const hosts = facts.hostScripts.map(
    (script): CommandPlace => ({
      subject: script.subject,
      location: script.location,
      kind: 'host',
      commands: script.commands,
      variables: new Map(),
    }),
  );
  return [...containerfiles, ...jobs, ...hosts];
}

/** The command without `sudo` and the like. @public */
export function stripPrivilege(words: readonly string[]): readonly string[] {
  let index = 0;
  while (/^(sudo|doas|exec|time|command|env|nohup)$/.test(words[index] ?? '')) {
    index += 1;
    while (/^-|^[A-Za-z_]\w*=/.test(words[index] ?? ''))
      index += /^-[ugUp]$/.test(words[index] ?? '') ? 2 : 1;
  }
  return words.slice(index);
}
