import type { CheckResult } from 'backstage-plugin-readiness-common';
import fc from 'fast-check';
import { defaultEvaluationConfig } from './config';
import { addUp, countOutcomes, score } from './score';

function result(part: Partial<CheckResult>): CheckResult {
  return {
    checkId: 'x',
    category: 'high-availability',
    severity: 'high',
    level: 2,
    outcome: 'pass',
    credit: part.outcome === 'fail' ? 0 : 1,
    message: '',
    findings: [],
    isWaived: false,
    isAttested: false,
    ...part,
  };
}

const anyResult = fc
  .record({
    category: fc.constantFrom(
      'install' as const,
      'deploy' as const,
      'logs' as const,
    ),
    severity: fc.constantFrom(
      'critical' as const,
      'high' as const,
      'medium' as const,
      'low' as const,
    ),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const),
    outcome: fc.constantFrom(
      'pass' as const,
      'fail' as const,
      'unknown' as const,
      'not-applicable' as const,
      'error' as const,
    ),
    share: fc.double({ min: 0, max: 0.99, noNaN: true }),
    isWaived: fc.boolean(),
    isAttested: fc.boolean(),
  })
  .map(({ share, isWaived, isAttested, ...rest }) => {
    const isDecided = rest.outcome === 'pass' || rest.outcome === 'fail';
    const isSettled =
      rest.outcome === 'pass' || rest.outcome === 'not-applicable';
    return result({
      ...rest,
      ...(isDecided && { credit: rest.outcome === 'pass' ? 1 : share }),
      ...(!isDecided && { credit: undefined }),
      isWaived: isWaived && !isSettled && rest.outcome !== 'error',
      isAttested: isAttested && rest.outcome === 'unknown',
    });
  });

describe('score', () => {
  it('adds up a category as the design shows it: cart, high availability', () => {
    const results = [
      result({ severity: 'critical', level: 1 }),
      result({
        severity: 'critical',
        outcome: 'not-applicable',
        credit: undefined,
      }),
      result({ severity: 'high', outcome: 'fail', credit: 1 / 3 }),
      result({ severity: 'medium', outcome: 'fail', isWaived: true }),
      result({ severity: 'medium' }),
      result({ severity: 'low' }),
      result({ severity: 'low' }),
      result({
        severity: 'medium',
        level: 3,
        outcome: 'unknown',
        credit: undefined,
      }),
    ];
    const category = score(results, defaultEvaluationConfig).categories.find(
      each => each.id === 'high-availability',
    );
    expect(category).toEqual({
      id: 'high-availability',
      score: 83,
      strictScore: 74,
      coverage: 0.8,
      outcomes: {
        pass: 4,
        fail: 1,
        unknown: 1,
        notApplicable: 1,
        error: 0,
        waived: 1,
      },
    });
  });

  it('gives no score to a category in which nothing is decided', () => {
    const results = [
      result({ outcome: 'unknown', credit: undefined }),
      result({ outcome: 'error', credit: undefined }),
    ];
    const scores = score(results, defaultEvaluationConfig);
    expect(scores.score).toBeUndefined();
    expect(
      scores.categories.find(each => each.id === 'high-availability'),
    ).toMatchObject({ coverage: 0 });
  });

  it('means the categories with their configured weights', () => {
    const results = [
      result({ category: 'install' }),
      result({ category: 'logs', outcome: 'fail' }),
    ];
    expect(score(results, defaultEvaluationConfig).score).toBe(50);
    expect(
      score(results, {
        ...defaultEvaluationConfig,
        categoryWeights: { install: 3 },
      }).score,
    ).toBe(75);
  });

  it('leaves announced checks out of everything', () => {
    const results = [result({}), result({ checkId: 'new', outcome: 'fail' })];
    const scores = score(results, {
      ...defaultEvaluationConfig,
      rollout: { new: 'announced' },
    });
    expect(scores.score).toBe(100);
    expect(scores.coverage).toBe(1);
  });

  it('never goes beyond its bounds, and strict is never above score', () => {
    fc.assert(
      fc.property(fc.array(anyResult, { maxLength: 40 }), results => {
        for (const category of score(results, defaultEvaluationConfig)
          .categories) {
          expect(category.score ?? 0).toBeGreaterThanOrEqual(0);
          expect(category.score ?? 0).toBeLessThanOrEqual(100);
          expect(category.strictScore ?? 0).toBeLessThanOrEqual(
            category.score ?? 0,
          );
          expect(category.coverage ?? 0).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('is never lowered by a check of level 3', () => {
    fc.assert(
      fc.property(
        fc.array(anyResult, { maxLength: 20 }),
        anyResult,
        (results, extra) => {
          const before = addUp(results);
          const after = addUp([...results, { ...extra, level: 3 }]);
          fc.pre(before.weight > 0);
          expect(after.earned / after.weight).toBeGreaterThanOrEqual(
            before.earned / before.weight - 1e-9,
          );
          fc.pre(before.strictWeight > 0);
          expect(
            after.strictEarned / after.strictWeight,
          ).toBeGreaterThanOrEqual(
            before.strictEarned / before.strictWeight - 1e-9,
          );
        },
      ),
    );
  });

  it('counts every check exactly once', () => {
    fc.assert(
      fc.property(fc.array(anyResult), results => {
        const counts = countOutcomes(results);
        expect(Object.values(counts).reduce((sum, each) => sum + each, 0)).toBe(
          results.length,
        );
      }),
    );
  });
});
