import type { Problem } from 'backstage-plugin-readiness-common';

/** Problems that are answered the same way. */
export interface ProblemGroup {
  readonly kind:
    | 'truncated-read'
    | 'unreadable-repository'
    | 'parse-failure'
    | 'unreadable-file'
    | 'annotation'
    | 'check-error';
  readonly problems: readonly Problem[];
}

/** The order on the screen: what limits most comes first. */
const ORDER: readonly ProblemGroup['kind'][] = [
  'unreadable-repository',
  'truncated-read',
  'parse-failure',
  'unreadable-file',
  'annotation',
  'check-error',
];

/** One notice a group, however many problems there are. */
export function groupProblems(
  problems: readonly Problem[],
): readonly ProblemGroup[] {
  return ORDER.map(kind => ({
    kind,
    problems: problems.filter(problem => getGroup(problem.kind) === kind),
  })).filter(group => group.problems.length > 0);
}

function getGroup(kind: Problem['kind']): ProblemGroup['kind'] {
  switch (kind) {
    case 'invalid-annotation':
    case 'invalid-waiver':
    case 'invalid-attestation':
    case 'orphaned-waiver':
    case 'expired-waiver':
    case 'unneeded-waiver':
      return 'annotation';
    default:
      return kind;
  }
}
