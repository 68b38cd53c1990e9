import type { Evidence, Finding } from 'backstage-plugin-readiness-common';
import type { CollectedFacts } from '../facts/collectedFacts';

/** Adds the quoted lines to a finding's evidence. */
export function addSnippets(
  finding: Finding,
  sources: readonly CollectedFacts[],
): Finding {
  return {
    ...finding,
    evidence: finding.evidence.map(evidence => addSnippet(evidence, sources)),
  };
}

function addSnippet(
  evidence: Evidence,
  sources: readonly CollectedFacts[],
): Evidence {
  for (const source of sources) {
    if (source.repository !== evidence.repository) continue;
    const quoted = source.lines[evidence.path];
    if (quoted === undefined) continue;
    const lines: string[] = [];
    for (
      let number = evidence.startLine;
      number <= evidence.endLine;
      number += 1
    ) {
      const line = quoted[number];
      if (line === undefined) break;
      lines.push(line);
    }
    if (lines.length > 0) return { ...evidence, snippet: lines.join('\n') };
  }
  return evidence;
}
