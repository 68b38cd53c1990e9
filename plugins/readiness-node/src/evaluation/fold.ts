import type {
  CheckResult,
  Finding,
  Outcome,
} from 'backstage-plugin-readiness-common';
import {
  noneFound,
  type Check,
  type CheckContext,
  type Verdict,
} from '../check';
import { closeGate } from './categoryGates';

const VERBS = {
  fail: ['fails', 'fail'],
  unknown: ['is unknown', 'are unknown'],
  pass: ['passes', 'pass'],
} as const;

/** A check result before waivers and attestations. */
export type FoldedResult = Omit<
  CheckResult,
  'waiver' | 'attestation' | 'isWaived' | 'isAttested'
>;

/** Whether nothing negative may be said because of this path. */
export type IsSample = (path: string) => boolean;

/**
 * Runs one check and folds its verdict; one whose category doesn't apply is
 * not run. A check that throws becomes an error
 * result; the others still run.
 */
export function runCheck(
  check: Check,
  context: CheckContext,
  isSample: IsSample,
): FoldedResult {
  try {
    const verdict = closeGate(check, context) ?? check.evaluate(context);
    return foldVerdict(check, verdict, context, isSample);
  } catch (error) {
    return createResult(
      check,
      'error',
      [],
      `The check broke: ${String(error)}`,
    );
  }
}

/**
 * Outcome is strict: any failing finding fails, else any unknown one is
 * unknown, else it passes.
 */
export function foldVerdict(
  check: Check,
  verdict: Verdict,
  context: CheckContext,
  isSample: IsSample,
): FoldedResult {
  if (verdict.kind === 'not-applicable') {
    return context.scope.isTruncated
      ? createResult(
          check,
          'unknown',
          [],
          `${verdict.reason} in what could be read, but the read was cut short`,
        )
      : createResult(check, 'not-applicable', [], verdict.reason);
  }
  const findings = verdict.findings.filter(
    finding => !isSampleNegative(finding, isSample),
  );
  if (findings.length > 0) {
    const outcome = foldOutcome(findings, check.passesIfAny);
    return outcome === 'pass' &&
      check.kind === 'subject' &&
      context.scope.isTruncated
      ? createResult(
          check,
          'unknown',
          findings,
          `${summarise(findings)}, but the read was cut short`,
        )
      : createResult(check, outcome, findings, summarise(findings));
  }
  if (check.kind === 'presence') {
    const none = noneFound(context, check.title);
    return createResult(check, none.outcome, [none], none.message);
  }
  return createResult(
    check,
    'not-applicable',
    [],
    verdict.findings.length > 0
      ? 'Only found in tests, fixtures, examples or development set-ups'
      : `Nothing to judge in ${context.scope.fileCount} files read`,
  );
}

/** Proportional credit: passing ÷ decided findings, a partial one counts half. */
export function getCredit(
  findings: readonly Finding[],
  passesIfAny: boolean,
): number | undefined {
  const decided = findings.filter(finding => finding.outcome !== 'unknown');
  if (decided.length === 0) return undefined;
  if (passesIfAny && decided.some(finding => finding.outcome === 'pass'))
    return 1;
  const earned = decided.map(finding => {
    if (finding.outcome === 'pass') return 1;
    return finding.partial ? 0.5 : 0;
  });
  return earned.reduce<number>((sum, each) => sum + each, 0) / decided.length;
}

function foldOutcome(
  findings: readonly Finding[],
  passesIfAny: boolean,
): Outcome {
  const has = (outcome: Finding['outcome']) =>
    findings.some(finding => finding.outcome === outcome);
  if (passesIfAny && has('pass')) return 'pass';
  if (passesIfAny && has('unknown')) return 'unknown';
  if (has('fail')) return 'fail';
  return has('unknown') ? 'unknown' : 'pass';
}

function isSampleNegative(finding: Finding, isSample: IsSample): boolean {
  const [first] = finding.evidence;
  return (
    finding.outcome !== 'pass' && first !== undefined && isSample(first.path)
  );
}

function createResult(
  check: Check,
  outcome: Outcome,
  findings: readonly Finding[],
  message: string,
): FoldedResult {
  const credit =
    outcome === 'pass' || outcome === 'fail'
      ? getCredit(findings, check.passesIfAny)
      : undefined;
  return {
    checkId: check.id,
    category: check.category,
    severity: check.severity,
    level: check.level,
    outcome,
    ...(credit !== undefined && { credit }),
    message,
    findings,
  };
}

function summarise(findings: readonly Finding[]): string {
  const [first] = findings;
  if (first !== undefined && findings.length === 1) return first.message;
  const counts = (['fail', 'unknown', 'pass'] as const)
    .map(outcome => ({
      outcome,
      number: findings.filter(each => each.outcome === outcome).length,
    }))
    .filter(({ number }) => number > 0);
  return counts
    .map(
      ({ outcome, number }) =>
        `${number} ${VERBS[outcome][number === 1 ? 0 : 1]}`,
    )
    .join(', ');
}
