import type {
  CategoryScore,
  CheckResult,
  Finding,
  OutcomeCounts,
  Scorecard,
} from 'backstage-plugin-readiness-common';
import { builtInChecks, categories } from 'backstage-plugin-readiness-node';
import pc from 'picocolors';
import type { JudgedFolder } from './format';

const BAR_WIDTH = 20;
const SHOWN_FINDINGS = 3;
const MARKS = {
  pass: pc.green('✓'),
  fail: pc.red('✕'),
  unknown: pc.yellow('?'),
  'not-applicable': pc.dim('–'),
  error: pc.magenta('!'),
} as const;

const RANK = { fail: 0, unknown: 1, pass: 2 } as const;

/** A scorecard a person likes to read in a terminal. */
export function formatTable(
  { target, scorecard }: JudgedFolder,
  options: { readonly showsAll: boolean },
): string {
  return [
    '',
    `${pc.bold(scorecard.entityRef)} ${pc.dim(target)}`,
    formatVerdict(scorecard),
    '',
    ...categories.flatMap(({ id, position, title }) => {
      const row = scorecard.categories.find(each => each.id === id);
      const results = scorecard.results.filter(
        result => result.category === id,
      );
      return [
        formatCategory(position, title, row),
        ...results
          .filter(result => options.showsAll || isWorthSaying(result))
          .flatMap(formatResult),
      ];
    }),
    ...formatProblems(scorecard),
    '',
    '',
  ].join('\n');
}

function formatVerdict({
  score,
  strictScore,
  coverage,
  level,
  requiredLevel,
  meetsBar,
}: Scorecard): string {
  const bar =
    meetsBar === undefined
      ? ''
      : ` · ${
          meetsBar
            ? pc.green(`meets the bar (level ${requiredLevel})`)
            : pc.red(`below the bar (level ${requiredLevel})`)
        }`;
  const share =
    coverage === undefined ? '–' : `${Math.round(coverage * 100)} %`;
  return `Score ${pc.bold(String(score ?? '–'))} · strict ${
    strictScore ?? '–'
  } · coverage ${share} · level ${level}${bar}`;
}

function formatCategory(
  position: number,
  title: string,
  row: CategoryScore | undefined,
): string {
  const score = row?.score;
  const number = score === undefined ? '  –' : String(score).padStart(3);
  return `${String(position).padStart(2)} ${pc.bold(
    title.padEnd(18),
  )} ${number} ${formatBar(score)} ${formatCounts(row?.outcomes)}`;
}

function formatBar(score: number | undefined): string {
  const filled = Math.round(((score ?? 0) / 100) * BAR_WIDTH);
  const bar = `${'█'.repeat(filled)}${pc.dim('░'.repeat(BAR_WIDTH - filled))}`;
  if (score === undefined) return pc.dim('·'.repeat(BAR_WIDTH));
  if (score >= 80) return pc.green(bar);
  return score >= 50 ? pc.yellow(bar) : pc.red(bar);
}

function formatCounts(counts: OutcomeCounts | undefined): string {
  if (counts === undefined) return '';
  const parts = [
    counts.pass > 0 && pc.green(`${counts.pass} pass`),
    counts.fail > 0 && pc.red(`${counts.fail} fail`),
    counts.waived > 0 && pc.dim(`${counts.waived} waived`),
    counts.unknown > 0 && pc.yellow(`${counts.unknown} unknown`),
    counts.error > 0 && pc.magenta(`${counts.error} broke`),
    counts.notApplicable > 0 && pc.dim(`${counts.notApplicable} n/a`),
  ];
  return parts.filter(Boolean).join(pc.dim(' · '));
}

function isWorthSaying(result: CheckResult): boolean {
  return (
    result.outcome === 'fail' ||
    result.outcome === 'unknown' ||
    result.outcome === 'error'
  );
}

function formatResult(result: CheckResult): string[] {
  const title =
    builtInChecks.find(check => check.id === result.checkId)?.title ??
    result.checkId;
  const mark = result.isWaived ? pc.dim('∅') : MARKS[result.outcome];
  const waived = result.isWaived
    ? pc.dim(
        ` waived${
          result.waiver?.until ? ` until ${result.waiver.until}` : ''
        }: ${result.waiver?.reason}`,
      )
    : '';
  const attested = result.isAttested
    ? pc.dim(` attested by ${result.attestation?.by}`)
    : '';
  const head = `     ${mark} ${title} ${pc.dim(
    `${result.checkId} · ${result.severity} · L${result.level}`,
  )}${waived}${attested}`;
  if (result.findings.length === 0)
    return [head, pc.dim(`         ${result.message}`)];
  const worst = [...result.findings].sort(
    (a, b) => RANK[a.outcome] - RANK[b.outcome],
  );
  const shown = worst
    .filter(finding => finding.outcome !== 'pass' || result.outcome === 'pass')
    .slice(0, SHOWN_FINDINGS);
  const total = worst.filter(
    finding => finding.outcome === worst[0]?.outcome,
  ).length;
  const rest = total - shown.length;
  return [
    head,
    ...shown.map(formatFinding),
    ...(rest > 0 ? [pc.dim(`         and ${rest} more`)] : []),
  ];
}

function formatFinding({ subject, message, evidence }: Finding): string {
  const [first] = evidence;
  const at =
    first === undefined ? '' : pc.dim(` ${first.path}:${first.startLine}`);
  return `         ${subject}: ${message}${at}`;
}

function formatProblems({ problems }: Scorecard): string[] {
  if (problems.length === 0) return [];
  return [
    '',
    pc.bold('Problems'),
    ...problems.map(problem => `   ${pc.yellow('!')} ${problem.message}`),
  ];
}
