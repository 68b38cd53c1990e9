import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { Client } from 'pg';
import { startPostgres } from './postgres';

const listFolders = () =>
  readdirSync(tmpdir()).filter(name => name.startsWith('readiness-postgres-'));

it('answers queries until it is stopped, and leaves nothing behind', async () => {
  const before = new Set(listFolders());
  const postgres = await startPostgres();
  const own = listFolders().filter(name => !before.has(name));

  const client = new Client({ connectionString: postgres.connectionString });
  await client.connect();
  const { rows } = await client.query('select 6 * 7 as answer');
  await client.end();
  expect(rows).toEqual([{ answer: 42 }]);

  await postgres.stop();
  await expect(
    new Client({ connectionString: postgres.connectionString }).connect(),
  ).rejects.toThrow('ECONNREFUSED');
  expect(own).toHaveLength(1);
  expect(existsSync(`${tmpdir()}/${own[0]}`)).toBe(false);
}, 60_000);
