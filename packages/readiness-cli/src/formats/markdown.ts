import type { CheckResult } from 'backstage-plugin-readiness-common';
import { builtInChecks, categories } from 'backstage-plugin-readiness-node';
import type { JudgedFolder } from './format';

/** A report for a pull request or a wiki. */
export function formatMarkdown({ target, scorecard }: JudgedFolder): string {
  const { score, strictScore, coverage, level } = scorecard;
  const failing = scorecard.results.filter(
    result => result.outcome === 'fail' && !result.isWaived,
  );
  const lines = [
    `# Readiness of ${scorecard.entityRef}`,
    '',
    `Score **${score ?? '–'}** · strict ${
      strictScore ?? '–'
    } · coverage ${formatShare(coverage)} · level ${level} · \`${target}\``,
    '',
    '| | Category | Score | Strict | Pass | Fail | Waived | Unknown | N/A |',
    '|---:|---|---:|---:|---:|---:|---:|---:|---:|',
    ...categories.map(({ id, position, title }) => {
      const row = scorecard.categories.find(each => each.id === id);
      const counts = row?.outcomes;
      return `| ${position} | ${title} | ${row?.score ?? '–'} | ${
        row?.strictScore ?? '–'
      } | ${counts?.pass ?? 0} | ${counts?.fail ?? 0} | ${
        counts?.waived ?? 0
      } | ${counts?.unknown ?? 0} | ${counts?.notApplicable ?? 0} |`;
    }),
    '',
    ...(failing.length > 0
      ? ['## To do', '', ...failing.flatMap(formatFailing)]
      : ['Nothing fails.']),
    ...(scorecard.problems.length > 0
      ? [
          '',
          '## Problems',
          '',
          ...scorecard.problems.map(problem => `- ${escape(problem.message)}`),
        ]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}

function formatFailing(result: CheckResult): string[] {
  const title =
    builtInChecks.find(check => check.id === result.checkId)?.title ??
    result.checkId;
  const findings = result.findings.filter(
    finding => finding.outcome === 'fail',
  );
  return [
    `- [ ] **${title}** (\`${result.checkId}\`, ${result.severity}, level ${result.level})`,
    ...findings.slice(0, 5).map(({ subject, message, evidence }) => {
      const [first] = evidence;
      const at =
        first === undefined ? '' : ` — \`${first.path}:${first.startLine}\``;
      return `  - \`${subject}\`: ${escape(message)}${at}`;
    }),
    ...(findings.length > 5 ? [`  - and ${findings.length - 5} more`] : []),
  ];
}

function formatShare(share: number | undefined): string {
  return share === undefined ? '–' : `${Math.round(share * 100)} %`;
}

function escape(text: string): string {
  return text.replace(/([|<>])/g, '\\$1').replace(/\n/g, ' ');
}
