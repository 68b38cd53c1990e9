import type { CheckResult, Evidence } from 'backstage-plugin-readiness-common';

/** A snippet to paste and its language. */
export interface RemediationSnippet {
  readonly language: string;
  readonly text: string;
}

/**
 * The remediation's snippets, first the one in the language that the finding's
 * file is written in, or else the repository's files are.
 */
export function buildSnippets(
  snippets: Readonly<Record<string, string>>,
  result: Pick<CheckResult, 'findings'>,
  allResults: readonly Pick<CheckResult, 'findings'>[],
): readonly RemediationSnippet[] {
  const entries = Object.entries(snippets).map(([language, text]) => ({
    language,
    text,
  }));
  const failing = result.findings.filter(finding => finding.outcome !== 'pass');
  const ranks = rankLanguages(
    (failing.length > 0 ? failing : result.findings).flatMap(
      finding => finding.evidence,
    ),
  );
  const fallback = rankLanguages(
    allResults.flatMap(each =>
      each.findings.flatMap(finding => finding.evidence),
    ),
  );
  const rank = ({ language }: RemediationSnippet) =>
    (ranks.get(language) ?? 0) * 100_000 + (fallback.get(language) ?? 0);
  return entries.sort((one, other) => rank(other) - rank(one));
}

function rankLanguages(evidence: readonly Evidence[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { path } of evidence) {
    for (const [index, language] of getLanguages(path).entries()) {
      // The first name fits best: a chart's file is Helm before it is YAML.
      const weight = 10 - index;
      counts.set(language, (counts.get(language) ?? 0) + weight);
    }
  }
  return counts;
}

const LANGUAGES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\.(tf|tofu|hcl|tfvars)(\.json)?$/, ['terraform', 'hcl']],
  [
    /(^|\/)(Dockerfile|Containerfile)[^/]*$|\.dockerfile$/i,
    ['dockerfile', 'docker'],
  ],
  [/(^|\/)\.github\/workflows\//, ['github-actions', 'yaml']],
  [/(^|\/)\.gitlab-ci/, ['gitlab-ci', 'yaml']],
  [
    /(^|\/)(docker-)?compose[^/]*\.ya?ml$/,
    ['compose', 'docker-compose', 'yaml'],
  ],
  [
    /(^|\/)(templates\/[^/]*|values[^/]*|Chart)\.ya?ml$/,
    ['helm', 'kubernetes', 'yaml'],
  ],
  [
    /(cloudformation|cfn|(^|\/)(template|stack))[^/]*\.(ya?ml|json)$|(cloudformation|cfn)\//,
    ['cloudformation', 'yaml'],
  ],
  [
    /(^|\/)(roles|playbooks|tasks|handlers|group_vars|inventor)/,
    ['ansible', 'yaml'],
  ],
  [/\.ya?ml$/, ['kubernetes', 'yaml']],
  [/\.(sh|bash)$/, ['shell', 'bash']],
  [/package(-lock)?\.json$|\.[jt]sx?$/, ['javascript', 'typescript', 'json']],
  [/\.json$/, ['json']],
  [/\.md$/, ['markdown']],
];

function getLanguages(path: string): readonly string[] {
  return LANGUAGES.find(([pattern]) => pattern.test(path))?.[1] ?? [];
}
