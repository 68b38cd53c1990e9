import type {
  CheckDescription,
  Checklist,
  CheckResult,
  Level,
  ReachedLevel,
  Scorecard,
  WaiverKind,
} from 'backstage-plugin-readiness-common';
import {
  getOutcomeMark,
  type OutcomeMark,
} from '../../components/outcome/outcomeMark';

/** A check's result beside its description. */
export interface CheckView {
  readonly id: string;
  readonly title: string;
  readonly mark: OutcomeMark;
  readonly result: CheckResult;
  /** Absent when the checklist no longer has the check. */
  readonly description?: CheckDescription;
  /** Announced checks are shown, but count neither in scores nor in levels. */
  readonly isCounted: boolean;
  readonly isSatisfied: boolean;
  /** Keeps the entity from the level it is to reach next. */
  readonly blocksTarget: boolean;
}

/** Kinds of waivers that say nothing is missing; a risk or a plan does not. */
const SATISFYING: ReadonlySet<WaiverKind> = new Set<WaiverKind>([
  'not-applicable',
  'met-elsewhere',
  'not-detected',
]);

/** Whether a result lets its level be reached. */
export function isSatisfied(result: CheckResult): boolean {
  if (result.outcome === 'not-applicable' || result.outcome === 'pass') {
    return true;
  }
  if (result.isAttested) return true;
  return (
    result.isWaived &&
    result.waiver !== undefined &&
    SATISFYING.has(result.waiver.kind)
  );
}

/** The level to aim at: the bar while it isn't reached, then the next level. */
export function getTargetLevel(
  scorecard: Pick<Scorecard, 'level' | 'requiredLevel' | 'meetsBar'>,
): Level {
  const { level, requiredLevel, meetsBar } = scorecard;
  const wanted: ReachedLevel =
    meetsBar === false && requiredLevel !== undefined && requiredLevel > level
      ? requiredLevel
      : level;
  if (wanted > level && wanted !== 0) return wanted;
  switch (level) {
    case 0:
      return 1;
    case 1:
      return 2;
    default:
      return 3;
  }
}

/** One view a result, in the checklist's order of categories and checks. */
export function buildCheckViews(
  scorecard: Scorecard,
  checklist: Checklist,
): readonly CheckView[] {
  const descriptions = new Map(
    checklist.checks.map(check => [check.id, check]),
  );
  const places = new Map(
    checklist.checks.map((check, index) => [check.id, index]),
  );
  const target = getTargetLevel(scorecard);
  const views = scorecard.results.map(result => {
    const description = descriptions.get(result.checkId);
    const rollout = description?.rollout ?? 'counted';
    const isCounted = rollout === 'counted' || rollout === 'required';
    const satisfied = isSatisfied(result);
    return {
      id: result.checkId,
      title: description?.title ?? result.checkId,
      mark: getOutcomeMark(result),
      result,
      ...(description && { description }),
      isCounted,
      isSatisfied: satisfied,
      blocksTarget:
        isCounted &&
        !satisfied &&
        (result.level <= target || rollout === 'required'),
    };
  });
  const place = (view: CheckView) => places.get(view.id) ?? places.size;
  return views.sort((one, other) => place(one) - place(other));
}
