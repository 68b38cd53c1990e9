import type {
  CategoryScore,
  CheckResult,
  Scorecard,
  StoredScorecard,
} from 'backstage-plugin-readiness-common';
import { countMarks } from '../components/outcome/outcomeMark';
import { buildCheckViews } from '../scorecard/build/checkView';
import { buildCategoryArithmetic } from '../scorecard/build/scoreArithmetic';
import { sampleCategories, sampleChecklist } from './sampleChecklist';
import { cartResults } from './sampleResults';

/** When the samples were evaluated. */
export const SAMPLE_TIME = Date.parse('2026-11-22T09:14:00Z');

/** The results of cart, with scores that fit them. */
export const cartScorecard: Scorecard = buildScorecard(
  'component:default/cart',
  cartResults,
);

/** cart as the backend answers. */
export const cartStored: StoredScorecard = {
  entityRef: 'component:default/cart',
  state: 'evaluated',
  scorecard: cartScorecard,
  evaluatedAt: '2026-11-22T09:14:00Z',
  changedAt: '2026-11-19T09:14:00Z',
  nextEvaluationAt: '2026-11-22T15:14:00Z',
  trend: [
    { from: '2026-08-24T08:00:00Z', score: 86, strictScore: 80, level: 1 },
    { from: '2026-09-07T08:00:00Z', score: 87, strictScore: 81, level: 1 },
    { from: '2026-09-20T08:00:00Z', score: 90, strictScore: 84, level: 1 },
    { from: '2026-10-02T08:00:00Z', score: 87, strictScore: 81, level: 1 },
    { from: '2026-10-16T08:00:00Z', score: 91, strictScore: 86, level: 1 },
    { from: '2026-11-05T08:00:00Z', score: 93, strictScore: 88, level: 1 },
    { from: '2026-11-19T08:00:00Z', score: 94, strictScore: 90, level: 1 },
  ],
};

/** A scorecard of these results; scores by the rules, level and bar as given. */
export function buildScorecard(
  entityRef: string,
  results: readonly CheckResult[],
  overrides: Partial<Scorecard> = {},
): Scorecard {
  const draft: Scorecard = {
    entityRef,
    engineVersion: '0.1.0',
    level: 1,
    requiredLevel: 2,
    meetsBar: false,
    categories: [],
    results,
    problems: [],
    sources: [
      {
        repository: 'https://github.com/acme/cart',
        revision: '3f9c2ab1d0e7b4c5',
        subPath: '',
        fileCount: 122,
      },
      {
        repository: 'https://github.com/acme/infra',
        revision: 'b81d07e99c01f2a3',
        subPath: 'services/cart',
        fileCount: 92,
      },
    ],
    ...overrides,
  };
  const categories = buildCategoryScores(draft);
  const scores = categories.flatMap(({ score }) => score ?? []);
  return {
    ...draft,
    categories,
    score: mean(scores),
    strictScore: Math.max(0, mean(scores) - 4),
    coverage: 0.962,
  };
}

function buildCategoryScores(draft: Scorecard): readonly CategoryScore[] {
  const checks = buildCheckViews(draft, sampleChecklist);
  return sampleCategories.map(({ id }) => {
    const own = checks.filter(check => check.result.category === id);
    const { score } = buildCategoryArithmetic(own);
    const counts = countMarks(own.map(check => check.result));
    const hidden = counts.waived + counts.unknown + counts.attested;
    return {
      id,
      ...(score !== undefined && {
        score: Math.round(score),
        strictScore: Math.max(0, Math.round(score - 9 * hidden)),
      }),
      coverage: 1,
      outcomes: {
        pass: counts.pass + counts.attested,
        fail: counts.fail,
        unknown: counts.unknown,
        notApplicable: counts['not-applicable'],
        error: counts.error,
        waived: counts.waived,
      },
    };
  });
}

function mean(numbers: readonly number[]): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return numbers.length === 0 ? 0 : Math.round(sum / numbers.length);
}
