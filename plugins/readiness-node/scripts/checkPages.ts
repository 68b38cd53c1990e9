import type { Check, CheckExample } from '../src/check';
import { categories } from '../src/checklist/categories';

const FENCES: Readonly<Record<string, string>> = {
  terraform: 'hcl',
  cloudformation: 'yaml',
  kubernetes: 'yaml',
  helm: 'yaml',
  kustomize: 'yaml',
  compose: 'yaml',
  ansible: 'yaml',
  'github-actions': 'yaml',
  'gitlab-ci': 'yaml',
  entity: 'yaml',
  chef: 'ruby',
  puppet: 'puppet',
};

/** The documentation page of a check, all of it from its definition. */
export function formatCheckPage(check: Check): string {
  const category = categories.find(({ id }) => id === check.category);
  const lines = [
    `# ${check.title}`,
    '',
    `\`${check.id}\` · [${category?.title}](README.md#${slug(
      category?.title ?? '',
    )}) · level ${check.level} · ${check.severity} · ${formatKind(check)}`,
    '',
    check.description,
    '',
    '## Why',
    '',
    check.rationale,
    '',
    '## How to pass',
    '',
    `${check.remediation.summary} About ${check.remediation.effortMinutes} minutes.`,
    ...Object.entries(check.remediation.snippets).flatMap(
      ([language, snippet]) => [
        '',
        fence(FENCES[language] ?? language, snippet),
      ],
    ),
    '',
    '## Examples',
    ...check.examples.flatMap(formatExample),
    '',
    '## Skipping it',
    '',
    formatSkipping(check),
    ...(check.knownAs.length > 0
      ? [
          '',
          '## Known as',
          '',
          check.knownAs.map(rule => `\`${rule}\``).join(' · '),
        ]
      : []),
    ...(check.references.length > 0
      ? [
          '',
          '## References',
          '',
          ...check.references.map(({ title, url }) => `- [${title}](${url})`),
        ]
      : []),
    '',
  ];
  return lines.join('\n');
}

/** The overview of all checks, by category. */
export function formatChecksOverview(checks: readonly Check[]): string {
  const lines = [
    '# Checks',
    '',
    `Generated from the definitions of the ${checks.length} built-in checks by \`yarn checks:generate\`.`,
    ...categories.flatMap(({ id, position, title, description }) => [
      '',
      `## ${title}`,
      '',
      `${position}. ${description}`,
      '',
      '| Check | Asks | Level | Severity | Known as |',
      '|---|---|---|---|---|',
      ...checks
        .filter(check => check.category === id)
        .map(
          check =>
            `| [\`${check.id}\`](${check.id}.md) | ${cell(check.title)} | ${
              check.level
            } | ${check.severity} | ${check.knownAs.map(cell).join(', ')} |`,
        ),
    ]),
    '',
  ];
  return lines.join('\n');
}

function formatKind(check: Check): string {
  if (check.passesIfAny) return 'passes when any subject passes';
  return check.kind === 'presence'
    ? 'is there any? Without evidence it fails'
    : 'is every one fine? Without a subject it is not applicable';
}

function formatExample(example: CheckExample): string[] {
  return [
    '',
    `### ${example.title}: ${example.outcome}`,
    ...Object.entries(example.files).flatMap(([path, text]) => [
      '',
      `\`${path}\``,
      '',
      fence(guessFence(path), text),
    ]),
    ...(Object.keys(example.files).length === 0 ? ['', 'No files.'] : []),
    ...(example.findings && example.findings.length > 0
      ? [
          '',
          ...example.findings.map(
            ({ subject, aspect, outcome }) =>
              `- \`${subject}\`${aspect ? ` (${aspect})` : ''}: ${outcome}`,
          ),
        ]
      : []),
  ];
}

function formatSkipping(check: Check): string {
  if (!check.isWaivable) {
    return 'It cannot be waived. A finding that is wrong can be marked `not-detected`, with `subjects` and an approval.';
  }
  const attest = check.isAttestable
    ? ` What files cannot show may be attested:\n\n${fence(
        'yaml',
        `readiness/attest.${check.id}: |\n  evidence: https://wiki.example.com/proof\n  on: 2026-10-02\n  by: group:default/checkout`,
      )}`
    : '';
  return `Say why in an annotation of the entity:\n\n${fence(
    'yaml',
    `readiness/waive.${check.id}: |\n  reason: Why this service does without it\n  kind: accepted-risk\n  until: 2027-06-30`,
  )}${attest}`;
}

function fence(language: string, text: string): string {
  const marks = text.includes('```') ? '````' : '```';
  return `${marks}${language}\n${text.replace(/\n+$/, '')}\n${marks}`;
}

function guessFence(path: string): string {
  const extension = /\.([a-z0-9]+)$/i.exec(path)?.[1] ?? '';
  if (extension === 'tf' || extension === 'tfvars') return 'hcl';
  if (/Dockerfile/.test(path)) return 'dockerfile';
  return extension;
}

function cell(text: string): string {
  return text.split('|').join('\\|');
}

function slug(title: string): string {
  return title.toLowerCase().split(' ').join('-');
}
