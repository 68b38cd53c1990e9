import type { CheckResult, Outcome } from 'backstage-plugin-readiness-common';

/** What a result is shown as: its outcome, or that it is waived or attested. */
export type OutcomeMark = Outcome | 'waived' | 'attested';

/** In the order people ask for them. */
export const outcomeMarks: readonly OutcomeMark[] = [
  'fail',
  'waived',
  'attested',
  'unknown',
  'error',
  'pass',
  'not-applicable',
];

/** Waived and attested stand before the outcome they explain. */
export function getOutcomeMark(
  result: Pick<CheckResult, 'outcome' | 'isWaived' | 'isAttested'>,
): OutcomeMark {
  if (result.isWaived) return 'waived';
  if (result.isAttested) return 'attested';
  return result.outcome;
}

/** How many checks carry each mark. */
export type MarkCounts = Readonly<Record<OutcomeMark, number>>;

/** Counts disjoint marks. */
export function countMarks(
  results: readonly Pick<CheckResult, 'outcome' | 'isWaived' | 'isAttested'>[],
): MarkCounts {
  const counts: Record<OutcomeMark, number> = {
    pass: 0,
    fail: 0,
    waived: 0,
    attested: 0,
    unknown: 0,
    error: 0,
    'not-applicable': 0,
  };
  for (const result of results) counts[getOutcomeMark(result)] += 1;
  return counts;
}
