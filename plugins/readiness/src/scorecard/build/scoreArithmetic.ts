import type { Severity } from 'backstage-plugin-readiness-common';
import type { CheckView } from './checkView';

/** Weight of a check by its severity. */
export const severityWeights: Readonly<Record<Severity, number>> = {
  critical: 8,
  high: 4,
  medium: 2,
  low: 1,
};

/** A line of the sum a category's score is made of. */
export interface ScoreTerm {
  readonly check: CheckView;
  readonly weight: number;
  /** 0 to 1. */
  readonly credit: number;
  /** What it adds to the denominator; level 3 adds only what it earns. */
  readonly counted: number;
}

/** The arithmetic of one category. */
export interface CategoryArithmetic {
  readonly terms: readonly ScoreTerm[];
  readonly earned: number;
  readonly weight: number;
  /** 0 to 100, unrounded; absent when nothing is decided. */
  readonly score?: number;
}

/** The sum behind a category's score, to be shown. */
export function buildCategoryArithmetic(
  checks: readonly CheckView[],
): CategoryArithmetic {
  const terms = checks.flatMap(check => {
    const credit = getCredit(check);
    if (credit === undefined || !check.isCounted) return [];
    const weight = severityWeights[check.result.severity];
    const counted = check.result.level === 3 ? weight * credit : weight;
    return counted === 0 ? [] : [{ check, weight, credit, counted }];
  });
  const earned = sum(terms.map(term => term.weight * term.credit));
  const weight = sum(terms.map(term => term.counted));
  return {
    terms,
    earned,
    weight,
    ...(weight > 0 && { score: (100 * earned) / weight }),
  };
}

/** What a category's and the scorecard's score gain when a check passes. */
export interface ScoreGain {
  /** The category's score, when it passes. */
  readonly categoryScore: number;
  readonly category: number;
  /** With every category weighing the same. */
  readonly total: number;
}

/** The gain of one check, everything else unchanged. */
export function buildScoreGain(
  check: CheckView,
  categoryChecks: readonly CheckView[],
  scoredCategories: number,
): ScoreGain {
  const before = buildCategoryArithmetic(categoryChecks);
  const weight = severityWeights[check.result.severity];
  const own = before.terms.find(term => term.check.id === check.id);
  const denominator = before.weight - (own?.counted ?? 0) + weight;
  const earned = before.earned - weight * (own?.credit ?? 0) + weight;
  const categoryScore = (100 * earned) / denominator;
  const category = categoryScore - (before.score ?? 0);
  return {
    categoryScore,
    category,
    total: category / Math.max(1, scoredCategories),
  };
}

function getCredit(check: CheckView): number | undefined {
  switch (check.mark) {
    case 'attested':
      return 1;
    case 'pass':
    case 'fail':
      return check.result.credit;
    default:
      return undefined;
  }
}

function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
