import type {
  EvaluatedSource,
  Evidence,
  Scorecard,
} from 'backstage-plugin-readiness-common';

/** Formats the link to lines of a file as it was read. */
export type FormatLink = (
  source: EvaluatedSource,
  path: string,
  lines: { readonly startLine: number; readonly endLine: number },
) => string;

/** A scorecard whose evidence links to file, revision and lines. */
export function addEvidenceLinks(
  scorecard: Scorecard,
  formatLink: FormatLink,
): Scorecard {
  return {
    ...scorecard,
    results: scorecard.results.map(result => ({
      ...result,
      findings: result.findings.map(finding => ({
        ...finding,
        evidence: finding.evidence.map(evidence =>
          linkEvidence(evidence, scorecard.sources, formatLink),
        ),
      })),
    })),
  };
}

/** Evidence of a source that is no longer known keeps no link. */
export function linkEvidence(
  evidence: Evidence,
  sources: readonly EvaluatedSource[],
  formatLink: FormatLink,
): Evidence {
  const source =
    evidence.repository === undefined
      ? onlyOne(sources)
      : sources.find(({ repository }) => repository === evidence.repository);
  if (source === undefined) return evidence;
  const { startLine, endLine } = evidence;
  return {
    ...evidence,
    url: formatLink(source, evidence.path, { startLine, endLine }),
  };
}

function onlyOne<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}
