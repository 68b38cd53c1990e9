import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { listCheckFiles } from '../../scripts/checkFiles';
import { formatCheckPage } from '../../scripts/checkPages';
import { categories } from '../checklist/categories';
import { builtInChecks } from '.';

const docs = resolve(__dirname, '../../../../docs/checks');
const files = listCheckFiles(__dirname);

/** The guard over the whole set: nothing is missing a companion, nothing is left behind. */
describe('the set of checks', () => {
  it('is indexed completely', () => {
    expect(builtInChecks.map(check => check.id).sort()).toEqual(
      files.map(file => file.id).sort(),
    );
  });

  it('has at least two checks in each of the 15 categories', () => {
    const counts = categories.map(
      ({ id }) => builtInChecks.filter(check => check.category === id).length,
    );
    expect(counts).toHaveLength(15);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(2);
  });

  it('has a test beside each check, and no test without one', () => {
    const tests = categories
      .filter(({ id }) => existsSync(join(__dirname, id)))
      .flatMap(({ id }) => readdirSync(join(__dirname, id)))
      .filter(name => name.endsWith('.test.ts'));
    const ids = files.map(({ id }) => `${id}.test.ts`);
    expect(ids.filter(name => !tests.includes(name))).toEqual([]);
  });

  it('has a docs page for each check, and none that is left behind', () => {
    const pages = readdirSync(docs).filter(name => name !== 'README.md');
    expect(pages.sort()).toEqual(
      builtInChecks.map(check => `${check.id}.md`).sort(),
    );
  });

  it.each(builtInChecks.map(check => [check.id, check] as const))(
    '%s is complete',
    (_, check) => {
      const file = files.find(({ id }) => id === check.id);
      expect(check.category).toBe(file?.category);
      expect(check.title).toMatch(/^[A-Z].*[^.]$/);
      for (const text of [
        check.description,
        check.rationale,
        check.remediation.summary,
      ]) {
        expect(text.length).toBeGreaterThan(30);
        expect(text).toMatch(/[.!?]$/);
      }
      expect(check.remediation.effortMinutes).toBeGreaterThan(0);
      expect(Object.keys(check.remediation.snippets)).not.toHaveLength(0);
      expect(
        check.references.filter(({ url }) => !url.startsWith('https://')),
      ).toEqual([]);
      const outcomes = new Set(check.examples.map(example => example.outcome));
      expect(outcomes).toContain('pass');
      expect(outcomes.size).toBeGreaterThan(1);
    },
  );

  it.each(builtInChecks.map(check => [check.id, check] as const))(
    '%s: its page names it',
    (_, check) => {
      const page = readFileSync(join(docs, `${check.id}.md`), 'utf8');
      expect(page).toContain(`# ${check.title}`);
      expect(formatCheckPage(check)).toContain(check.rationale);
    },
  );
});
