import type {
  CategoryId,
  Checklist,
  Scorecard,
} from 'backstage-plugin-readiness-common';
import {
  countMarks,
  type MarkCounts,
} from '../../components/outcome/outcomeMark';
import type { CheckView } from './checkView';
import { hasFilters, matchesFilters, type ScorecardFilters } from './filters';

/** A category with its score and the checks that the filters let through. */
export interface CategoryView {
  readonly id: CategoryId;
  readonly position: number;
  readonly title: string;
  readonly score?: number;
  readonly strictScore?: number;
  readonly counts: MarkCounts;
  readonly checks: readonly CheckView[];
  /** All of its checks, filtered or not: the score is made of these. */
  readonly allChecks: readonly CheckView[];
  /** What isn't satisfied, first what the target level waits for. */
  readonly toGo: readonly CheckView[];
}

/** Categories in order; with filters only those that have a match. */
export function buildCategories(
  scorecard: Scorecard,
  checklist: Checklist,
  checks: readonly CheckView[],
  filters: ScorecardFilters,
): readonly CategoryView[] {
  const scores = new Map(
    scorecard.categories.map(category => [category.id, category]),
  );
  const views = checklist.categories.map(({ id, position, title }) => {
    const own = checks.filter(check => check.result.category === id);
    const score = scores.get(id);
    return {
      id,
      position,
      title,
      ...(score?.score !== undefined && { score: score.score }),
      ...(score?.strictScore !== undefined && {
        strictScore: score.strictScore,
      }),
      counts: countMarks(own.map(check => check.result)),
      checks: own.filter(check => matchesFilters(check, filters)),
      allChecks: own,
      toGo: own
        .filter(check => !check.isSatisfied && check.isCounted)
        .sort(
          (one, other) => Number(other.blocksTarget) - Number(one.blocksTarget),
        ),
    };
  });
  return hasFilters(filters)
    ? views.filter(view => view.checks.length > 0)
    : views.filter(view => view.allChecks.length > 0);
}
