import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { migrationsFolder, openDatabase } from './openDatabase';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_15', 'SQLITE_3'] });

async function hasTable(knex: Knex, table: string) {
  return knex.schema.hasTable(table);
}

describe.each(databases.eachSupportedId())('migrations on %s', id => {
  it('go up, down and up again', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory: migrationsFolder });
    await knex('readiness_history').insert({
      entity_ref: 'component:default/cart',
      valid_from: 1_795_000_000_000,
      level: 1,
      categories: '{}',
    });
    expect(await knex('readiness_sequence').select()).toHaveLength(2);

    await knex.migrate.rollback({ directory: migrationsFolder }, true);
    expect(await hasTable(knex, 'readiness_targets')).toBe(false);
    expect(await hasTable(knex, 'readiness_sequence')).toBe(false);

    await knex.migrate.latest({ directory: migrationsFolder });
    expect(await knex('readiness_history').select()).toEqual([]);
  });

  it('leave the database alone when they are skipped', async () => {
    const knex = await databases.init(id);
    await openDatabase({
      getClient: async () => knex,
      migrations: { skip: true },
    });
    expect(await hasTable(knex, 'readiness_targets')).toBe(false);
    await openDatabase({ getClient: async () => knex });
    expect(await hasTable(knex, 'readiness_targets')).toBe(true);
  });
});
