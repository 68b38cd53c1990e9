import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { categories } from '../src/checklist/categories';
import { toExportName } from './checkFiles';

/** `yarn checks:create CATEGORY ID`: a new check and its test, to be filled in. */
function createCheck(
  category: string | undefined,
  id: string | undefined,
): void {
  if (
    !categories.some(each => each.id === category) ||
    category === undefined
  ) {
    throw new TypeError(
      `usage: yarn checks:create CATEGORY ID; categories: ${categories
        .map(each => each.id)
        .join(', ')}`,
    );
  }
  if (
    id === undefined ||
    !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) ||
    id.length > 56
  ) {
    throw new TypeError('the id must be kebab-case and at most 56 characters');
  }
  const folder = resolve(__dirname, '../src/checks', category);
  const path = join(folder, `${id}.ts`);
  if (existsSync(path)) throw new TypeError(`${path} exists`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, formatCheck(category, id));
  writeFileSync(join(folder, `${id}.test.ts`), formatTest(id));
  process.stdout.write(
    `Wrote ${path} and its test. Fill them in, then run yarn checks:generate\n`,
  );
}

function formatCheck(category: string, id: string): string {
  return `import { defineCheck, forEachSubject, judge } from '../../check';

export const ${toExportName(id)} = defineCheck({
  id: '${id}',
  category: '${category}',
  kind: 'subject',
  level: 2,
  severity: 'medium',
  title: '',
  description: '',
  rationale: '',
  remediation: { summary: '', effortMinutes: 30, snippets: {} },
  examples: [],
  evaluate: ({ facts }) =>
    forEachSubject(facts.logGroups, 'No log group', group =>
      judge(group, group.retentionDays, {
        expected: '',
        passes: days => days > 0,
      }),
    ),
});
`;
}

function formatTest(id: string): string {
  return `import { testCheck } from '../../testing';
import { ${toExportName(id)} } from './${id}';

testCheck(${toExportName(id)}, []);
`;
}

try {
  createCheck(process.argv[2], process.argv[3]);
} catch (error) {
  process.stderr.write(
    `${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 2;
}
