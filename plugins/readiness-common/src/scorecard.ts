import type { CategoryId } from './checklist';
import type { Finding } from './finding';
import type { Level, Outcome, ReachedLevel, Severity } from './outcome';
import type { Problem } from './problem';
import type { Attestation, Waiver } from './waiver';

/**
 * The result of one check for one entity: folded outcome, findings, waiver.
 * A waiver never changes the outcome.
 *
 * @public
 */
export interface CheckResult {
  readonly checkId: string;
  readonly category: CategoryId;
  readonly severity: Severity;
  readonly level: Level;
  readonly outcome: Outcome;
  /** 0 to 1, passing ÷ decided findings; absent when nothing is decided. */
  readonly credit?: number;
  /** One sentence: why it is not applicable, or what the findings add up to. */
  readonly message: string;
  readonly findings: readonly Finding[];
  /** The waiver written for it, whatever its state. */
  readonly waiver?: Waiver;
  /** An active waiver covers everything that does not pass: out of the score. */
  readonly isWaived: boolean;
  readonly attestation?: Attestation;
  /** An active attestation counts as a pass in the score, not in the strict score. */
  readonly isAttested: boolean;
}

/**
 * How many checks ended how. Disjoint: a waived check counts under `waived` only.
 * @public
 */
export interface OutcomeCounts {
  readonly pass: number;
  readonly fail: number;
  readonly unknown: number;
  readonly notApplicable: number;
  readonly error: number;
  readonly waived: number;
}

/** @public */
export interface CategoryScore {
  readonly id: CategoryId;
  /** 0 to 100, rounded; absent when nothing is decided. */
  readonly score?: number;
  readonly strictScore?: number;
  /** 0 to 1, decided ÷ applicable weight; absent when nothing applies. */
  readonly coverage?: number;
  readonly outcomes: OutcomeCounts;
}

/** A repository as it was read for an evaluation. @public */
export interface EvaluatedSource {
  /** URL of the repository's root. */
  readonly repository: string;
  /** Commit or etag. */
  readonly revision?: string;
  /** Branch or tag of the link, when it names one. */
  readonly ref?: string;
  /** Folder inside the repository, empty for its root. */
  readonly subPath: string;
  readonly fileCount: number;
}

/** @public */
export interface Scorecard {
  readonly entityRef: string;
  readonly engineVersion: string;
  /** 0 to 100, mean of the category scores; absent when nothing is decided. */
  readonly score?: number;
  readonly strictScore?: number;
  readonly coverage?: number;
  readonly level: ReachedLevel;
  /** Required level, when a requirement of the configuration matches. */
  readonly requiredLevel?: ReachedLevel;
  readonly meetsBar?: boolean;
  readonly categories: readonly CategoryScore[];
  readonly results: readonly CheckResult[];
  readonly problems: readonly Problem[];
  readonly sources: readonly EvaluatedSource[];
}
