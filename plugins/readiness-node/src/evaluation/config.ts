import type {
  CategoryId,
  ReachedLevel,
  RolloutState,
} from 'backstage-plugin-readiness-common';
import type { FilterPredicate } from '@backstage/filter-predicates';
import { defaultCheckOptions, type CheckOptions } from '../check';

/**
 * Everything an organisation may set about evaluation.
 * @public
 */
export interface EvaluationConfig {
  readonly options: CheckOptions;
  /** Weight of a category in the scorecard's score; 1 when not named. */
  readonly categoryWeights: Readonly<Partial<Record<CategoryId, number>>>;
  /** Roll-out state by check id; `counted` when not named. */
  readonly rollout: Readonly<Record<string, RolloutState>>;
  /** The first requirement whose predicate matches says which level is the bar. */
  readonly requirements: readonly Requirement[];
  readonly waivers: WaiverConfig;
}

/** @public */
export interface Requirement {
  /** Absent: every entity. */
  readonly if?: FilterPredicate;
  readonly level: ReachedLevel;
}

/** @public */
export interface WaiverConfig {
  /** How far ahead `until` may lie, in days. */
  readonly maxDays: number;
  /** A waiver that ends within so many days is expiring. */
  readonly expiringDays: number;
  /** How long an attestation counts, in days. */
  readonly attestationDays: number;
}

/** @public */
export const defaultEvaluationConfig: EvaluationConfig = {
  options: defaultCheckOptions,
  categoryWeights: {},
  rollout: {},
  requirements: [{ if: { 'spec.lifecycle': 'production' }, level: 2 }],
  waivers: { maxDays: 365, expiringDays: 30, attestationDays: 180 },
};
