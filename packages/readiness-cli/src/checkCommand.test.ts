import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const bin = resolve(__dirname, '../bin/readiness');
const inSixtyDays = new Date(Date.now() + 60 * 24 * 3_600_000)
  .toISOString()
  .slice(0, 10);

/** Runs the command as a person would. */
function run(
  ...args: string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise(done =>
    execFile(
      process.execPath,
      [bin, ...args],
      { maxBuffer: 1 << 26 },
      (error, stdout, stderr) =>
        done({
          code: typeof error?.code === 'number' ? error.code : 0,
          stdout,
          stderr,
        }),
    ),
  );
}

describe('readiness check', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'readiness-check-'));
    for (const name of ['a', 'b']) {
      mkdirSync(join(folder, name));
      writeFileSync(
        join(folder, name, 'main.tf'),
        'resource "aws_db_instance" "orders" {\n  engine   = "postgres"\n  multi_az = false\n}\n',
      );
    }
    writeFileSync(
      join(folder, 'b', 'catalog-info.yaml'),
      `kind: Component\nmetadata:\n  name: orders\n  annotations:\n    readiness/waive.database-multi-zone: |\n      reason: Rebuilt from events within minutes\n      kind: accepted-risk\n      until: ${inSixtyDays}\nspec:\n  lifecycle: production\n`,
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('prints one JSON document for one folder', async () => {
    const { code, stdout } = await run(
      'check',
      join(folder, 'a'),
      '--format',
      'json',
    );
    expect(code).toBe(0);
    const document = JSON.parse(stdout);
    expect(document).toMatchObject({
      entityRef: 'component:default/a',
      level: 0,
    });
    const result = document.results.find(
      (each: { checkId: string }) => each.checkId === 'database-multi-zone',
    );
    expect(result).toMatchObject({
      category: 'high-availability',
      severity: 'critical',
      outcome: 'fail',
      findings: [
        {
          outcome: 'fail',
          subject: 'aws_db_instance.orders',
          expected: 'multi_az = true',
          actual: 'multi_az = false',
          evidence: [{ path: 'main.tf', startLine: 3, endLine: 3 }],
        },
      ],
    });
    expect(result.findings[0].rules).toContain('CKV_AWS_157');
  });

  it('prints a line a folder and takes the entity of the folder', async () => {
    const { stdout } = await run(
      'check',
      join(folder, 'a'),
      join(folder, 'b'),
      '--format',
      'ndjson',
    );
    const lines = stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(lines.map(line => line.entityRef)).toEqual([
      'component:default/a',
      'component:default/orders',
    ]);
    expect(lines[1].requiredLevel).toBe(2);
  });

  it.each([
    [['--fail-on', 'score=100'], 1],
    [['--fail-on', 'bar'], 0],
    [['--fail-on', 'sideways'], 2],
    [['--format', 'xml'], 2],
  ])('%j exits with %d', async (args, code) => {
    expect((await run('check', join(folder, 'a'), ...args)).code).toBe(code);
  });

  it('misses the bar of a production entity', async () => {
    expect(
      (await run('check', join(folder, 'b'), '--fail-on', 'bar')).code,
    ).toBe(1);
  });

  it('judges the others when one folder cannot be read, and says so in one line', async () => {
    const { code, stdout, stderr } = await run(
      'check',
      join(folder, 'gone'),
      join(folder, 'a'),
      '--format',
      'ndjson',
    );
    expect(code).toBe(2);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    ['table', /High availability/],
    ['markdown', /^# Readiness of component:default\/a/m],
    ['sarif', /"version": "2\.1\.0"/],
  ])('prints %s', async (format, pattern) => {
    expect(
      (await run('check', join(folder, 'a'), '--format', format)).stdout,
    ).toMatch(pattern);
  });

  it('explains a check, and guesses at a wrong name', async () => {
    expect((await run('explain', 'database-multi-zone')).stdout).toContain(
      'To pass:',
    );
    const { code, stderr } = await run('explain', 'multi-zone');
    expect(code).toBe(2);
    expect(stderr).toContain('database-multi-zone');
  });

  it('lints waivers', async () => {
    expect(
      (await run('waivers', 'lint', join(folder, 'b', 'catalog-info.yaml')))
        .stdout,
    ).toMatch(/^1 waivers and attestations are well written/);
  });
});
