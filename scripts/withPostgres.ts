import { startPostgres } from './postgres';

/**
 * Runs something with the environment in which the `TestDatabases` of
 * Backstage's test utilities find a PostgreSQL server beside SQLite.
 */
export async function withPostgres<T>(
  run: (environment: Readonly<Record<string, string>>) => Promise<T>,
): Promise<T> {
  console.log('postgres: starting');
  const postgres = await startPostgres();
  try {
    return await run({
      BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING:
        postgres.connectionString,
      BACKSTAGE_TEST_DISABLE_DOCKER: '1',
    });
  } finally {
    await postgres.stop();
  }
}
