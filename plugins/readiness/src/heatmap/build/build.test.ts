import type { HeatmapResponse } from 'backstage-plugin-readiness-common';
import { FakeReadinessApi } from '../../testing/FakeReadinessApi';
import { categoryIds } from '../categoryIds';
import { buildCellFilter } from './buildCellFilter';
import { buildCsv } from './buildCsv';
import { buildGridRows, getOpenAtFirst } from './buildGridRows';
import { getCellState, getStripWidth } from './cellState';
import { moveFocus, type GridShape } from './moveFocus';
import { readHeatmapParameters, writeHeatmapParameters } from './parameters';

describe('parameters', () => {
  it.each([
    '',
    'groupBy=system&strict=true',
    'kind=Component&type=service&type=website&level=0&q=ca',
    'sort=-security&open=group%3Adefault%2Fa&open=-',
    'sort=name&open=',
    'cell=group%3Adefault%2Fa~logs',
  ])('reads and writes ?%s alike', text => {
    const read = readHeatmapParameters(new URLSearchParams(text), categoryIds);
    const { groupBy, ...rest } = read;
    const start = writeHeatmapParameters(new URLSearchParams(), { groupBy });
    const written = writeHeatmapParameters(start, rest);
    expect(readHeatmapParameters(written, categoryIds)).toEqual(read);
    expect([...written].sort()).toEqual([...new URLSearchParams(text)].sort());
  });

  it('leaves out what it does not know', () => {
    const query = new URLSearchParams(
      'groupBy=moon&sort=colour&level=9&cell=a~b&strict=maybe',
    );
    expect(readHeatmapParameters(query, categoryIds)).toEqual({
      groupBy: 'owner',
      filter: {},
      sort: { by: 'score', direction: 'worst' },
      isStrict: false,
    });
  });

  it('keeps what it was not asked to change, and closes the panel for new filters', () => {
    const query = writeHeatmapParameters(
      new URLSearchParams('theme=x&cell=a~logs&strict=true'),
      { filter: { tag: ['go'] } },
    );
    expect(query.toString()).toBe('theme=x&strict=true&tag=go');
  });
});

describe('moveFocus', () => {
  const shape: GridShape = {
    lines: 10,
    columns: 18,
    pageSize: 5,
    isExpandable: false,
    isOpen: false,
  };
  it.each<
    [string, string, boolean, Partial<GridShape>, [number, number], unknown]
  >([
    ['down', 'ArrowDown', false, {}, [0, 4], { line: 1, column: 4 }],
    ['up into the head', 'ArrowUp', false, {}, [0, 4], { line: -1, column: 4 }],
    [
      'not above the head',
      'ArrowUp',
      false,
      {},
      [-1, 4],
      { line: -1, column: 4 },
    ],
    [
      'not below the last',
      'PageDown',
      false,
      {},
      [8, 4],
      { line: 9, column: 4 },
    ],
    ['line start', 'Home', false, {}, [3, 4], { line: 3, column: 0 }],
    ['grid end', 'End', true, {}, [3, 4], { line: 9, column: 17 }],
    [
      'to the parent',
      'ArrowLeft',
      false,
      { parentLine: 2 },
      [5, 0],
      { line: 2, column: 0 },
    ],
    [
      'right past an open title',
      'ArrowRight',
      false,
      { isExpandable: true, isOpen: true },
      [5, 0],
      { line: 5, column: 1 },
    ],
  ])('%s', (_, key, isControl, changed, [line, column], to) => {
    expect(
      moveFocus({ line, column }, key, isControl, { ...shape, ...changed }),
    ).toEqual({ kind: 'move', to });
  });
  it.each([
    ['ArrowRight', { isExpandable: true }, { kind: 'open' }],
    ['ArrowLeft', { isExpandable: true, isOpen: true }, { kind: 'close' }],
    ['Tab', {}, undefined],
    ['a', {}, undefined],
  ])('%s on a title', (key, changed, expected) => {
    expect(
      moveFocus({ line: 1, column: 0 }, key, false, { ...shape, ...changed }),
    ).toEqual(expected);
  });
});

describe('cells', () => {
  const outcomes = {
    pass: 6,
    fail: 1,
    unknown: 0,
    notApplicable: 9,
    error: 0,
    waived: 1,
  };
  const cell = {
    score: 80,
    strictScore: 70,
    scored: 1,
    undecided: 0,
    notApplicable: 0,
    outcomes,
  };
  it.each([
    [cell, false, { kind: 'score', score: 80, waivedShare: 0.125 }],
    [cell, true, { kind: 'score', score: 70, waivedShare: 0.125 }],
    [{ ...cell, score: undefined, undecided: 1 }, false, { kind: 'undecided' }],
    [{ ...cell, score: undefined }, false, { kind: 'empty' }],
    [undefined, false, { kind: 'empty' }],
  ])('%#', (given, isStrict, expected) => {
    expect(getCellState(given, isStrict)).toEqual(expected);
  });
  it.each([
    [0, 0],
    [0.01, 12],
    [0.5, 50],
  ])('a waived share of %d is a strip of %d %%', (share, expected) => {
    expect(getStripWidth(share)).toBe(expected);
  });
});

describe('buildCsv', () => {
  it('quotes, and disarms formulas', () => {
    expect(buildCsv([['a,b', '=1+1', 3, undefined, 'x"y', '-']])).toBe(
      `"a,b",'=1+1,3,,"x""y",'-\r\n`,
    );
  });
});

describe('buildGridRows', () => {
  let heatmap: HeatmapResponse;
  beforeAll(async () => {
    heatmap = await new FakeReadinessApi().getHeatmap();
  });
  const build = (open: readonly string[], by: 'name' | 'score' = 'name') =>
    buildGridRows(heatmap, {
      open: new Set(open),
      entities: new Map(),
      sort: { by, direction: 'worst' },
      isStrict: false,
      summaryTitle: 'All',
      getTitle: row => row.title,
    });

  it('shows roots only while all is closed', () => {
    expect(build([]).every(row => row.depth === 0)).toBe(true);
  });
  it('puts an open group’s children and entities below it', () => {
    const rows = build(['group:default/commerce']);
    const start = rows.findIndex(row => row.key === 'group:default/commerce');
    expect(
      rows.slice(start + 1, start + 7).map(row => [row.kind, row.depth]),
    ).toEqual([
      ['group', 1],
      ['group', 1],
      ['group', 1],
      ['group', 1],
      ['group', 1],
      ['note', 1],
    ]);
  });
  it('sorts siblings by score, worst first', () => {
    const scores = build([], 'score').map(row =>
      row.kind === 'note' ? undefined : row.numbers.score,
    );
    expect(scores).toEqual([...scores].sort((a, b) => Number(a) - Number(b)));
  });
  it('opens parents at first, and nothing in a big organisation', () => {
    expect(getOpenAtFirst(heatmap)).toEqual([
      'group:default/platform',
      'group:default/commerce',
    ]);
    const many = [...heatmap.rows, ...heatmap.rows];
    expect(getOpenAtFirst({ ...heatmap, rows: many })).toEqual([]);
  });

  it.each([
    ['*', {}, {}],
    ['-', {}, { owner: [''] }],
    ['group:default/checkout', {}, { owner: ['group:default/checkout'] }],
    [
      'group:default/checkout',
      { owner: ['group:default/commerce'] },
      { owner: ['group:default/checkout'] },
    ],
    [
      'group:default/commerce',
      { owner: ['group:default/checkout'] },
      { owner: ['group:default/checkout'] },
    ],
  ])('narrows to row %s of %j', (key, filter, expected) => {
    expect(buildCellFilter(key, 'owner', filter, heatmap.rows)).toEqual(
      expected,
    );
  });
});
