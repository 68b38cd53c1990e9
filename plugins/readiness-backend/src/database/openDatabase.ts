import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** The folder of this package's migrations. */
export const migrationsFolder = resolvePackagePath(
  'backstage-plugin-readiness-backend',
  'migrations',
);

/** Opens the plugin's database and brings it up to date, unless that is switched off. */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await knex.migrate.latest({ directory: migrationsFolder });
  }
  return knex;
}
