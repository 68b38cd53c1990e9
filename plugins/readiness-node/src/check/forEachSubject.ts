import type { Finding } from 'backstage-plugin-readiness-common';
import { withMergedFindings } from './mergeFindings';
import type { Verdict } from './verdict';

/**
 * Asks a subject check's question of every subject. Without a subject, or when
 * every subject was passed over, the check is not applicable for the reason.
 * What several roots say of one subject becomes one finding, the worst.
 *
 * @param ask - gives the finding, or one per aspect; nothing for subjects the
 *   question does not concern.
 * @public
 */
export function forEachSubject<T>(
  subjects: readonly T[],
  noneReason: string,
  ask: (subject: T) => Finding | readonly Finding[] | undefined,
): Verdict {
  const findings: Finding[] = [];
  for (const subject of subjects) {
    const answer = ask(subject);
    if (answer === undefined) continue;
    if ('outcome' in answer) findings.push(answer);
    else findings.push(...answer);
  }
  return withMergedFindings(findings, noneReason);
}
