import type {
  CategoryId,
  HeatmapRequest,
} from 'backstage-plugin-readiness-common';
import { buildHeatmap } from './buildHeatmap';
import { GroupTree } from './GroupTree';
import { listSummaries } from './listSummaries';
import { ModelKeeper, ModelSource } from './ModelKeeper';
import { ModelEntry, ReadinessModel } from './ReadinessModel';

const categories: CategoryId[] = ['security', 'tests'];
const NOW = Date.parse('2026-11-22T10:00:00Z');

/** Score, strict, coverage %, pass, fail, unknown, n/a, error, waived. */
type Packed = readonly number[];

function createEntry(
  name: string,
  entry: Partial<ModelEntry> & {
    readonly security?: Packed;
    readonly tests?: Packed;
  } = {},
): ModelEntry {
  const { security, tests, ...rest } = entry;
  return {
    entityRef: `component:default/${name}`,
    uid: `uid-${name}`,
    kind: 'Component',
    name,
    type: 'service',
    tags: [],
    hasError: false,
    isStale: false,
    evaluatedAt: NOW,
    level: 1,
    categories: {
      ...(security && { security }),
      ...(tests && { tests }),
    },
    waiverEnds: [],
    ...rest,
  };
}

const tree = new GroupTree(
  [
    ['commerce', 'Commerce', undefined],
    ['checkout', 'Checkout', 'commerce'],
    ['payments', 'Payments', 'checkout'],
    ['search', 'Search', 'commerce'],
    ['idle', 'Idle', undefined],
    ['ring-a', 'Ring A', 'ring-b'],
    ['ring-b', 'Ring B', 'ring-a'],
  ].map(([name, title, parent]) => ({
    entityRef: `group:default/${name}`,
    uid: `uid-${name}`,
    kind: 'Group',
    title: title ?? '',
    ...(parent && { parent: `group:default/${parent}` }),
  })),
);

const scored: Packed = [80, 60, 90, 4, 1, 0, 2, 0, 1];
const poor: Packed = [21, 20, 100, 1, 4, 0, 0, 0, 0];
const undecided: Packed = [-1, 0, 0, 0, 0, 2, 1, 0, 0];
const inapplicable: Packed = [-1, -1, -1, 0, 0, 0, 3, 0, 0];

const entries = [
  createEntry('cart', {
    owner: 'group:default/checkout',
    system: 'system:default/shop',
    lifecycle: 'production',
    score: 80,
    strictScore: 60,
    coverage: 0.9,
    meetsBar: true,
    level: 2,
    tags: ['Go'],
    security: scored,
    tests: poor,
    waiverEnds: ['2026-12-01', '2027-08-01', ''],
  }),
  createEntry('pay', {
    title: 'Payment service',
    owner: 'group:default/payments',
    type: 'website',
    score: 21,
    strictScore: 20,
    coverage: 1,
    meetsBar: false,
    isStale: true,
    level: 0,
    security: poor,
    tests: undecided,
  }),
  createEntry('find', {
    owner: 'user:default/ana',
    evaluatedAt: NOW - 1_000,
    security: inapplicable,
  }),
  createEntry('orphan', { evaluatedAt: undefined, hasError: true }),
];

function createModel(given: readonly ModelEntry[] = entries) {
  const model = new ReadinessModel(categories);
  model.save(given);
  return model;
}

function build(request: HeatmapRequest = {}, mask?: Uint8Array) {
  return buildHeatmap({ model: createModel(), mask, tree, request, now: NOW });
}

describe('the heatmap', () => {
  it('rolls nested groups up into those above, and shows who has no owner', () => {
    const { rows } = build();
    expect(
      rows.map(row => [
        row.id,
        row.title,
        row.parentId,
        row.entities,
        row.directEntities,
      ]),
    ).toEqual([
      ['user:default/ana', 'ana', undefined, 1, 1],
      ['group:default/commerce', 'Commerce', undefined, 2, 0],
      ['group:default/checkout', 'Checkout', 'group:default/commerce', 2, 1],
      ['group:default/payments', 'Payments', 'group:default/checkout', 1, 1],
      ['', 'No owner', undefined, 1, 1],
    ]);
    expect(rows[1]).toMatchObject({
      score: 51,
      strictScore: 40,
      coverage: 0.95,
      meetsBar: 1,
      withBar: 2,
    });
  });

  it('is the mean of the entities that have a score, with the counts beside it', () => {
    const [, commerce] = build().rows;
    expect(commerce?.cells).toEqual([
      {
        score: 51,
        strictScore: 40,
        scored: 2,
        undecided: 0,
        notApplicable: 0,
        outcomes: {
          pass: 5,
          fail: 5,
          unknown: 0,
          notApplicable: 2,
          error: 0,
          waived: 1,
        },
      },
      {
        score: 21,
        strictScore: 10,
        scored: 1,
        undecided: 1,
        notApplicable: 0,
        outcomes: {
          pass: 1,
          fail: 4,
          unknown: 2,
          notApplicable: 1,
          error: 0,
          waived: 0,
        },
      },
    ]);
  });

  it('sums up everything that is let in', () => {
    const { summary, freshness, waivers, columns } = build();
    expect(columns).toEqual(categories);
    expect(summary).toMatchObject({
      entities: 4,
      directEntities: 4,
      score: 51,
    });
    expect(summary.cells[0]).toMatchObject({
      scored: 2,
      undecided: 0,
      notApplicable: 2,
    });
    expect(freshness).toEqual({
      upToDate: 2,
      stale: 1,
      oldestEvaluatedAt: '2026-11-22T09:59:59.000Z',
    });
    expect(waivers).toEqual({ active: 3, expiringWithin30Days: 1 });
  });

  it.each<[HeatmapRequest, string[]]>([
    [{ owner: ['group:default/commerce'] }, ['cart', 'pay']],
    [
      { owner: ['group:default/payments', 'user:default/ana'] },
      ['find', 'pay'],
    ],
    [{ owner: [''] }, ['orphan']],
    [{ type: ['website'] }, ['pay']],
    [{ kind: ['component'] }, ['cart', 'find', 'orphan', 'pay']],
    [{ kind: ['API'] }, []],
    [{ lifecycle: ['production'] }, ['cart']],
    [{ system: ['system:default/shop'] }, ['cart']],
    [{ domain: [''] }, ['cart', 'find', 'orphan', 'pay']],
    [{ tag: ['go', 'rust'] }, ['cart']],
    [{ level: [0, 2] }, ['cart', 'pay']],
    [{ text: 'PAYMENT' }, ['pay']],
    [{ text: 'a', type: ['service'] }, ['cart', 'orphan']],
  ])('lets in with %j: %j', (request, names) => {
    const { rows } = build({ ...request, groupBy: 'entity' });
    expect(rows.map(row => row.id.split('/')[1]).sort()).toEqual(names);
  });

  it('groups by system, type, lifecycle and entity', () => {
    const list = (groupBy: HeatmapRequest['groupBy']) =>
      build({ groupBy }).rows.map(row => [row.id, row.title, row.entities]);
    expect(list('system')).toEqual([
      ['system:default/shop', 'shop', 1],
      ['', 'No system', 3],
    ]);
    expect(list('type')).toEqual([
      ['service', 'service', 3],
      ['website', 'website', 1],
    ]);
    expect(list('lifecycle')[0]).toEqual(['production', 'production', 1]);
    const page = build({ groupBy: 'entity', limit: 2, offset: 1 });
    expect(page.totalRows).toBe(4);
    expect(page.rows.map(row => [row.title, row.level])).toEqual([
      ['find', 1],
      ['orphan', 1],
    ]);
  });

  it('shows nobody more than they may see', () => {
    const mask = Uint8Array.from([0, 1, 0, 0]);
    const response = build({}, mask);
    expect(response.summary.entities).toBe(1);
    expect(response.rows.map(row => row.id)).toEqual([
      'group:default/commerce',
      'group:default/checkout',
      'group:default/payments',
    ]);
    expect(response.facets).toMatchObject({
      owners: ['group:default/payments'],
      types: ['website'],
      lifecycles: [],
      tags: [],
    });
    expect(JSON.stringify(response)).not.toContain('production');
  });
});

describe('the group tree', () => {
  it('moves up what hangs below a hidden group', () => {
    const narrowed = tree.narrow(uid => uid !== 'uid-checkout');
    expect(narrowed.getAncestors('group:default/payments')).toEqual([
      'group:default/commerce',
    ]);
    expect(narrowed.getTitle('group:default/checkout')).toBe('checkout');
    expect(narrowed.getTitle('group:default/payments')).toBe('Payments');
  });

  it('ends at a cycle, and loses nobody in it', () => {
    expect(tree.getAncestors('group:default/ring-a')).toEqual([
      'group:default/ring-b',
    ]);
    const model = createModel([
      createEntry('x', { owner: 'group:default/ring-a' }),
    ]);
    const { rows } = buildHeatmap({
      model,
      mask: undefined,
      tree,
      request: {},
      now: NOW,
    });
    expect(rows.map(row => [row.id, row.entities, row.parentId])).toEqual([
      ['group:default/ring-a', 1, undefined],
      ['group:default/ring-b', 1, undefined],
    ]);
  });
});

describe('lists', () => {
  const list = (request: Parameters<typeof listSummaries>[3]) =>
    listSummaries(createModel(), undefined, tree, request);

  it('page, sort and tell the state', () => {
    const { items, totalItems } = list({ limit: 2, offset: 1 });
    expect(totalItems).toBe(4);
    expect(items.map(item => [item.title, item.state])).toEqual([
      ['find', 'evaluated'],
      ['orphan', 'failed'],
    ]);
    const names = (request: Parameters<typeof list>[0]) =>
      list(request).items.map(item => item.entityRef.split('/')[1]);
    expect(names({ sort: 'score' })).toEqual(['pay', 'cart', 'find', 'orphan']);
    expect(names({ sort: '-score' })).toEqual([
      'cart',
      'pay',
      'find',
      'orphan',
    ]);
    expect(names({ sort: '-strictScore' })).toEqual([
      'cart',
      'pay',
      'find',
      'orphan',
    ]);
    expect(names({ category: 'tests' })).toEqual([
      'cart',
      'find',
      'orphan',
      'pay',
    ]);
    expect(names({ directOwner: 'group:default/checkout' })).toEqual(['cart']);
    expect(names({ directOwner: '' })).toEqual(['orphan']);
  });

  it('describe a row as it was stored', () => {
    expect(list({ text: 'cart' }).items[0]).toEqual({
      entityRef: 'component:default/cart',
      title: 'cart',
      kind: 'Component',
      type: 'service',
      lifecycle: 'production',
      owner: 'group:default/checkout',
      system: 'system:default/shop',
      state: 'evaluated',
      score: 80,
      strictScore: 60,
      coverage: 0.9,
      level: 2,
      meetsBar: true,
      isStale: false,
      evaluatedAt: '2026-11-22T10:00:00.000Z',
      outcomes: {
        pass: 5,
        fail: 5,
        unknown: 0,
        notApplicable: 2,
        error: 0,
        waived: 1,
      },
      categories: [
        {
          id: 'security',
          score: 80,
          strictScore: 60,
          coverage: 0.9,
          outcomes: {
            pass: 4,
            fail: 1,
            unknown: 0,
            notApplicable: 2,
            error: 0,
            waived: 1,
          },
        },
        {
          id: 'tests',
          score: 21,
          strictScore: 20,
          coverage: 1,
          outcomes: {
            pass: 1,
            fail: 4,
            unknown: 0,
            notApplicable: 0,
            error: 0,
            waived: 0,
          },
        },
      ],
    });
  });
});

describe('the model', () => {
  it('grows, replaces and forgets rows', () => {
    const model = createModel(
      Array.from({ length: 3_000 }, (_, index) =>
        createEntry(`c${index}`, { score: index % 100, security: scored }),
      ),
    );
    model.delete(['component:default/c7', 'component:default/unknown']);
    model.save([
      createEntry('c8', { score: 1 }),
      createEntry('new', { score: 2 }),
    ]);
    expect(model.size).toBe(3_000);
    const list = (text: string) =>
      listSummaries(model, undefined, tree, { text }).items.map(item => [
        item.title,
        item.score,
      ]);
    expect(list('c7').some(([title]) => title === 'c7')).toBe(false);
    expect(list('c2999')).toEqual([['c2999', 99]]);
    expect(list('c8')).toContainEqual(['c8', 1]);
    expect(list('new')).toEqual([['new', 2]]);
    expect(listSummaries(model, undefined, tree, {}).totalItems).toBe(3_000);
  });

  it('is refreshed with what changed, by one query when nothing did', async () => {
    const sequences = { targets: 0, groupings: 0 };
    const source = {
      getSequences: jest.fn(async () => ({ ...sequences })),
      getChanges: jest.fn(async (since: { sequence: number }) =>
        since.sequence < 0
          ? { rows: entries, next: { sequence: 0, entityRef: 'x' } }
          : { rows: [createEntry('late')] },
      ),
      getDeletions: jest.fn(async () => ['component:default/cart']),
      getGroupings: jest.fn(async () => []),
    } satisfies ModelSource;
    const keeper = new ModelKeeper(source, categories);
    const [{ model }] = await Promise.all([
      keeper.getCurrent(),
      keeper.getCurrent(),
    ]);
    expect(source.getSequences).toHaveBeenCalledTimes(1);
    expect(source.getChanges.mock.calls.map(([since]) => since)).toEqual([
      { sequence: -1 },
      { sequence: 0, entityRef: 'x' },
    ]);
    expect(model.findRow('component:default/late')).toBeDefined();
    await keeper.getCurrent();
    expect(source.getChanges).toHaveBeenCalledTimes(2);

    sequences.targets = 9;
    await keeper.getCurrent();
    expect(source.getChanges).toHaveBeenLastCalledWith({ sequence: 0 });
    expect(model.findRow('component:default/cart')).toBeUndefined();
    expect(source.getGroupings).toHaveBeenCalledTimes(1);
  });
});
