import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { builtInChecks } from './checks';
import { createFolderFacts, defaultEvaluationConfig, evaluateEntity } from '.';
import { collectFacts } from './facts/collectFacts';
import { formatGolden, readFolderSnapshot } from './testing';

const corpus = resolve(__dirname, '../corpus');
const repositories = readdirSync(corpus).filter(
  name => name !== 'golden' && !name.includes('.'),
);

/**
 * Scorecards of realistic repositories, reviewed by hand. When a change is
 * meant to change them, write them anew with `UPDATE_GOLDEN=1` and read the diff.
 */
describe('the corpus', () => {
  it('has a golden scorecard for each repository, and none that is left behind', () => {
    const golden = readdirSync(join(corpus, 'golden')).filter(name =>
      name.endsWith('.txt'),
    );
    if (process.env.UPDATE_GOLDEN !== undefined) return;
    expect(golden.sort()).toEqual(
      repositories.map(name => `${name}.txt`).sort(),
    );
  });

  it.each(repositories)('%s', async name => {
    const path = join(corpus, 'golden', `${name}.txt`);
    const text = formatGolden(await judge(name));
    if (process.env.UPDATE_GOLDEN !== undefined) writeFileSync(path, text);
    expect(text).toEqual(existsSync(path) ? readFileSync(path, 'utf8') : '');
  });
});

async function judge(name: string) {
  const snapshot = readFolderSnapshot(join(corpus, name));
  const collected = await collectFacts(snapshot, { subPaths: [''] });
  return evaluateEntity({
    entity: createFolderFacts(name),
    sources: collected.map(each => ({
      collected: each,
      source: { repository: '.', subPath: '', fileCount: each.fileCount },
    })),
    checks: builtInChecks,
    config: defaultEvaluationConfig,
    today: '2026-11-22',
  });
}
