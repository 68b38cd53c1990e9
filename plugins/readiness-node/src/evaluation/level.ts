import type {
  CheckResult,
  Level,
  ReachedLevel,
  WaiverKind,
} from 'backstage-plugin-readiness-common';
import type { EvaluationConfig } from './config';
import { isCounted } from './score';

const LEVELS: readonly Level[] = [1, 2, 3];

/** Kinds of waivers that say the practice isn't missing; a risk or a plan doesn't. */
const SATISFYING: ReadonlySet<WaiverKind> = new Set([
  'not-applicable',
  'met-elsewhere',
  'not-detected',
]);

/**
 * Level n is reached when every applicable check of level ≤ n passes or is
 * waived as not needed, met elsewhere or not detected.
 */
export function getReachedLevel(
  results: readonly CheckResult[],
  config: EvaluationConfig,
): ReachedLevel {
  let reached: ReachedLevel = 0;
  for (const level of LEVELS) {
    const own = results.filter(
      result =>
        result.level === level && isCounted(config.rollout[result.checkId]),
    );
    if (!own.every(satisfiesLevel)) return reached;
    reached = level;
  }
  return reached;
}

/** Whether a result lets its level be reached. */
export function satisfiesLevel(result: CheckResult): boolean {
  if (
    result.outcome === 'not-applicable' ||
    result.outcome === 'pass' ||
    result.isAttested
  )
    return true;
  return (
    result.isWaived &&
    result.waiver !== undefined &&
    SATISFYING.has(result.waiver.kind)
  );
}

/** Checks in roll-out state `required` that do not pass. @public */
export function getFailingRequired(
  results: readonly CheckResult[],
  config: EvaluationConfig,
): readonly CheckResult[] {
  return results.filter(
    result =>
      config.rollout[result.checkId] === 'required' && !satisfiesLevel(result),
  );
}

/** The bar: the required level, and no failing check that is `required`. */
export function meetsBar(
  results: readonly CheckResult[],
  level: ReachedLevel,
  requiredLevel: ReachedLevel,
  config: EvaluationConfig,
): boolean {
  return (
    level >= requiredLevel && getFailingRequired(results, config).length === 0
  );
}
