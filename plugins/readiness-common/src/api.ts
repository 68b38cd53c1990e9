import type { CategoryId } from './checklist';
import type { Outcome, ReachedLevel, Severity } from './outcome';
import type { CategoryScore, OutcomeCounts, Scorecard } from './scorecard';

/**
 * Where an entity stands between being found in the catalog and being judged.
 * @public
 */
export type EvaluationState = 'queued' | 'evaluating' | 'evaluated' | 'failed';

/** The stored scorecard of an entity and how fresh it is. @public */
export interface StoredScorecard {
  readonly entityRef: string;
  readonly state: EvaluationState;
  /** Absent until the first evaluation. */
  readonly scorecard?: Scorecard;
  /** ISO 8601 time of the last evaluation, also when it changed nothing. */
  readonly evaluatedAt?: string;
  /** ISO 8601 time the result last changed. */
  readonly changedAt?: string;
  /** ISO 8601 time the next evaluation is due. */
  readonly nextEvaluationAt?: string;
  /** The last read failed; the scorecard is the last good one. */
  readonly stale?: { readonly since: string; readonly reason: string };
  /** Scores of the past, oldest first, at most 90 days. */
  readonly trend: readonly TrendPoint[];
}

/** @public */
export interface TrendPoint {
  /** ISO 8601 time from which the scores held. */
  readonly from: string;
  readonly score?: number;
  readonly strictScore?: number;
  readonly level: ReachedLevel;
}

/** A row of the list of scorecards. @public */
export interface ScorecardSummary {
  readonly entityRef: string;
  readonly title?: string;
  readonly kind: string;
  readonly type?: string;
  readonly lifecycle?: string;
  readonly owner?: string;
  readonly system?: string;
  readonly state: EvaluationState;
  readonly score?: number;
  readonly strictScore?: number;
  readonly coverage?: number;
  readonly level: ReachedLevel;
  readonly meetsBar?: boolean;
  readonly outcomes: OutcomeCounts;
  readonly categories: readonly CategoryScore[];
  readonly evaluatedAt?: string;
  readonly isStale: boolean;
  /** Failing (and waived) checks of the category asked for with `category=`, worst first. */
  readonly failing?: readonly FailingCheck[];
}

/** A failing check with its first failing finding, for lists. @public */
export interface FailingCheck {
  readonly checkId: string;
  readonly severity: Severity;
  readonly outcome: Outcome;
  readonly isWaived: boolean;
  readonly message: string;
  readonly subject?: string;
  readonly evidenceUrl?: string;
  readonly evidenceLabel?: string;
  readonly failingFindings: number;
}

/** What the lists and the heatmap can be narrowed by; repeated values mean "any of", an empty one "has none". @public */
export interface ScorecardFilter {
  readonly kind?: readonly string[];
  readonly type?: readonly string[];
  readonly lifecycle?: readonly string[];
  /** Full references; a group stands for all groups below it too. */
  readonly owner?: readonly string[];
  readonly system?: readonly string[];
  readonly domain?: readonly string[];
  readonly tag?: readonly string[];
  /** Reached levels, `0` to `3`. */
  readonly level?: readonly ReachedLevel[];
  /** Substring of the entity's name or title. */
  readonly text?: string;
}

/** @public */
export interface ScorecardsRequest extends ScorecardFilter {
  /** Exactly this owner, not the groups below it; empty for entities without one. */
  readonly directOwner?: string;
  /** Adds the failing checks of this category and sorts by its score. */
  readonly category?: CategoryId;
  readonly sort?: 'name' | 'score' | '-score' | 'strictScore' | '-strictScore';
  /** At most 500, default 50. */
  readonly limit?: number;
  readonly offset?: number;
}

/** @public */
export interface ScorecardsResponse {
  readonly items: readonly ScorecardSummary[];
  readonly totalItems: number;
}

/** @public */
export type HeatmapGrouping =
  | 'owner'
  | 'system'
  | 'domain'
  | 'type'
  | 'lifecycle'
  | 'entity';

/** @public */
export interface HeatmapRequest extends ScorecardFilter {
  /** Default `owner`. */
  readonly groupBy?: HeatmapGrouping;
  /** Entities of one answer with `groupBy=entity`: at most 5,000, which is the default. */
  readonly limit?: number;
  readonly offset?: number;
}

/**
 * A group and a category: the mean over the group's entities that have a score
 * in it, with the counts beside it.
 *
 * @public
 */
export interface HeatmapCell {
  /** 0 to 100, rounded; absent when no entity has a score. */
  readonly score?: number;
  readonly strictScore?: number;
  /** Entities that have a score here. */
  readonly scored: number;
  /** Entities where something applies but nothing is decided. */
  readonly undecided: number;
  /** Entities where nothing applies (or nothing is evaluated yet). */
  readonly notApplicable: number;
  /** Summed over the group's entities. */
  readonly outcomes: OutcomeCounts;
}

/** @public */
export interface HeatmapRow {
  /** Entity reference of the group, system or entity; the plain value for type and lifecycle; empty for "none". */
  readonly id: string;
  readonly title: string;
  /** Row this one rolls up into, for the owner hierarchy. */
  readonly parentId?: string;
  /** Entities in the row, nested groups included. */
  readonly entities: number;
  /** Entities directly in it. */
  readonly directEntities: number;
  /** Entities that have a requirement and meet it, of those that have one. */
  readonly meetsBar: number;
  readonly withBar: number;
  /** Mean of the entities' scores. */
  readonly score?: number;
  readonly strictScore?: number;
  readonly coverage?: number;
  /** Reached level, for rows that are one entity. */
  readonly level?: ReachedLevel;
  /** One per category, in the checklist's order. */
  readonly cells: readonly HeatmapCell[];
}

/** @public */
export interface HeatmapResponse {
  readonly groupBy: HeatmapGrouping;
  /** Column ids in order: the categories. */
  readonly columns: readonly CategoryId[];
  /** Everything the filters let in and the user may see. */
  readonly summary: HeatmapRow;
  readonly rows: readonly HeatmapRow[];
  /** Rows there are in all, when `limit` cuts them. */
  readonly totalRows?: number;
  /** Values to offer in the filters, over everything the user may see. */
  readonly facets: HeatmapFacets;
  readonly freshness: {
    readonly upToDate: number;
    readonly stale: number;
    readonly oldestEvaluatedAt?: string;
  };
  readonly waivers: {
    readonly active: number;
    readonly expiringWithin30Days: number;
  };
}

/** @public */
export interface HeatmapFacets {
  readonly kinds: readonly string[];
  readonly types: readonly string[];
  readonly lifecycles: readonly string[];
  readonly owners: readonly string[];
  readonly systems: readonly string[];
  readonly domains: readonly string[];
  readonly tags: readonly string[];
}

/** Answer to a request to evaluate now. @public */
export interface EvaluationRequestResponse {
  readonly entityRef: string;
  readonly state: 'queued' | 'evaluating';
}

/** @public */
export interface ReadinessStatus {
  readonly targets: {
    readonly total: number;
    readonly evaluated: number;
    readonly due: number;
    readonly leased: number;
    readonly failed: number;
  };
  readonly repositories: {
    readonly total: number;
    readonly due: number;
    readonly leased: number;
    readonly failed: number;
    readonly backingOff: number;
  };
  /** Seconds the most overdue item has waited. */
  readonly lagSeconds: number;
  /** Whether the catalog has been streamed once since the start. */
  readonly hasCatalogBeenRead: boolean;
  readonly errors: readonly {
    readonly what: string;
    readonly message: string;
    readonly since: string;
    readonly retryAt?: string;
  }[];
}
