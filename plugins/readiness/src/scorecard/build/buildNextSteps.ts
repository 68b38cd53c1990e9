import type { Finding } from 'backstage-plugin-readiness-common';
import type { CheckView } from './checkView';
import { buildScoreGain, severityWeights } from './scoreArithmetic';

/** A failing check as work to do. */
export interface NextStep {
  readonly check: CheckView;
  /** The first failing finding: the reason. */
  readonly finding?: Finding;
  readonly failingFindings: number;
  readonly weight: number;
  readonly effortMinutes?: number;
  /** Points the scorecard's score gains. */
  readonly gain: number;
  /** It stands between the entity and its target level. */
  readonly reachesTarget: boolean;
}

/** What to do, and what else keeps the level open. */
export interface NextSteps {
  readonly steps: readonly NextStep[];
  readonly blockingFails: number;
  readonly unknowns: readonly CheckView[];
  readonly waived: readonly CheckView[];
  readonly errors: readonly CheckView[];
}

/** Where a check names no effort. */
const USUAL_EFFORT_MINUTES = 60;

/**
 * The failing checks, most weight for the least work first; those that the
 * target level waits for before all others.
 */
export function buildNextSteps(checks: readonly CheckView[]): NextSteps {
  const scoredCategories = countScoredCategories(checks);
  const steps = checks
    .filter(check => check.mark === 'fail' && check.isCounted)
    .map(check => buildStep(check, checks, scoredCategories));
  const blocking = checks.filter(check => check.blocksTarget);
  return {
    steps: steps.sort(compareSteps),
    blockingFails: blocking.filter(check => check.mark === 'fail').length,
    unknowns: blocking.filter(check => check.mark === 'unknown'),
    waived: blocking.filter(check => check.mark === 'waived'),
    errors: blocking.filter(check => check.mark === 'error'),
  };
}

function buildStep(
  check: CheckView,
  checks: readonly CheckView[],
  scoredCategories: number,
): NextStep {
  const failing = check.result.findings.filter(
    finding => finding.outcome === 'fail',
  );
  const [finding] = failing;
  const inCategory = checks.filter(
    each => each.result.category === check.result.category,
  );
  const effort = check.description?.remediation.effortMinutes;
  return {
    check,
    ...(finding && { finding }),
    failingFindings: failing.length,
    weight: severityWeights[check.result.severity],
    ...(effort !== undefined && { effortMinutes: effort }),
    gain: buildScoreGain(check, inCategory, scoredCategories).total,
    reachesTarget: check.blocksTarget,
  };
}

function compareSteps(one: NextStep, other: NextStep): number {
  if (one.reachesTarget !== other.reachesTarget) {
    return one.reachesTarget ? -1 : 1;
  }
  return (
    getYield(other) - getYield(one) ||
    other.weight - one.weight ||
    one.check.id.localeCompare(other.check.id)
  );
}

function getYield(step: NextStep): number {
  return step.weight / Math.max(1, step.effortMinutes ?? USUAL_EFFORT_MINUTES);
}

/** Categories with a score, which the scorecard's score is the mean of. */
export function countScoredCategories(checks: readonly CheckView[]): number {
  const scored = checks.filter(
    check =>
      check.isCounted &&
      (check.mark === 'pass' ||
        check.mark === 'fail' ||
        check.mark === 'attested'),
  );
  return new Set(scored.map(check => check.result.category)).size;
}
