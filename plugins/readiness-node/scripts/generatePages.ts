import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { builtInChecks } from '../src/checks';
import { formatCheckPage, formatChecksOverview } from './checkPages';
import { root, writeFormatted } from './writeFormatted';

const folder = join(root, 'docs/checks');

/** Writes a docs page for each check, and removes those of checks that are gone. */
async function generatePages(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const pages = new Set([
    'README.md',
    ...builtInChecks.map(check => `${check.id}.md`),
  ]);
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.md') && !pages.has(name)) rmSync(join(folder, name));
  }
  await writeFormatted(
    join(folder, 'README.md'),
    formatChecksOverview(builtInChecks),
  );
  for (const check of builtInChecks) {
    await writeFormatted(
      join(folder, `${check.id}.md`),
      formatCheckPage(check),
    );
  }
  process.stdout.write(
    `${builtInChecks.length} checks: the index and docs/checks are current\n`,
  );
}

generatePages().catch(error => {
  process.stderr.write(
    `checks:generate failed: ${
      error instanceof Error ? error.message : String(error)
    }\n`,
  );
  process.exitCode = 1;
});
