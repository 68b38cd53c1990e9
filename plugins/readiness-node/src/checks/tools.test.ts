import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { evaluateFiles } from '../testing';
import { TOOL_SAMPLES } from '../testing/toolSamples';
import { builtInChecks } from '.';

const page = readFileSync(
  resolve(__dirname, '../../../../docs/tools.md'),
  'utf8',
);

describe('the tools of the production-grade infrastructure checklist', () => {
  it.each(
    TOOL_SAMPLES.map(
      sample => [`${sample.tool} by ${sample.check}`, sample] as const,
    ),
  )('are recognised: %s', async (_, sample) => {
    const check = builtInChecks.find(({ id }) => id === sample.check);
    if (check === undefined) throw new Error(`no check ${sample.check}`);
    const { findings } = await evaluateFiles(check, sample.files);
    const passing = findings
      .filter(({ outcome }) => outcome === 'pass')
      .flatMap(({ evidence }) => evidence)
      .map(({ path, startLine }) => `${path}:${startLine}`);
    // What else was found stands beside it so that a failure tells why.
    expect({ passing, findings }).toMatchObject({
      passing: expect.arrayContaining([sample.at]),
    });
  });

  it('are listed with their checks in docs/tools.md', () => {
    const missing = TOOL_SAMPLES.filter(
      ({ tool, check }) =>
        !page
          .split('\n')
          .some(
            line =>
              line.startsWith(`| ${tool} `) &&
              line.includes(`(checks/${check}.md)`),
          ),
    ).map(({ tool, check }) => `${tool}: ${check}`);
    expect(missing).toEqual([]);
  });

  it('link to checks that exist', () => {
    const ids = new Set(builtInChecks.map(({ id }) => id));
    const linked = [...page.matchAll(/\(checks\/([\w-]+)\.md\)/g)].map(
      ([, id = '']) => id,
    );
    expect(linked.filter(id => !ids.has(id))).toEqual([]);
  });
});
