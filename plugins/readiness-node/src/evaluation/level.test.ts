import type {
  CheckResult,
  Level,
  Outcome,
  WaiverKind,
} from 'backstage-plugin-readiness-common';
import { defaultEvaluationConfig } from './config';
import { getFailingRequired, getReachedLevel, meetsBar } from './level';

function result(
  level: Level,
  outcome: Outcome,
  waived?: WaiverKind,
): CheckResult {
  return {
    checkId: `check-${level}-${outcome}`,
    category: 'install',
    severity: 'high',
    level,
    outcome,
    message: '',
    findings: [],
    isAttested: false,
    isWaived: waived !== undefined,
    ...(waived && {
      waiver: {
        id: 'x',
        kind: waived,
        reason: 'because it is so',
        state: 'active',
      },
    }),
  };
}

describe('getReachedLevel', () => {
  it.each<[string, CheckResult[], number]>([
    [
      'all pass',
      [result(1, 'pass'), result(2, 'pass'), result(3, 'not-applicable')],
      3,
    ],
    [
      'level 2 fails',
      [result(1, 'pass'), result(2, 'fail'), result(3, 'pass')],
      1,
    ],
    ['level 1 fails', [result(1, 'fail'), result(2, 'pass')], 0],
    ['unknown blocks', [result(1, 'pass'), result(2, 'unknown')], 1],
    ['an error blocks', [result(1, 'error')], 0],
    [
      'waived as not applicable',
      [
        result(1, 'pass'),
        result(2, 'fail', 'not-applicable'),
        result(3, 'fail'),
      ],
      2,
    ],
    [
      'waived as not detected',
      [result(1, 'fail', 'not-detected'), result(2, 'fail')],
      1,
    ],
    [
      'a plan does not satisfy',
      [result(1, 'pass'), result(2, 'fail', 'planned')],
      1,
    ],
    ['a risk does not satisfy', [result(1, 'fail', 'accepted-risk')], 0],
    [
      'attested',
      [{ ...result(1, 'unknown'), isAttested: true }, result(2, 'fail')],
      1,
    ],
  ])('%s', (_, results, expected) => {
    expect(getReachedLevel(results, defaultEvaluationConfig)).toBe(expected);
  });

  it('is not held back by announced checks', () => {
    const config = {
      ...defaultEvaluationConfig,
      rollout: { 'check-2-fail': 'announced' as const },
    };
    expect(
      getReachedLevel([result(1, 'pass'), result(2, 'fail')], config),
    ).toBe(3);
  });
});

describe('meetsBar', () => {
  const results = [result(1, 'pass'), result(3, 'fail')];

  it('compares the levels', () => {
    expect(meetsBar(results, 2, 2, defaultEvaluationConfig)).toBe(true);
    expect(meetsBar(results, 1, 2, defaultEvaluationConfig)).toBe(false);
  });

  it('is missed by a failing required check whatever the level', () => {
    const config = {
      ...defaultEvaluationConfig,
      rollout: { 'check-3-fail': 'required' as const },
    };
    expect(meetsBar(results, 2, 2, config)).toBe(false);
    expect(
      getFailingRequired(results, config).map(each => each.checkId),
    ).toEqual(['check-3-fail']);
  });
});
