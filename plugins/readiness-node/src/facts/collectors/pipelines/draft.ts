import { getYamlNode, getYamlText, type YamlNode } from '../../../parsers/yaml';
import type { CommandFact } from '../../types/commands';
import type { PipelineSystem, TriggerFact } from '../../types/pipelines';
import type { Location } from '../../value';

/** A pipeline as one CI system's reader gives it. */
export interface PipelineDraft {
  readonly path: string;
  readonly system: PipelineSystem;
  readonly name?: string | undefined;
  readonly triggers: readonly TriggerFact[];
  readonly jobs: readonly JobDraft[];
}

/** A job before its commands are followed and classified. */
export interface JobDraft {
  /** Unique within its pipeline; what `needs` names. */
  readonly id: string;
  /** File it is written in, when it was included. */
  readonly path?: string;
  readonly location: Location;
  /** The pipeline's own when left out. */
  readonly triggers?: readonly TriggerFact[];
  /** Ids of jobs before it. */
  readonly needs: readonly string[];
  readonly environment?: string | undefined;
  readonly failureIgnoredAt?: Location | undefined;
  readonly isManual?: boolean;
  readonly lockVariables?: Readonly<Record<string, string>>;
  readonly steps: readonly StepDraft[];
}

export type StepDraft = ScriptStep | ActionStep;

export interface ScriptStep {
  readonly kind: 'script';
  readonly commands: readonly CommandFact[];
  /** Folder it runs in, from the repository's root. */
  readonly folder?: string | undefined;
  readonly isFailureIgnored?: boolean;
}

export interface ActionStep {
  readonly kind: 'action';
  readonly name: string;
  readonly version?: string | undefined;
  readonly inputs: Readonly<Record<string, string>>;
  readonly location: Location;
  readonly isFailureIgnored?: boolean;
}

/** `name@version` apart. */
export function splitVersion(reference: string): {
  name: string;
  version?: string;
} {
  const index = reference.lastIndexOf('@');
  if (index <= 0) return { name: reference };
  return {
    name: reference.slice(0, index),
    version: reference.slice(index + 1),
  };
}

/** Scalars of a map as texts; lists are joined by spaces. */
export function readInputs(
  node: YamlNode | undefined,
): Readonly<Record<string, string>> {
  if (node?.kind !== 'map') return {};
  return Object.fromEntries(
    node.entries.map(({ key, value }) => [
      key,
      value.kind === 'list'
        ? value.items.map(item => getYamlText(item) ?? '').join(' ')
        : getYamlText(value) ?? '',
    ]),
  );
}

/** Whether a scalar at a path is true. */
export function isTrue(
  node: YamlNode | undefined,
  ...steps: readonly string[]
): boolean {
  return getYamlText(node, ...steps) === 'true';
}

/** Lines of a node, from its key when given. */
export function locateNode(
  path: string,
  node: YamlNode,
  startLine = node.startLine,
): Location {
  return { path, startLine, endLine: Math.max(startLine, node.endLine) };
}

/** Location of a scalar that is true, e.g. `allow_failure: true`. */
export function locateTrue(
  path: string,
  node: YamlNode | undefined,
  ...steps: readonly string[]
): Location | undefined {
  const found = getYamlNode(node, ...steps);
  return found && isTrue(found) ? locateNode(path, found) : undefined;
}

const LOCKS = [
  'BUNDLE_FROZEN',
  'BUNDLE_DEPLOYMENT',
  'UV_FROZEN',
  'UV_LOCKED',
] as const;

/** Variables that lock installs, of a job's section and of what all jobs share. */
export function readLockVariables(
  section: string,
  job: YamlNode,
  shared: YamlNode | undefined,
): Pick<JobDraft, 'lockVariables'> {
  const found = [
    getYamlNode(shared, section) ?? shared,
    getYamlNode(job, section),
  ].flatMap(node =>
    LOCKS.flatMap(name => {
      const value = getYamlText(node, name);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
  return found.length > 0 ? { lockVariables: Object.fromEntries(found) } : {};
}
