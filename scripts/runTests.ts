/**
 * Runs Jest over every package, on SQLite and PostgreSQL, and ends with the
 * one line `tests: N passed, N failed`. Arguments go to Jest.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './runCommand';
import { formatSummary, isSuccess, summarizeJest } from './testSummary';
import { withPostgres } from './withPostgres';

async function runTests(jestArguments: readonly string[]): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'readiness-tests-'));
  const reportFile = join(folder, 'jest.json');
  try {
    const exitCode = await withPostgres(environment => {
      console.log('tests: running Jest on SQLite and PostgreSQL');
      return runCommand(
        process.execPath,
        [
          require.resolve('jest/bin/jest'),
          ...['--config', 'jest.config.js'],
          ...['--json', '--outputFile', reportFile],
          // Jest's default would leave one of two cores idle.
          `--maxWorkers=${Math.max(2, availableParallelism() - 1)}`,
          '--workerIdleMemoryLimit=1GB',
          ...jestArguments,
        ],
        { ...environment, CI: 'true', NODE_ENV: 'test', TZ: 'UTC' },
      );
    });
    const summary = summarizeJest(readFileSync(reportFile, 'utf8'));
    console.log(formatSummary('tests', summary));
    return isSuccess(summary) && exitCode === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

runTests(process.argv.slice(2)).then(
  isPassed => process.exit(isPassed ? 0 : 1),
  error => {
    console.error(`tests: ERROR: ${error.message}`);
    process.exit(1);
  },
);
