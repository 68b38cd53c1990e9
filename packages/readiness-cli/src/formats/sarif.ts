import type { CheckResult, Finding } from 'backstage-plugin-readiness-common';
import { builtInChecks, engineVersion } from 'backstage-plugin-readiness-node';
import type { JudgedFolder } from './format';

const LEVELS = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
} as const;

/**
 * SARIF 2.1.0: failing findings as results; waived ones carry a suppression
 * with its justification.
 */
export function formatSarif(judged: readonly JudgedFolder[]): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: judged.map(({ target, scorecard }) => ({
      tool: {
        driver: {
          name: 'Readiness',
          version: engineVersion,
          rules: builtInChecks.map(check => ({
            id: check.id,
            shortDescription: { text: check.title },
            fullDescription: { text: check.description },
            help: { text: check.remediation.summary },
            defaultConfiguration: { level: LEVELS[check.severity] },
            properties: {
              category: check.category,
              level: check.level,
              severity: check.severity,
            },
          })),
        },
      },
      automationDetails: { id: `readiness/${target}` },
      results: scorecard.results
        .filter(result => result.outcome === 'fail')
        .flatMap(formatResult),
    })),
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function formatResult(result: CheckResult): object[] {
  return result.findings
    .filter(finding => finding.outcome === 'fail')
    .map(finding => ({
      ruleId: result.checkId,
      level: LEVELS[result.severity],
      message: { text: formatMessage(finding) },
      locations: finding.evidence.map(({ path, startLine, endLine }) => ({
        physicalLocation: {
          artifactLocation: { uri: encodeURI(path) },
          region: { startLine, endLine },
        },
        logicalLocations: [{ fullyQualifiedName: finding.subject }],
      })),
      partialFingerprints: {
        readiness: [result.checkId, finding.subject, finding.aspect ?? ''].join(
          '|',
        ),
      },
      ...(result.isWaived && {
        suppressions: [
          {
            kind: 'external',
            status: 'accepted',
            justification: result.waiver?.reason ?? '',
          },
        ],
      }),
    }));
}

function formatMessage(finding: Finding): string {
  const expected =
    finding.expected === undefined ? '' : ` Expected: ${finding.expected}.`;
  return `${finding.subject}: ${finding.message}.${expected}`;
}
