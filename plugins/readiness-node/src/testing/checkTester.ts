import type { CheckResult, Finding } from 'backstage-plugin-readiness-common';
import {
  defaultCheckOptions,
  type Check,
  type CheckExample,
  type CheckOptions,
} from '../check';
import { createFolderFacts } from '../evaluation/entityFacts';
import { defaultEvaluationConfig } from '../evaluation/config';
import { evaluateEntity } from '../evaluation/evaluateEntity';
import { collectFacts } from '../facts/collectFacts';
import type { EntityFacts } from '../facts/entity';
import { createSnapshot } from './createSnapshot';

/** One row of a check's table: files, and what the check must say of them. @public */
export interface CheckCase extends CheckExample {
  readonly options?: Partial<CheckOptions>;
  /** The findings listed are all there are. */
  readonly isComplete?: boolean;
}

/**
 * Judges a repository given as text with one check, through the real parsers,
 * collectors and fold.
 *
 * @public
 */
export async function evaluateFiles(
  check: Check,
  files: Readonly<Record<string, string>>,
  entity: Partial<EntityFacts> = {},
  options: Partial<CheckOptions> = {},
): Promise<CheckResult> {
  const [collected] = await collectFacts(createSnapshot(files), {
    subPaths: [''],
  });
  if (collected === undefined) throw new Error('No facts were collected');
  const scorecard = evaluateEntity({
    entity: { ...createFolderFacts('sample'), ...entity },
    sources: [
      {
        collected,
        source: {
          repository: '.',
          subPath: '',
          fileCount: collected.fileCount,
        },
      },
    ],
    checks: [check],
    config: {
      ...defaultEvaluationConfig,
      options: { ...defaultCheckOptions, ...options },
    },
    today: '2026-11-22',
  });
  const broken = scorecard.problems.filter(
    problem => problem.kind === 'check-error',
  );
  if (broken.length > 0)
    throw new Error(broken.map(problem => problem.message).join('\n'));
  const [result] = scorecard.results;
  if (result === undefined) throw new Error(`Check ${check.id} gave no result`);
  return result;
}

/**
 * Declares the tests of a check: each example of its definition and each case
 * of the table. Findings are compared by subject, aspect and outcome, and by
 * `path:line` of their first evidence where the case names it.
 *
 * @public
 */
export function testCheck(
  check: Check,
  cases: readonly CheckCase[] = [],
): void {
  describe(check.id, () => {
    it.each(check.examples.map(example => [example.title, example] as const))(
      'example: %s',
      async (_, example) => expectCase(check, example),
    );
    if (cases.length > 0) {
      it.each(cases.map(each => [each.title, each] as const))(
        '%s',
        async (_, each) => expectCase(check, each),
      );
    }
  });
}

async function expectCase(check: Check, expected: CheckCase): Promise<void> {
  const result = await evaluateFiles(
    check,
    expected.files,
    expected.entity,
    expected.options,
  );
  const findings = result.findings.map(describeFinding);
  // The findings stand beside the outcome so that a failure tells why.
  expect({
    outcome: result.outcome,
    findings,
    message: result.message,
  }).toMatchObject({
    outcome: expected.outcome,
  });
  const wanted = (expected.findings ?? []).map(finding =>
    [finding.subject, finding.aspect, finding.outcome]
      .filter(Boolean)
      .join(' '),
  );
  const given = result.findings.map(finding =>
    [finding.subject, finding.aspect, finding.outcome]
      .filter(Boolean)
      .join(' '),
  );
  if (expected.isComplete)
    expect([...given].sort()).toEqual([...wanted].sort());
  else expect(given).toEqual(expect.arrayContaining(wanted));
  for (const finding of expected.findings ?? []) {
    if (finding.partial !== undefined) {
      expect(result.findings).toContainEqual(
        expect.objectContaining({
          subject: finding.subject,
          outcome: finding.outcome,
          partial: finding.partial,
        }),
      );
    }
    if (finding.at === undefined) continue;
    expect(findings).toContain(
      [finding.subject, finding.aspect, finding.outcome, finding.at]
        .filter(Boolean)
        .join(' '),
    );
  }
}

function describeFinding(finding: Finding): string {
  const [first] = finding.evidence;
  const at =
    first === undefined ? undefined : `${first.path}:${first.startLine}`;
  return [finding.subject, finding.aspect, finding.outcome, at]
    .filter(Boolean)
    .join(' ');
}
