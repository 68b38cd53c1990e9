import type {
  CategoryScore,
  Checklist,
  Scorecard,
} from 'backstage-plugin-readiness-common';
import { countMarks, type MarkCounts } from '../components/outcome/outcomeMark';
import {
  buildNextSteps,
  type NextStep,
} from '../scorecard/build/buildNextSteps';
import { buildVerdict, type Verdict } from '../scorecard/build/buildVerdict';
import { buildCheckViews } from '../scorecard/build/checkView';

/** The scorecard in a few lines. */
export interface CardModel {
  readonly verdict: Verdict;
  readonly counts: MarkCounts;
  readonly steps: readonly NextStep[];
  readonly failing: number;
  readonly worst: readonly CategoryScore[];
  readonly expiringWaivers: number;
}

const SHOWN = 3;
const GOOD_ENOUGH = 95;

/** What a glance should tell. */
export function buildCard(
  scorecard: Scorecard,
  checklist: Checklist,
): CardModel {
  const checks = buildCheckViews(scorecard, checklist);
  const { steps } = buildNextSteps(checks);
  return {
    verdict: buildVerdict(scorecard, checks),
    counts: countMarks(scorecard.results),
    steps: steps.filter(step => step.reachesTarget).slice(0, SHOWN),
    failing: steps.length,
    worst: scorecard.categories
      .filter(({ score }) => score !== undefined && score < GOOD_ENOUGH)
      .sort((one, other) => (one.score ?? 0) - (other.score ?? 0))
      .slice(0, SHOWN),
    expiringWaivers: scorecard.results.filter(
      ({ waiver }) => waiver?.state === 'expiring',
    ).length,
  };
}
