import {
  mockCredentials,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { openDatabase } from '../../database/openDatabase';
import { createReplica, FakeCatalog } from '../../testing/createReplica';
import {
  createComponent,
  createGroup,
  getReadUrl,
} from '../../testing/demoEntities';
import { FakeFiles, FakeUrlReader } from '../../testing/FakeUrlReader';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_15', 'SQLITE_3'] });
const options = { credentials: mockCredentials.user() };
const CART = 'component:default/cart';
const cartUrl = getReadUrl('cart');

async function setUp(
  id: TestDatabaseId,
  given: {
    readonly entities: Entity[];
    readonly repositories: Record<string, FakeFiles>;
    readonly config?: object;
  },
) {
  const knex = await databases.init(id);
  await openDatabase({ getClient: async () => knex });
  const catalog = new FakeCatalog(given.entities);
  const reader = new FakeUrlReader(given.repositories);
  const create = () =>
    createReplica({
      knex,
      catalog,
      reader,
      ...(given.config && { config: given.config }),
    });
  const replica = create();
  return {
    ...replica,
    knex,
    catalog,
    reader,
    create,
    getCard: (ref = CART) => replica.service.getScorecard(ref, options),
    async makeEverythingDue() {
      await knex('readiness_repositories').update({ due_at: 1 });
      await knex('readiness_targets').update({ due_at: 1 });
    },
  };
}

const WITHOUT = { 'README.md': '# Cart' };
const WITH = { ...WITHOUT, 'RUNBOOK.md': '# In the night' };

describe.each(databases.eachSupportedId())('processing on %s', id => {
  it('evaluates everything once, and writes nothing when nothing changed', async () => {
    const { synchronize, makeEverythingDue, work, knex, reader, getCard } =
      await setUp(id, {
        entities: [
          createGroup('checkout'),
          createComponent('cart', { repository: 'cart' }),
          createComponent('cart-ui', { repository: 'cart' }),
          createComponent('nothing'),
        ],
        repositories: { [cartUrl]: WITHOUT },
      });
    await synchronize();
    expect(reader.reads).toEqual([cartUrl]);
    const first = await getCard();
    expect(first).toMatchObject({
      state: 'evaluated',
      scorecard: { score: 0 },
    });
    const before = await knex('readiness_scorecards').orderBy('entity_ref');
    expect(before.map(row => row.entity_ref)).toEqual([
      CART,
      'component:default/cart-ui',
      'component:default/nothing',
    ]);

    await makeEverythingDue();
    await work();
    expect(reader.reads).toEqual([cartUrl, `${cartUrl} 304`]);
    expect(await knex('readiness_scorecards').orderBy('entity_ref')).toEqual(
      before,
    );
    expect(await knex('readiness_history')).toHaveLength(3);
    const second = await getCard();
    expect(second.changedAt).toBe(first.changedAt);
    expect(String(second.evaluatedAt) > String(first.evaluatedAt)).toBe(true);
    expect(second.stale).toBeUndefined();
  });

  it('keeps the history of what changed', async () => {
    const { synchronize, makeEverythingDue, work, knex, reader, getCard } =
      await setUp(id, {
        entities: [createComponent('cart', { repository: 'cart' })],
        repositories: { [cartUrl]: WITHOUT },
      });
    await synchronize();
    const { scorecard: before } = await getCard();
    reader.setFiles(cartUrl, WITH);
    await makeEverythingDue();
    await work();
    const { scorecard, trend } = await getCard();
    expect(scorecard?.score).toBe(100);
    expect(scorecard?.sources[0]?.revision).not.toBe(
      before?.sources[0]?.revision,
    );
    expect(trend.map(point => point.score)).toEqual([0, 100]);
    const rows = await knex('readiness_history').orderBy('valid_from');
    expect(rows.map(row => row.valid_to === null)).toEqual([false, true]);
    expect(Number(rows[0].valid_to)).toBe(Number(rows[1].valid_from));
  });

  it('keeps the last result when a host fails, and leaves the host alone', async () => {
    const infraUrl = getReadUrl('infra');
    const {
      synchronize,
      makeEverythingDue,
      work,
      knex,
      reader,
      getCard,
      service,
    } = await setUp(id, {
      entities: [
        createComponent('cart', { repository: 'cart' }),
        createComponent('infra', { repository: 'infra' }),
      ],
      repositories: { [cartUrl]: WITH, [infraUrl]: WITH },
      config: { reading: { concurrency: 1 } },
    });
    await synchronize();
    const tooMany = () =>
      new Error(
        'Request failed for https://git.acme.test/x, 429 Too Many Requests',
      );
    reader.setFailure(cartUrl, tooMany);
    reader.setFailure(infraUrl, tooMany);
    reader.reads.length = 0;
    await makeEverythingDue();
    await work();
    // The first failure backs off from the host; the other is not even tried.
    expect(reader.reads).toHaveLength(1);
    const status = await service.getStatus(options);
    expect(status.repositories).toMatchObject({ failed: 1, backingOff: 2 });
    expect(status.errors[0]).toMatchObject({
      what: 'git.acme.test',
      message: expect.stringContaining('429'),
    });
    const failed = reader.reads[0]?.includes('infra') ? 'infra' : 'cart';
    const stale = await getCard(`component:default/${failed}`);
    expect(stale).toMatchObject({
      state: 'evaluated',
      scorecard: { score: 100 },
      stale: { reason: expect.stringContaining('429 Too Many Requests') },
    });

    reader.setFailure(cartUrl, undefined);
    reader.setFailure(infraUrl, undefined);
    await knex('readiness_hosts').update({ retry_at: 1 });
    await makeEverythingDue();
    await work();
    const fresh = await getCard(`component:default/${failed}`);
    expect(fresh.stale).toBeUndefined();
    expect(fresh.changedAt).toBe(stale.changedAt);
    expect(await knex('readiness_hosts')).toEqual([]);
  });

  it.each([
    ['a missing repository', undefined, '404 Not Found'],
    ['an archive without files', {}, 'no files'],
  ])(
    'says so of %s instead of failing what it cannot know',
    async (_, files, reason) => {
      const { synchronize, getCard } = await setUp(id, {
        entities: [createComponent('cart', { repository: 'cart' })],
        repositories: files ? { [cartUrl]: files } : {},
      });
      await synchronize();
      const card = await getCard();
      expect(card.scorecard?.results[0]?.outcome).toBe('unknown');
      expect(card.scorecard?.problems).toEqual([
        {
          kind: 'unreadable-repository',
          repository: 'https://git.acme.test/acme/cart',
          message: expect.stringContaining(reason),
        },
      ]);
      expect(card.stale?.reason).toContain(reason);
    },
  );

  it('reports what a limit cut off as unknown', async () => {
    const { synchronize, getCard } = await setUp(id, {
      entities: [createComponent('cart', { repository: 'cart' })],
      repositories: { [cartUrl]: { 'a.txt': 'a', 'b.txt': 'b', ...WITH } },
      config: { reading: { maxFiles: 2 } },
    });
    await synchronize();
    const { scorecard } = await getCard();
    expect(scorecard?.results[0]?.outcome).toBe('unknown');
    expect(scorecard?.problems[0]).toMatchObject({
      kind: 'truncated-read',
      message: expect.stringContaining('2 files'),
    });
  });

  it('judges anew without reading when an annotation changes', async () => {
    const { synchronize, catalog, reader, getCard } = await setUp(id, {
      entities: [createComponent('cart', { repository: 'cart' })],
      repositories: { [cartUrl]: WITHOUT },
    });
    await synchronize();
    catalog.entities = [
      createComponent('cart', {
        repository: 'cart',
        annotations: {
          'readiness/waive.has-runbook-file':
            'kind: not-applicable\nreason: There is nobody on call for this one\n',
          'readiness/repositories': 'nonsense',
        },
      }),
    ];
    await synchronize();
    const { scorecard } = await getCard();
    expect(scorecard?.results[0]).toMatchObject({
      outcome: 'fail',
      isWaived: true,
    });
    expect(scorecard?.problems).toEqual([
      expect.objectContaining({
        kind: 'invalid-annotation',
        annotation: 'readiness/repositories',
      }),
    ]);
    expect(reader.reads).toEqual([cartUrl]);
  });

  it('verifies a waiver by the scorecard of another entity, in whatever order they come', async () => {
    const waiver =
      'kind: met-elsewhere\nreason: The platform keeps the runbook for all\nentity: component:default/platform\n';
    const platformUrl = getReadUrl('platform');
    const { synchronize, makeEverythingDue, work, reader, getCard } =
      await setUp(id, {
        entities: [
          createComponent('cart', {
            repository: 'cart',
            annotations: { 'readiness/waive.has-runbook-file': waiver },
          }),
          createComponent('platform', { repository: 'platform' }),
        ],
        repositories: { [cartUrl]: WITHOUT, [platformUrl]: WITH },
      });
    await synchronize();
    const isWaived = async () =>
      (await getCard()).scorecard?.results[0]?.isWaived;
    expect(await isWaived()).toBe(true);
    reader.setFiles(platformUrl, WITHOUT);
    await makeEverythingDue();
    await work();
    expect(await isWaived()).toBe(false);
  });

  it('reads a repository again for a sub-path that is new', async () => {
    const { synchronize, catalog, reader, getCard } = await setUp(id, {
      entities: [createComponent('cart', { repository: 'cart' })],
      repositories: {
        [cartUrl]: { 'a/RUNBOOK.md': '#', 'b/main.tf': '' },
      },
    });
    await synchronize();
    expect((await getCard()).scorecard?.score).toBe(100);
    catalog.entities = [
      createComponent('cart', {
        annotations: {
          'backstage.io/source-location': `url:${cartUrl}/b`,
        },
      }),
    ];
    await synchronize();
    const { scorecard } = await getCard();
    expect(scorecard?.sources[0]?.subPath).toBe('b');
    expect(scorecard?.score).toBe(0);
    expect(reader.reads).toEqual([cartUrl, cartUrl]);
  });

  it('forgets what left the catalog, but not everything at once', async () => {
    const { synchronize, catalog, knex, service, getCard } = await setUp(id, {
      entities: [
        createComponent('cart', { repository: 'cart' }),
        createComponent('other'),
      ],
      repositories: { [cartUrl]: WITH },
    });
    await synchronize();
    expect((await service.getScorecards({}, options)).totalItems).toBe(2);
    catalog.entities = [createComponent('other')];
    await synchronize();
    expect((await service.getScorecards({}, options)).totalItems).toBe(1);
    await expect(getCard()).rejects.toThrow('There is no scorecard');
    for (const table of ['repositories', 'facts', 'links']) {
      expect(await knex(`readiness_${table}`)).toEqual([]);
    }
    expect(await knex('readiness_history')).toHaveLength(1);

    catalog.entities = [];
    await synchronize();
    expect((await service.getScorecards({}, options)).totalItems).toBe(1);
  });

  it('shares the work with another replica', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `service-${index}`);
    const { synchronize, create, knex, reader, service, makeEverythingDue } =
      await setUp(id, {
        entities: names.map(name =>
          createComponent(name, { repository: name }),
        ),
        repositories: Object.fromEntries(
          names.map(name => [getReadUrl(name), WITH]),
        ),
        config: { reading: { concurrency: 2 } },
      });
    const other = create();
    await Promise.all([synchronize(), other.work()]);
    await other.work();
    expect([...reader.reads].sort()).toEqual(names.map(getReadUrl).sort());
    expect(await knex('readiness_scorecards')).toHaveLength(12);
    expect((await other.service.getHeatmap({}, options)).summary.entities).toBe(
      12,
    );

    // What the other replica finds out, this one shows.
    expect((await service.getHeatmap({}, options)).summary.score).toBe(100);
    reader.setFiles(getReadUrl('service-0'), WITHOUT);
    await makeEverythingDue();
    await other.work();
    expect((await service.getHeatmap({}, options)).summary.score).toBe(92);
  });

  it('evaluates on demand, once a minute', async () => {
    const { synchronize, work, reader, service, getCard } = await setUp(id, {
      entities: [createComponent('cart', { repository: 'cart' })],
      repositories: { [cartUrl]: WITHOUT },
    });
    await synchronize();
    reader.setFiles(cartUrl, WITH);
    await work();
    expect((await getCard()).scorecard?.score).toBe(0);
    expect(await service.requestEvaluation(CART, options)).toEqual({
      entityRef: CART,
      state: 'queued',
    });
    await work();
    expect(await getCard()).toMatchObject({
      state: 'evaluated',
      scorecard: { score: 100 },
    });
    await expect(
      service.requestEvaluation(CART, options),
    ).rejects.toMatchObject({
      statusCode: 429,
      retryAfterSeconds: expect.any(Number),
    });
    await expect(
      service.requestEvaluation('component:default/none', options),
    ).rejects.toThrow('There is no scorecard');
  });
});
