import type { Scorecard } from 'backstage-plugin-readiness-common';
import {
  getFailingRequired,
  type EvaluationConfig,
} from 'backstage-plugin-readiness-node';

/** What a scorecard must reach for the command to end well. */
export type FailOn =
  | { readonly kind: 'none' }
  | { readonly kind: 'bar' }
  | { readonly kind: 'required' }
  | { readonly kind: 'score'; readonly score: number };

/** @throws when the text is not one of the bars. */
export function parseFailOn(text: string): FailOn {
  if (text === 'none' || text === 'bar' || text === 'required')
    return { kind: text };
  const score = /^score=(\d{1,3})$/.exec(text)?.[1];
  if (score !== undefined && Number(score) <= 100)
    return { kind: 'score', score: Number(score) };
  throw new TypeError(
    'it must be none, bar, required or score=N with N from 0 to 100',
  );
}

/** Whether a scorecard misses the bar. */
export function missesBar(
  scorecard: Scorecard,
  failOn: FailOn,
  config: EvaluationConfig,
): boolean {
  switch (failOn.kind) {
    case 'none':
      return false;
    case 'bar':
      return scorecard.meetsBar === false;
    case 'required':
      return getFailingRequired(scorecard.results, config).length > 0;
    case 'score':
      return (scorecard.score ?? 0) < failOn.score;
    default:
      throw new TypeError(
        `Unexpected bar ${JSON.stringify(failOn satisfies never)}`,
      );
  }
}
