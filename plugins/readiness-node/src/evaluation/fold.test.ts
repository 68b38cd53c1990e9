import type { Finding } from 'backstage-plugin-readiness-common';
import { createEmptyFacts } from '../facts/facts';
import {
  defaultCheckOptions,
  defineCheck,
  notApplicable,
  withFindings,
  type CheckContext,
  type Verdict,
} from '../check';
import { createFolderFacts } from './entityFacts';
import { runCheck } from './fold';

function createCheck(
  verdict: Verdict | Error,
  traits: { passesIfAny?: boolean; kind?: 'presence' | 'subject' } = {},
) {
  return defineCheck({
    id: 'x',
    category: 'install',
    kind: 'subject',
    level: 1,
    severity: 'high',
    title: 'Databases',
    description: '',
    rationale: '',
    remediation: { summary: '', effortMinutes: 1, snippets: {} },
    examples: [],
    evaluate() {
      if (verdict instanceof Error) throw verdict;
      return verdict;
    },
    ...traits,
  });
}

function finding(
  outcome: Finding['outcome'],
  path = 'main.tf',
  partial = false,
): Finding {
  return {
    outcome,
    subject: path,
    rules: [],
    partial,
    message: 'm',
    evidence: [{ path, startLine: 1, endLine: 1 }],
  };
}

const context: CheckContext = {
  facts: createEmptyFacts(),
  entity: createFolderFacts('a'),
  options: defaultCheckOptions,
  scope: { repositoryCount: 1, fileCount: 3, isTruncated: false },
};
const truncated = {
  ...context,
  scope: { ...context.scope, isTruncated: true },
};
const isSample = (path: string) => path.startsWith('examples/');
const fold = (verdict: Verdict | Error, traits = {}, where = context) =>
  runCheck(createCheck(verdict, traits), where, isSample);

describe('runCheck', () => {
  it.each<[string, Finding[], string, number | undefined]>([
    [
      'one failing finding fails',
      [finding('pass'), finding('fail')],
      'fail',
      0.5,
    ],
    [
      'else an unknown one is unknown',
      [finding('pass'), finding('unknown')],
      'unknown',
      undefined,
    ],
    [
      'failing goes before unknown, which earns nothing',
      [finding('fail'), finding('unknown'), finding('pass')],
      'fail',
      0.5,
    ],
    ['all passing pass', [finding('pass'), finding('pass')], 'pass', 1],
    [
      'partial counts half',
      [finding('fail', 'a.tf', true), finding('pass')],
      'fail',
      0.75,
    ],
  ])('%s', (_, findings, outcome, credit) => {
    expect(fold(withFindings(findings))).toMatchObject({
      outcome,
      ...(credit !== undefined && { credit }),
    });
  });

  it('passes if any passes, where the check says so', () => {
    const findings = [finding('fail'), finding('pass')];
    expect(fold(withFindings(findings), { passesIfAny: true })).toMatchObject({
      outcome: 'pass',
      credit: 1,
    });
    expect(
      fold(withFindings([finding('fail')]), { passesIfAny: true }).outcome,
    ).toBe('fail');
  });

  it('says nothing negative because of examples', () => {
    const mixed = [
      finding('fail', 'examples/main.tf'),
      finding('pass', 'main.tf'),
    ];
    expect(fold(withFindings(mixed)).outcome).toBe('pass');
    expect(
      fold(withFindings([finding('fail', 'examples/main.tf')])).outcome,
    ).toBe('not-applicable');
    expect(
      fold(withFindings([finding('fail', 'examples/main.tf')]), {
        kind: 'presence',
      }),
    ).toMatchObject({
      outcome: 'fail',
      findings: [{ actual: 'none found' }],
    });
  });

  it('lets a read that was cut short prove no absence and no completeness', () => {
    expect(fold(notApplicable('No database'), {}, truncated).outcome).toBe(
      'unknown',
    );
    expect(fold(withFindings([finding('pass')]), {}, truncated).outcome).toBe(
      'unknown',
    );
    expect(
      fold(withFindings([finding('pass')]), { kind: 'presence' }, truncated)
        .outcome,
    ).toBe('pass');
    expect(fold(withFindings([finding('fail')]), {}, truncated).outcome).toBe(
      'fail',
    );
  });

  it('turns a broken check into an error', () => {
    expect(fold(new Error('boom'))).toMatchObject({
      outcome: 'error',
      message: expect.stringContaining('boom'),
    });
  });
});
