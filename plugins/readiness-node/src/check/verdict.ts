import type { Finding } from 'backstage-plugin-readiness-common';

/**
 * What a check says of one entity: findings, or why there is nothing to judge.
 * @public
 */
export type Verdict =
  | { readonly kind: 'findings'; readonly findings: readonly Finding[] }
  | { readonly kind: 'not-applicable'; readonly reason: string };

/** @public */
export function notApplicable(reason: string): Verdict {
  return { kind: 'not-applicable', reason };
}

/** @public */
export function withFindings(findings: readonly Finding[]): Verdict {
  return { kind: 'findings', findings };
}
