import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { addJitter, getBackOff } from './addJitter';
import { LeaseQueue } from './LeaseQueue';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_15', 'SQLITE_3'] });
const LEASE = 60_000;

function createQueue(knex: Knex, clock: { now: number }) {
  return new LeaseQueue<string>({
    knex,
    table: 'items',
    idColumn: 'item_id',
    leaseMilliseconds: LEASE,
    parseRow: row => String(row.item_id),
    now: () => clock.now,
  });
}

async function setUp(id: TestDatabaseId, count: number) {
  const knex = await databases.init(id);
  await knex.schema.createTable('items', table => {
    table.text('item_id').primary();
    table.bigInteger('due_at').notNullable();
    table.bigInteger('leased_until');
    table.text('lease_token');
  });
  await knex('items').insert(
    Array.from({ length: count }, (_, index) => ({
      item_id: `item-${String(index).padStart(3, '0')}`,
      due_at: 1_000 + index,
    })),
  );
  const clock = { now: 1_795_000_000_000 };
  return { knex, clock, queue: createQueue(knex, clock) };
}

describe.each(databases.eachSupportedId())('LeaseQueue on %s', id => {
  it('leases the longest due first, and nothing that is not due', async () => {
    const { knex, clock, queue } = await setUp(id, 3);
    clock.now = 1_001;
    expect([...(await queue.lease(10)).rows].sort()).toEqual([
      'item-000',
      'item-001',
    ]);
    expect((await queue.lease(10)).rows).toEqual([]);
    await knex('items').update({
      lease_token: null,
      leased_until: null,
      due_at: 5,
    });
    await knex('items').where('item_id', 'item-002').update({ due_at: 1 });
    expect((await queue.lease(1)).rows).toEqual(['item-002']);
  });

  it('never gives an item to two competing workers', async () => {
    const { knex, clock } = await setUp(id, 120);
    const workers = [createQueue(knex, clock), createQueue(knex, clock)];
    const taken: string[] = [];
    await Promise.all(
      workers.map(async queue => {
        for (;;) {
          const { token, rows } = await queue.lease(7);
          if (rows.length === 0) return;
          taken.push(...rows);
          const mine = await queue.complete(
            knex,
            token,
            rows.map(row => ({ id: row, dueAt: clock.now + 1_000 })),
          );
          expect([...mine].sort()).toEqual([...rows].sort());
        }
      }),
    );
    expect(taken).toHaveLength(120);
    expect(new Set(taken).size).toBe(120);
  });

  it('gives a lapsed lease to another, whose result alone counts', async () => {
    const { knex, clock, queue } = await setUp(id, 1);
    const dead = await queue.lease(5);
    clock.now += LEASE - 1;
    expect((await queue.lease(5)).rows).toEqual([]);
    clock.now += 1;
    const heir = await queue.lease(5);
    expect(heir.rows).toEqual(['item-000']);
    expect(await queue.findHeld(knex, dead.token)).toEqual(new Set());
    expect(
      await queue.complete(knex, dead.token, [{ id: 'item-000', dueAt: 7 }]),
    ).toEqual([]);
    const dueAt = clock.now + 500;
    expect(
      await queue.complete(knex, heir.token, [{ id: 'item-000', dueAt }]),
    ).toEqual(['item-000']);
    expect((await queue.lease(5)).rows).toEqual([]);
    clock.now = dueAt;
    expect((await queue.lease(5)).rows).toEqual(['item-000']);
  });

  it('does an item again that was marked due while leased', async () => {
    const { knex, clock, queue } = await setUp(id, 2);
    const { token } = await queue.lease(5);
    await knex('items')
      .where('item_id', 'item-001')
      .update({ due_at: clock.now });
    expect((await queue.lease(5)).rows).toEqual([]);
    await queue.complete(knex, token, [
      { id: 'item-000', dueAt: clock.now + 9_000 },
      { id: 'item-001', dueAt: clock.now + 9_000 },
    ]);
    expect((await queue.lease(5)).rows).toEqual(['item-001']);
  });

  it('tells how much is due, leased and how long overdue', async () => {
    const { clock, queue } = await setUp(id, 5);
    clock.now = 1_002;
    await queue.lease(1);
    expect(await queue.getState()).toEqual({
      total: 5,
      due: 2,
      leased: 1,
      oldestDueAt: 1_001,
    });
  });
});

describe('due times', () => {
  it('spread by a tenth', () => {
    expect([0, 0.5, 1].map(value => addJitter(1_000, () => value))).toEqual([
      900, 1_000, 1_100,
    ]);
  });

  it('back off up to the longest wait', () => {
    const limits = { first: 30, longest: 200 };
    expect([1, 2, 3, 4, 5_000].map(n => getBackOff(n, limits))).toEqual([
      30, 60, 120, 200, 200,
    ]);
  });
});
