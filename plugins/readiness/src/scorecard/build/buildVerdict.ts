import type { Level, Scorecard } from 'backstage-plugin-readiness-common';
import { getTargetLevel, type CheckView } from './checkView';

/** How far one level stands. */
export interface LevelProgress {
  readonly level: Level;
  readonly satisfied: number;
  readonly applicable: number;
  /** 0 to 1; 1 when nothing applies. */
  readonly share: number;
  readonly isReached: boolean;
  readonly isBar: boolean;
}

/** The answer to "is it ready?". */
export interface Verdict {
  readonly kind: 'below-bar' | 'meets-bar' | 'no-bar';
  readonly level: Scorecard['level'];
  readonly target: Level;
  readonly requiredLevel?: Scorecard['requiredLevel'];
  /** Checks between the entity and the target level. */
  readonly toGo: number;
  readonly levels: readonly LevelProgress[];
}

const LEVELS: readonly Level[] = [1, 2, 3];

/** Level decides, not the score: 94 can still be below the bar. */
export function buildVerdict(
  scorecard: Pick<Scorecard, 'level' | 'requiredLevel' | 'meetsBar'>,
  checks: readonly CheckView[],
): Verdict {
  const { level, requiredLevel, meetsBar } = scorecard;
  return {
    kind: getKind(meetsBar),
    level,
    target: getTargetLevel(scorecard),
    ...(requiredLevel !== undefined && { requiredLevel }),
    toGo: checks.filter(check => check.blocksTarget).length,
    levels: LEVELS.map(each => {
      const own = checks.filter(
        check =>
          check.result.level === each &&
          check.isCounted &&
          check.mark !== 'not-applicable',
      );
      const satisfied = own.filter(check => check.isSatisfied).length;
      return {
        level: each,
        satisfied,
        applicable: own.length,
        share: own.length === 0 ? 1 : satisfied / own.length,
        isReached: level >= each,
        isBar: requiredLevel === each,
      };
    }),
  };
}

function getKind(meetsBar: boolean | undefined): Verdict['kind'] {
  if (meetsBar === undefined) return 'no-bar';
  return meetsBar ? 'meets-bar' : 'below-bar';
}
