import type {
  CheckResult,
  Finding,
  Scorecard,
} from 'backstage-plugin-readiness-common';

/**
 * A scorecard as text that reads well in a diff: a line a check, a line a
 * finding, what was said of it left out.
 *
 * @public
 */
export function formatGolden(scorecard: Scorecard): string {
  const { score, strictScore, coverage, level } = scorecard;
  return [
    `score ${score ?? '-'} strict ${strictScore ?? '-'} coverage ${
      coverage ?? '-'
    } level ${level}`,
    ...scorecard.categories.flatMap(category => [
      '',
      `# ${category.id} ${category.score ?? '-'}`,
      ...scorecard.results
        .filter(result => result.category === category.id)
        .flatMap(formatResult),
    ]),
    ...(scorecard.problems.length > 0 ? ['', '# problems'] : []),
    ...scorecard.problems.map(
      problem => `${problem.kind}: ${problem.message.split('\n')[0]}`,
    ),
    '',
  ].join('\n');
}

function formatResult(result: CheckResult): string[] {
  const notes = [
    result.isWaived && 'waived',
    result.isAttested && 'attested',
  ].filter(Boolean);
  return [
    [result.outcome, result.checkId, ...notes].join(' '),
    ...[...new Set(result.findings.map(formatFinding))].sort(),
  ];
}

function formatFinding({
  outcome,
  subject,
  aspect,
  partial,
  evidence,
}: Finding): string {
  const [first] = evidence;
  const at =
    first === undefined ? undefined : `${first.path}:${first.startLine}`;
  return [
    '  ',
    outcome,
    partial && 'partial',
    subject,
    aspect && `(${aspect})`,
    at,
  ]
    .filter(Boolean)
    .join(' ');
}
