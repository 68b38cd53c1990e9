import type { Finding } from 'backstage-plugin-readiness-common';
import { notApplicable, withFindings, type Verdict } from './verdict';

/**
 * The verdict of a subject check over findings of which several may be about
 * the same subject and aspect (the containers of one task definition).
 *
 * @public
 */
export function withMergedFindings(
  findings: readonly Finding[],
  noneReason: string,
): Verdict {
  return findings.length === 0
    ? notApplicable(noneReason)
    : withFindings(mergeFindings(findings));
}

/**
 * One finding a subject and aspect: the worst, with the evidence of all that
 * are as bad.
 *
 * @public
 */
export function mergeFindings(
  findings: readonly Finding[],
): readonly Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.subject}\n${finding.aspect ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].map(mergeGroup);
}

const WORST_FIRST = ['fail', 'unknown', 'pass'] as const;

function mergeGroup(group: readonly Finding[]): Finding {
  const outcome = WORST_FIRST.find(each =>
    group.some(finding => finding.outcome === each),
  );
  const worst = group.filter(finding => finding.outcome === outcome);
  const [first] = worst;
  if (first === undefined) throw new TypeError('A group has findings');
  if (worst.length === 1) return first;
  return {
    ...first,
    partial: worst.every(finding => finding.partial),
    message: unique(worst.map(finding => finding.message)).join('; '),
    rules: unique(worst.flatMap(finding => finding.rules)),
    evidence: uniqueBy(
      worst.flatMap(finding => finding.evidence),
      each => `${each.repository ?? ''}\n${each.path}:${each.startLine}`,
    ),
  };
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

function uniqueBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...new Map(items.map(item => [key(item), item])).values()];
}
