import type {
  CheckResult,
  Level,
  Outcome,
  Severity,
} from 'backstage-plugin-readiness-common';
import { sampleChecklist } from '../../testing/sampleChecklist';
import { buildScorecard, cartScorecard } from '../../testing/sampleScorecard';
import { buildNextSteps } from './buildNextSteps';
import { buildVerdict } from './buildVerdict';
import { buildCheckViews, getTargetLevel, isSatisfied } from './checkView';
import { buildCategoryArithmetic, buildScoreGain } from './scoreArithmetic';

function createResult(
  checkId: string,
  outcome: Outcome,
  rest: Partial<CheckResult> = {},
): CheckResult {
  const check = sampleChecklist.checks.find(({ id }) => id === checkId);
  return {
    checkId,
    category: check?.category ?? 'install',
    severity: check?.severity ?? 'low',
    level: check?.level ?? 1,
    outcome,
    credit: outcome === 'pass' ? 1 : 0,
    message: 'message',
    findings: [],
    isWaived: false,
    isAttested: false,
    ...rest,
  };
}

const view = (results: readonly CheckResult[], overrides = {}) =>
  buildCheckViews(
    buildScorecard('component:default/x', results, overrides),
    sampleChecklist,
  );

const waiver = (kind: 'planned' | 'met-elsewhere') => ({
  id: 'x',
  kind,
  reason: 'because it is so',
  state: 'active' as const,
});

describe('isSatisfied', () => {
  it.each<[string, CheckResult, boolean]>([
    ['a pass', createResult('readme', 'pass'), true],
    ['not applicable', createResult('readme', 'not-applicable'), true],
    ['a failure', createResult('readme', 'fail'), false],
    ['an unknown', createResult('readme', 'unknown'), false],
    ['attested', createResult('readme', 'fail', { isAttested: true }), true],
    [
      'met elsewhere',
      createResult('readme', 'fail', {
        isWaived: true,
        waiver: waiver('met-elsewhere'),
      }),
      true,
    ],
    [
      'planned',
      createResult('readme', 'fail', {
        isWaived: true,
        waiver: waiver('planned'),
      }),
      false,
    ],
    [
      'a waiver that does not count',
      createResult('readme', 'fail', { waiver: waiver('met-elsewhere') }),
      false,
    ],
  ])('%s', (_, result, expected) => {
    expect(isSatisfied(result)).toBe(expected);
  });
});

describe('getTargetLevel', () => {
  it.each([
    [{ level: 0, requiredLevel: 2, meetsBar: false }, 2],
    [{ level: 1, requiredLevel: 2, meetsBar: false }, 2],
    [{ level: 2, requiredLevel: 2, meetsBar: true }, 3],
    [{ level: 1 }, 2],
    [{ level: 3 }, 3],
    // A failing required check misses the bar at any level.
    [{ level: 2, requiredLevel: 1, meetsBar: false }, 3],
  ] as const)('%j → %d', (scorecard, expected) => {
    expect(getTargetLevel(scorecard)).toBe(expected);
  });
});

describe('buildVerdict', () => {
  it('counts what stands open up to the bar', () => {
    const results = [
      createResult('readme', 'pass'),
      createResult('runbook', 'fail'),
      createResult('contact-channel', 'fail'),
      createResult('api-docs', 'not-applicable'),
    ];
    const scorecard = { level: 1, requiredLevel: 2, meetsBar: false } as const;
    const verdict = buildVerdict(scorecard, view(results, scorecard));
    expect(verdict).toMatchObject({ kind: 'below-bar', target: 2, toGo: 1 });
    expect(verdict.levels).toMatchObject([
      { satisfied: 1, applicable: 1, isReached: true },
      { satisfied: 0, applicable: 1, share: 0, isBar: true },
      { satisfied: 0, applicable: 1 },
    ]);
  });
});

describe('score arithmetic', () => {
  const check = (
    id: string,
    outcome: Outcome,
    level: Level,
    severity: Severity,
    credit?: number,
  ) => createResult(id, outcome, { level, severity, credit });

  it.each<[string, readonly CheckResult[], number | undefined]>([
    ['nothing decided', [check('readme', 'unknown', 1, 'high')], undefined],
    [
      'weights by severity',
      [
        check('readme', 'pass', 1, 'critical', 1),
        check('runbook', 'fail', 1, 'low', 0),
      ],
      88.89,
    ],
    ['partial credit', [check('readme', 'fail', 2, 'high', 0.5)], 50],
    [
      'level 3 never lowers',
      [
        check('readme', 'pass', 1, 'low', 1),
        check('api-docs', 'fail', 3, 'critical', 0),
      ],
      100,
    ],
  ])('%s', (_, results, expected) => {
    const { score } = buildCategoryArithmetic(view(results));
    expect(score && Math.round(score * 100) / 100).toBe(expected);
  });

  it('says what passing gains', () => {
    const checks = view([
      check('readme', 'pass', 1, 'high', 1),
      check('runbook', 'fail', 1, 'high', 0.25),
    ]);
    const [gain] = checks
      .filter(({ id }) => id === 'runbook')
      .map(failing => buildScoreGain(failing, checks, 5));
    expect(gain?.categoryScore).toBe(100);
    expect(gain?.category).toBeCloseTo(37.5);
    expect(gain?.total).toBeCloseTo(7.5);
  });
});

describe('buildNextSteps', () => {
  it('puts what the level waits for first, most weight for the least work', () => {
    const { steps, unknowns, waived } = buildNextSteps(
      buildCheckViews(cartScorecard, sampleChecklist),
    );
    expect(steps.slice(0, 5).map(step => step.check.id)).toEqual([
      'cache-failover',
      'os-packages-pinned',
      'database-logs',
      'graceful-shutdown',
      'least-privilege',
    ]);
    const reaching = steps.map(step => step.reachesTarget);
    expect(reaching).toEqual(
      [...reaching].sort((a, b) => Number(b) - Number(a)),
    );
    expect(unknowns.map(check => check.id)).toEqual(['autoscaling-bounds']);
    expect(waived.map(check => check.id)).toEqual(['disruption-budget']);
  });
});
