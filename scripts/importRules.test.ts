import { join, resolve } from 'node:path';
import { ESLint } from 'eslint';

const root = resolve(__dirname, '..');
const eslint = new ESLint({ cwd: root });

async function listBrokenRules(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: join(root, file) });
  return (result?.messages ?? []).map(({ ruleId, message }) =>
    [ruleId, message].join(': '),
  );
}

const node = 'plugins/readiness-node/src';
const backend = 'plugins/readiness-backend/src';

describe('the import table of docs/architecture.md', () => {
  it.each([
    [`${node}/checks/documentation/bad.ts`, '../../parsers/yaml'],
    [`${node}/checks/documentation/bad.ts`, '../../evaluation/score'],
    [`${node}/checks/documentation/bad.ts`, '../../facts/collectFacts'],
    [`${node}/check/bad.ts`, '../parsers/yaml'],
    [`${node}/parsers/bad.ts`, '../facts/value'],
    [`${node}/parsers/yaml/bad.ts`, '../../check'],
    [`${node}/facts/bad.ts`, '../check'],
    [`${node}/facts/kubernetes/bad.ts`, '../../evaluation/score'],
    [`${node}/evaluation/bad.ts`, '../parsers/yaml'],
    [`${node}/evaluation/bad.ts`, '../facts/collectors'],
    [`${node}/waivers/bad.ts`, '../parsers/yaml'],
    [`${backend}/router.ts`, './database/openDatabase'],
    [`${backend}/repository/bad.ts`, '../database/openDatabase'],
    [`${backend}/targets/bad.ts`, '../queue/LeaseQueue'],
    [`${backend}/queue/bad.ts`, '../database/openDatabase'],
    [`${backend}/heatmap/bad.ts`, '../database/openDatabase'],
    [`${backend}/database/bad.ts`, '../heatmap/buildHeatmap'],
  ])('%s must not import %s', async (file, imported) => {
    expect(await listBrokenRules(file, `import '${imported}';\n`)).toEqual([
      expect.stringMatching(/^import\/no-restricted-paths: /),
    ]);
  });

  it.each([
    [`${node}/checks/documentation/good.ts`, '../../check'],
    [`${node}/checks/documentation/good.ts`, '../../facts/value'],
    [`${node}/checks/documentation/good.test.ts`, '../../testing'],
    [`${node}/facts/kubernetes/good.ts`, '../../parsers/yaml'],
    [`${node}/evaluation/good.ts`, '../facts/facts'],
    [`${backend}/service/good.ts`, '../database/openDatabase'],
    [`${backend}/plugin.ts`, './database/openDatabase'],
  ])('%s may import %s', async (file, imported) => {
    expect(await listBrokenRules(file, `import '${imported}';\n`)).toEqual([]);
  });
});

it('keeps a frontend out of a backend', async () => {
  expect(
    await listBrokenRules(
      `${backend}/bad.ts`,
      `import 'backstage-plugin-readiness';\n`,
    ),
  ).toContainEqual(
    expect.stringMatching(/^@backstage\/no-mixed-plugin-imports: /),
  );
});

describe('house rules on types', () => {
  it.each([
    ['@typescript-eslint/no-explicit-any', 'export const a: any = 1;\n'],
    [
      '@typescript-eslint/consistent-type-assertions',
      'export const b = JSON.parse("1") as number;\n',
    ],
    [
      '@typescript-eslint/no-non-null-assertion',
      'export const c = [1].at(0)!;\n',
    ],
  ])('%s', async (rule, code) => {
    expect(await listBrokenRules(`${node}/bad.ts`, code)).toEqual([
      expect.stringContaining(rule),
    ]);
  });
});
