import type {
  EvaluatedSource,
  Evidence,
  Finding,
} from 'backstage-plugin-readiness-common';
import { buildEvidenceLabel } from './buildEvidence';
import type { NextStep } from './buildNextSteps';
import type { RemediationSnippet } from './buildRemediation';
import type { CheckView } from './checkView';

/** A failing check as the text of an issue. Issues are written in English. */
export function buildCheckIssue(options: {
  readonly entityName: string;
  readonly check: CheckView;
  readonly sources: readonly EvaluatedSource[];
  readonly snippet?: RemediationSnippet;
  readonly url: string;
}): string {
  const { entityName, check, sources, snippet, url } = options;
  const { result, description } = check;
  const open = result.findings.filter(finding => finding.outcome !== 'pass');
  return joinBlocks([
    `## ${check.title}: ${entityName}`,
    `\`${check.id}\` · level ${result.level} · ${result.severity} · ${result.message}`,
    open.length > 0 && '### Findings',
    open.map(finding => formatFinding(finding, sources)).join('\n'),
    description && `### Why it matters\n\n${description.rationale}`,
    description && `### How to fix it\n\n${description.remediation.summary}`,
    snippet && formatFence(snippet),
    description &&
      description.references.length > 0 &&
      description.references
        .map(reference => `- [${reference.title}](${reference.url})`)
        .join('\n'),
    `[Scorecard](${url})`,
  ]);
}

/** All next steps as one issue with a task list. */
export function buildStepsIssue(options: {
  readonly entityName: string;
  readonly steps: readonly NextStep[];
  readonly sources: readonly EvaluatedSource[];
  readonly url: string;
}): string {
  const { entityName, steps, sources, url } = options;
  const lines = steps.map(({ check, finding, effortMinutes }) => {
    const [evidence] = finding?.evidence ?? [];
    const effort =
      effortMinutes === undefined ? '' : ` · about ${effortMinutes} min`;
    const where = evidence ? ` · ${formatLink(evidence, sources)}` : '';
    return `- [ ] **${check.title}** \`${check.id}\` (level ${
      check.result.level
    }, ${check.result.severity}${effort}): ${
      finding?.message ?? check.result.message
    }${where}`;
  });
  return joinBlocks([
    `## Production readiness of ${entityName}`,
    lines.join('\n'),
    `[Scorecard](${url})`,
  ]);
}

function formatFinding(
  finding: Finding,
  sources: readonly EvaluatedSource[],
): string {
  const aspect = finding.aspect ? ` (${finding.aspect})` : '';
  const lines = [`- \`${finding.subject}\`${aspect}: ${finding.message}`];
  if (finding.expected) lines.push(`  - expected: \`${finding.expected}\``);
  if (finding.actual) lines.push(`  - actual: \`${finding.actual}\``);
  for (const evidence of finding.evidence) {
    lines.push(`  - ${formatLink(evidence, sources)}`);
  }
  return lines.join('\n');
}

function formatLink(
  evidence: Evidence,
  sources: readonly EvaluatedSource[],
): string {
  const label = buildEvidenceLabel(evidence, sources);
  return evidence.url ? `[${label}](${evidence.url})` : label;
}

function formatFence({ language, text }: RemediationSnippet): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

function joinBlocks(blocks: readonly (string | false | undefined)[]): string {
  return `${blocks.filter(block => block).join('\n\n')}\n`;
}
