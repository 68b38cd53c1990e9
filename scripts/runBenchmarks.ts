/**
 * Runs `benchmarks/*.bench.ts` one after another, each in a process of its
 * own, with a PostgreSQL server beside SQLite. Arguments choose by name.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './runCommand';
import { withPostgres } from './withPostgres';

const folder = join(__dirname, '../benchmarks');

async function runBenchmarks(names: readonly string[]): Promise<boolean> {
  const files = readdirSync(folder)
    .filter(file => file.endsWith('.bench.ts'))
    .filter(file => names.length === 0 || names.some(n => file.includes(n)))
    .sort();
  if (files.length === 0) {
    throw new Error(`no benchmark is called ${names.join(' or ')}`);
  }
  return withPostgres(async environment => {
    let isPassed = true;
    for (const file of files) {
      console.log(`bench: ${file}`);
      const exitCode = await runCommand(
        process.execPath,
        ['--expose-gc', join(__dirname, 'run.cjs'), join(folder, file)],
        environment,
      );
      isPassed &&= exitCode === 0;
    }
    return isPassed;
  });
}

runBenchmarks(process.argv.slice(2)).then(
  isPassed => process.exit(isPassed ? 0 : 1),
  error => {
    console.error(`bench: ERROR: ${error.message}`);
    process.exit(1);
  },
);
