import type {
  CategoryId,
  CategoryScore,
  CheckResult,
  OutcomeCounts,
  RolloutState,
  Severity,
} from 'backstage-plugin-readiness-common';
import { categories } from '../checklist/categories';
import type { EvaluationConfig } from './config';

/** Weight of a check by its severity. @public */
export const severityWeights: Readonly<Record<Severity, number>> = {
  critical: 8,
  high: 4,
  medium: 2,
  low: 1,
};

/** Sums a category's score is made of, unrounded. */
export interface CategoryArithmetic {
  readonly earned: number;
  readonly weight: number;
  readonly strictEarned: number;
  readonly strictWeight: number;
  readonly decidedWeight: number;
  readonly applicableWeight: number;
}

/** The scores of a whole scorecard. */
export interface Scores {
  readonly categories: readonly CategoryScore[];
  readonly score?: number;
  readonly strictScore?: number;
  readonly coverage?: number;
}

/** Category scores in the checklist's order, and their weighted means. */
export function score(
  results: readonly CheckResult[],
  config: EvaluationConfig,
): Scores {
  const counted = results.filter(result =>
    isCounted(config.rollout[result.checkId]),
  );
  const rows = categories.map(({ id }) => {
    const own = counted.filter(result => result.category === id);
    return { id, arithmetic: addUp(own), outcomes: countOutcomes(own) };
  });
  const overall = addUp(counted);
  const mean = (pick: (arithmetic: CategoryArithmetic) => number | undefined) =>
    weightedMean(
      rows.map(row => ({
        value: pick(row.arithmetic),
        weight: getCategoryWeight(row.id, config),
      })),
    );
  return {
    categories: rows.map(({ id, arithmetic, outcomes }) => ({
      id,
      ...roundScores({
        score: getScore(arithmetic),
        strictScore: getStrictScore(arithmetic),
        coverage: getCoverage(arithmetic),
      }),
      outcomes,
    })),
    ...roundScores({
      score: mean(getScore),
      strictScore: mean(getStrictScore),
      coverage: getCoverage(overall),
    }),
  };
}

/**
 * Adds up one category. A check of level 3 adds weight only for the credit it
 * earns, so it never lowers a score. Waived, not applicable, unknown and error
 * leave the denominator of the score; the strict score counts waived, unknown
 * and attested as failed.
 */
export function addUp(results: readonly CheckResult[]): CategoryArithmetic {
  const sums = {
    earned: 0,
    weight: 0,
    strictEarned: 0,
    strictWeight: 0,
    decidedWeight: 0,
    applicableWeight: 0,
  };
  for (const result of results) {
    if (result.outcome === 'not-applicable') continue;
    const weight = severityWeights[result.severity];
    sums.applicableWeight += weight;
    const credit = getCountedCredit(result);
    if (credit !== undefined) {
      sums.decidedWeight += weight;
      sums.earned += weight * credit;
      sums.weight += result.level === 3 ? weight * credit : weight;
    }
    const strictCredit = getStrictCredit(result);
    if (strictCredit !== undefined) {
      sums.strictEarned += weight * strictCredit;
      sums.strictWeight += result.level === 3 ? weight * strictCredit : weight;
    }
  }
  return sums;
}

/** How many checks ended how; waived ones count as waived only. */
export function countOutcomes(results: readonly CheckResult[]): OutcomeCounts {
  const counts = {
    pass: 0,
    fail: 0,
    unknown: 0,
    notApplicable: 0,
    error: 0,
    waived: 0,
  };
  for (const result of results) {
    if (result.isWaived) counts.waived += 1;
    else if (result.outcome === 'not-applicable') counts.notApplicable += 1;
    else counts[result.outcome] += 1;
  }
  return counts;
}

/** Whether a check in this roll-out state takes part in scores and levels. */
export function isCounted(rollout: RolloutState | undefined): boolean {
  return rollout !== 'off' && rollout !== 'announced';
}

function getCountedCredit(result: CheckResult): number | undefined {
  if (result.isWaived) return undefined;
  if (result.isAttested) return 1;
  return isDecided(result) ? result.credit : undefined;
}

function getStrictCredit(result: CheckResult): number | undefined {
  if (result.isWaived || result.isAttested || result.outcome === 'unknown')
    return 0;
  return isDecided(result) ? result.credit : undefined;
}

function isDecided(result: CheckResult): boolean {
  return result.outcome === 'pass' || result.outcome === 'fail';
}

function getScore({ earned, weight }: CategoryArithmetic): number | undefined {
  return weight === 0 ? undefined : (100 * earned) / weight;
}

/** Like the score, and like it absent when nothing is decided. */
function getStrictScore(arithmetic: CategoryArithmetic): number | undefined {
  const { strictEarned, strictWeight, weight } = arithmetic;
  return strictWeight === 0 || weight === 0
    ? undefined
    : (100 * strictEarned) / strictWeight;
}

function getCoverage({
  decidedWeight,
  applicableWeight,
}: CategoryArithmetic): number | undefined {
  return applicableWeight === 0 ? undefined : decidedWeight / applicableWeight;
}

function getCategoryWeight(id: CategoryId, config: EvaluationConfig): number {
  return config.categoryWeights[id] ?? 1;
}

function weightedMean(
  parts: readonly {
    readonly value: number | undefined;
    readonly weight: number;
  }[],
): number | undefined {
  let sum = 0;
  let weights = 0;
  for (const { value, weight } of parts) {
    if (value === undefined) continue;
    sum += value * weight;
    weights += weight;
  }
  return weights === 0 ? undefined : sum / weights;
}

function roundScores(scores: {
  score: number | undefined;
  strictScore: number | undefined;
  coverage: number | undefined;
}): { score?: number; strictScore?: number; coverage?: number } {
  return {
    ...(scores.score !== undefined && { score: Math.round(scores.score) }),
    ...(scores.strictScore !== undefined && {
      strictScore: Math.round(scores.strictScore),
    }),
    ...(scores.coverage !== undefined && {
      coverage: Math.round(scores.coverage * 1000) / 1000,
    }),
  };
}
