import type { Finding } from 'backstage-plugin-readiness-common';
import type { CheckContext } from './check';
import { withFindings, type Verdict } from './verdict';

/**
 * Answers a presence check: with the findings that prove presence, or with the
 * one failing finding that says what was looked for, in how much, and what to do.
 * When a read was cut short, absence proves nothing and the finding is unknown.
 *
 * @param lookedFor - plural noun phrase, e.g. `load tests (k6, JMeter, Gatling, …)`.
 * @public
 */
export function presence(
  context: CheckContext,
  lookedFor: string,
  findings: readonly Finding[],
): Verdict {
  return withFindings(
    findings.length > 0 ? findings : [noneFound(context, lookedFor)],
  );
}

/** The finding of a presence check without evidence. @public */
export function noneFound(context: CheckContext, lookedFor: string): Finding {
  const { fileCount, repositoryCount, isTruncated } = context.scope;
  const where = `${count(fileCount, 'file')} of ${count(
    repositoryCount,
    'linked repository',
    'linked repositories',
  )}`;
  return {
    outcome: isTruncated ? 'unknown' : 'fail',
    subject: context.entity.entityRef,
    rules: [],
    partial: false,
    message: isTruncated
      ? `None found in the ${where} that could be read, but the read was cut short: ${lookedFor}`
      : `None found in ${where}: ${lookedFor}. If it lives elsewhere, link that repository with readiness/repositories or waive the check as met-elsewhere`,
    expected: lookedFor,
    actual: 'none found',
    evidence: [],
  };
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
