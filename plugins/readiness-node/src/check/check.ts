import type {
  CheckDescription,
  Outcome,
} from 'backstage-plugin-readiness-common';
import type { EntityFacts } from '../facts/entity';
import type { Facts } from '../facts/facts';
import type { Verdict } from './verdict';

/**
 * What a check may look at: facts of the linked repositories, the entity, the
 * configured thresholds. Nothing else; a check is a pure function.
 *
 * @public
 */
export interface CheckContext {
  readonly facts: Facts;
  readonly entity: EntityFacts;
  readonly options: CheckOptions;
  readonly scope: EvaluationScope;
}

/** What was read, for "none found in …" messages. @public */
export interface EvaluationScope {
  readonly repositoryCount: number;
  readonly fileCount: number;
  /** A read was cut short: absence proves nothing, presence checks are unknown. */
  readonly isTruncated: boolean;
}

/** Thresholds an organisation may configure. @public */
export interface CheckOptions {
  readonly minimumReplicas: number;
  readonly minimumBackupRetentionDays: number;
  readonly costTagKeys: readonly string[];
  readonly productionNames: readonly string[];
}

/** @public */
export const defaultCheckOptions: CheckOptions = {
  minimumReplicas: 2,
  minimumBackupRetentionDays: 7,
  costTagKeys: [
    'owner',
    'team',
    'cost-center',
    'costcenter',
    'cost_center',
    'CostCenter',
    'project',
    'service',
    'application',
    'environment',
    'env',
  ],
  productionNames: ['production', 'prod', 'prd', 'live'],
};

/**
 * A small repository and what the check says of it: executed by the tests,
 * shown in the docs.
 *
 * @public
 */
export interface CheckExample {
  readonly title: string;
  /** Path → text. */
  readonly files: Readonly<Record<string, string>>;
  readonly entity?: Partial<EntityFacts>;
  readonly outcome: Outcome;
  /** Findings that must be among the verdict's, by subject and aspect. */
  readonly findings?: readonly {
    readonly subject: string;
    readonly aspect?: string;
    readonly outcome: 'pass' | 'fail' | 'unknown';
    readonly partial?: boolean;
    /** `path:line` of the first evidence. */
    readonly at?: string;
  }[];
}

/** A check: its description, its examples, and its one question. @public */
export interface Check extends Omit<CheckDescription, 'rollout'> {
  /** The check passes when any finding passes (multi-region, caching, …). */
  readonly passesIfAny: boolean;
  readonly examples: readonly CheckExample[];
  evaluate(context: CheckContext): Verdict;
}

/** What the author of a check writes; the rest takes defaults. @public */
export type CheckDefinition = Omit<
  Check,
  | 'version'
  | 'isAttestable'
  | 'isWaivable'
  | 'passesIfAny'
  | 'knownAs'
  | 'references'
> &
  Partial<
    Pick<
      Check,
      | 'version'
      | 'isAttestable'
      | 'isWaivable'
      | 'passesIfAny'
      | 'knownAs'
      | 'references'
    >
  >;

/**
 * Defines a check. Ids are kebab-case and at most 56 characters, since
 * `readiness/waive.<id>` must be a valid annotation key.
 *
 * @throws TypeError when the id is not valid.
 * @public
 */
export function defineCheck(definition: CheckDefinition): Check {
  if (
    !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(definition.id) ||
    definition.id.length > 56
  ) {
    throw new TypeError(
      `Check id '${definition.id}' must be kebab-case and at most 56 characters`,
    );
  }
  return {
    version: 1,
    isAttestable: false,
    isWaivable: true,
    passesIfAny: false,
    knownAs: [],
    references: [],
    ...definition,
  };
}
