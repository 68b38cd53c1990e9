import type { Finding } from 'backstage-plugin-readiness-common';
import {
  defineCheck,
  findToolUses,
  judge,
  noneFound,
  passToolUses,
  presence,
  withFindings,
  type CheckContext,
} from '../../check';
import type { ToolPurpose } from '../../facts/types/commands';
import type { RegistryScanFact } from '../../facts/types/tests';

const RULES = ['CKV_AWS_163'];
const ASPECTS: ReadonlyArray<readonly [string, ToolPurpose, string]> = [
  [
    'code-scan',
    'code-scan',
    'a scan of code, dependencies or images (CodeQL, Semgrep, Snyk, Trivy, Grype)',
  ],
  [
    'secret-scan',
    'secret-scan',
    'a scan for secrets (gitleaks, trufflehog, detect-secrets)',
  ],
];

export const securityScanning = defineCheck({
  id: 'security-scanning',
  category: 'security',
  kind: 'presence',
  level: 2,
  severity: 'medium',
  passesIfAny: true,
  title: 'Code, secrets or images are scanned',
  description:
    'A scanner is at work: of code, dependencies or images (CodeQL, Semgrep, Snyk, Trivy, Grype), of secrets (gitleaks and the like), or in the registry (scan_on_push). The check passes if any of the three is there.',
  rationale:
    'Known vulnerabilities are found by anybody who looks. A scanner in the pipeline makes sure that you look first.',
  knownAs: RULES,
  references: [
    {
      title: 'GitHub code scanning',
      url: 'https://docs.github.com/code-security/code-scanning',
    },
    { title: 'Trivy', url: 'https://trivy.dev/' },
    { title: 'Gitleaks', url: 'https://github.com/gitleaks/gitleaks' },
    {
      title: 'Amazon ECR image scanning',
      url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html',
    },
  ],
  remediation: {
    summary:
      'Run Trivy or CodeQL and gitleaks in CI, and set scan_on_push on the registry.',
    effortMinutes: 30,
    snippets: {
      'github-actions':
        '- uses: aquasecurity/trivy-action@0.28.0\n  with:\n    scan-type: fs\n    exit-code: 1\n    severity: CRITICAL,HIGH\n',
      'gitlab-ci':
        'include:\n  - template: Jobs/SAST.gitlab-ci.yml\n  - template: Jobs/Secret-Detection.gitlab-ci.yml\n',
      terraform:
        'resource "aws_ecr_repository" "cart" {\n  image_scanning_configuration {\n    scan_on_push = true\n  }\n}\n',
    },
  },
  examples: [
    {
      title: 'Trivy in CI',
      files: {
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  scan:\n    steps:\n      - run: trivy image cart:1\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: '.github/workflows/ci.yml#scan',
          aspect: 'code-scan',
          outcome: 'pass',
          at: '.github/workflows/ci.yml:5',
        },
      ],
    },
    {
      title: 'scan_on_push',
      files: {
        'main.tf':
          'resource "aws_ecr_repository" "a" {\n  image_scanning_configuration {\n    scan_on_push = true\n  }\n}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'aws_ecr_repository.a',
          aspect: 'registry-scan',
          outcome: 'pass',
          at: 'main.tf:3',
        },
      ],
    },
    {
      title: 'A registry that doesn’t scan',
      files: {
        'main.tf': 'resource "aws_ecr_repository" "a" {\n  name = "a"\n}\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'aws_ecr_repository.a',
          aspect: 'registry-scan',
          outcome: 'fail',
          at: 'main.tf:1',
        },
      ],
    },
    {
      title: 'Nothing',
      files: { 'main.go': 'package main\n' },
      outcome: 'fail',
    },
  ],
  evaluate(context) {
    const uses = ASPECTS.flatMap(([aspect, purpose]) =>
      passToolUses(findToolUses(context.facts, purpose), aspect),
    );
    const registries = context.facts.registryScans.map(judgeRegistry);
    if (uses.length + registries.length === 0) {
      return presence(
        context,
        ASPECTS.map(([, , words]) => words).join(', or '),
        [],
      );
    }
    return withFindings([
      ...uses,
      ...findMissing(context, uses),
      ...registries,
    ]);
  },
});

function judgeRegistry(registry: RegistryScanFact): Finding {
  const expected =
    registry.language === 'cloudformation'
      ? 'ScanOnPush: true'
      : 'scan_on_push = true';
  return judge(registry, registry.scanOnPush, {
    aspect: 'registry-scan',
    rules: RULES,
    expected,
    passes: value => value,
  });
}

/** Aspects nobody looks after, so that a scorecard shows what is left to do. */
function findMissing(
  context: CheckContext,
  uses: readonly Finding[],
): readonly Finding[] {
  return ASPECTS.filter(
    ([aspect]) => !uses.some(use => use.aspect === aspect),
  ).map(([aspect, , words]) => ({ ...noneFound(context, words), aspect }));
}
