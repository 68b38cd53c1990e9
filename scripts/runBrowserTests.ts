/**
 * Runs the tests of e2e-tests/ in a real browser against the built demo, and
 * ends with the one line `browser-tests: N passed, N failed`. Arguments go to
 * Playwright.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from './freePort';
import { runCommand } from './runCommand';
import { formatSummary, isSuccess, summarizePlaywright } from './testSummary';

async function runBrowserTests(args: readonly string[]): Promise<boolean> {
  const browser = execFileSync('scripts/chromium.sh', {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  }).trim();
  const folder = mkdtempSync(join(tmpdir(), 'readiness-browser-tests-'));
  const reportFile = join(folder, 'report.json');
  try {
    const exitCode = await runCommand(
      process.execPath,
      [require.resolve('@playwright/test/cli'), 'test', ...args],
      {
        E2E_BROWSER: browser,
        E2E_PORT: `${await findFreePort()}`,
        E2E_REPORT: reportFile,
      },
    );
    const summary = summarizePlaywright(readFileSync(reportFile, 'utf8'));
    console.log(formatSummary('browser-tests', summary));
    return isSuccess(summary) && exitCode === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

runBrowserTests(process.argv.slice(2)).then(
  isPassed => process.exit(isPassed ? 0 : 1),
  error => {
    console.error(`browser-tests: ERROR: ${error.message}`);
    process.exit(1);
  },
);
