import type { LabelSelector, LabelSet } from '../facts/types/selectors';
import { isEmptySelector, matchesSelector } from './selectors';

const location = { path: 'a.yaml', startLine: 1, endLine: 1 };

function labels(
  values: Record<string, string>,
  more: Partial<LabelSet> = {},
): LabelSet {
  return { values, unresolved: {}, location, ...more };
}

function selector(
  matchLabels: LabelSet,
  expressions: LabelSelector['expressions'] = [],
): LabelSelector {
  return { labels: matchLabels, expressions, location };
}

const pod = labels({ app: 'cart', tier: 'web' });
const expression = (
  operator: LabelSelector['expressions'][number]['operator'],
  key: string,
  ...values: string[]
) => selector(labels({}), [{ key, operator, values }]);

describe('matchesSelector', () => {
  it.each([
    ['all labels hold', selector(labels({ app: 'cart' })), pod, true],
    ['one differs', selector(labels({ app: 'cart', tier: 'db' })), pod, false],
    ['a label is missing', selector(labels({ team: 'a' })), pod, false],
    ['empty selects all', selector(labels({})), pod, true],
    ['In', expression('In', 'app', 'a', 'cart'), pod, true],
    ['not In', expression('In', 'app', 'a'), pod, false],
    ['NotIn', expression('NotIn', 'app', 'a'), pod, true],
    ['NotIn of a missing label', expression('NotIn', 'team', 'a'), pod, true],
    ['Exists', expression('Exists', 'tier'), pod, true],
    ['Exists of a missing label', expression('Exists', 'team'), pod, false],
    ['DoesNotExist', expression('DoesNotExist', 'tier'), pod, false],
    ['unknown operator', expression('unknown', 'tier'), pod, undefined],
    [
      'unresolved pod label',
      selector(labels({ app: 'cart' })),
      labels({}, { unresolved: { app: 'var.app' } }),
      undefined,
    ],
    [
      'same expression on both sides',
      selector(labels({}, { unresolved: { app: 'var.app' } })),
      labels({}, { unresolved: { app: 'var.app' } }),
      true,
    ],
    [
      'unresolved selector, label missing',
      selector(labels({}, { unresolved: { team: 'var.team' } })),
      pod,
      false,
    ],
    [
      'unresolved selector, label there',
      selector(labels({}, { unresolved: { app: 'var.app' } })),
      pod,
      undefined,
    ],
    [
      'labels nobody knows',
      selector(labels({ team: 'a' })),
      labels({}, { rest: 'var.labels' }),
      undefined,
    ],
    [
      'a mismatch beats what nobody knows',
      selector(labels({ app: 'x' }, { rest: 'var.more' })),
      pod,
      false,
    ],
    [
      'prototype names are no labels',
      expression('Exists', 'constructor'),
      pod,
      false,
    ],
  ])('%s', (_name, given, of, expected) => {
    expect(matchesSelector(given, of)).toBe(expected);
  });

  it('knows an empty selector', () => {
    expect(isEmptySelector(selector(labels({})))).toBe(true);
    expect(isEmptySelector(selector(labels({}, { rest: 'x' })))).toBe(false);
    expect(isEmptySelector(expression('Exists', 'a'))).toBe(false);
  });
});
