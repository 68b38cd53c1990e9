import { testCheck } from '../../testing';
import { securityScanning } from './security-scanning';

const step = (line: string, aspect: string) => ({
  title: line,
  files: {
    '.github/workflows/ci.yml': `on: push\njobs:\n  scan:\n    steps:\n      - ${line}\n`,
  },
  outcome: 'pass' as const,
  findings: [
    {
      subject: '.github/workflows/ci.yml#scan',
      aspect,
      outcome: 'pass' as const,
      at: '.github/workflows/ci.yml:5',
    },
  ],
});

testCheck(securityScanning, [
  step('uses: github/codeql-action/analyze@v3', 'code-scan'),
  step('uses: aquasecurity/trivy-action@0.28.0', 'code-scan'),
  step('uses: snyk/actions/node@master', 'code-scan'),
  step('run: grype dir:.', 'code-scan'),
  step('run: semgrep ci', 'code-scan'),
  step('uses: gitleaks/gitleaks-action@v2', 'secret-scan'),
  step('run: trufflehog git file://.', 'secret-scan'),
  {
    title: 'GitLab templates',
    files: {
      '.gitlab-ci.yml': 'include:\n  - template: Security/SAST.gitlab-ci.yml\n',
    },
    outcome: 'pass',
    findings: [
      {
        subject: '.gitlab-ci.yml#include',
        aspect: 'code-scan',
        outcome: 'pass',
        at: '.gitlab-ci.yml:2',
      },
    ],
  },
  {
    title: 'pre-commit with gitleaks',
    files: {
      '.pre-commit-config.yaml': 'repos:\n  - hooks:\n      - id: gitleaks\n',
    },
    outcome: 'pass',
    findings: [
      {
        subject: '.pre-commit-config.yaml',
        aspect: 'secret-scan',
        outcome: 'pass',
        at: '.pre-commit-config.yaml:3',
      },
      {
        subject: 'component:default/sample',
        aspect: 'code-scan',
        outcome: 'fail',
      },
    ],
  },
  {
    title: 'trivy config analyses infrastructure',
    files: { '.gitlab-ci.yml': 'a:\n  script: trivy config .\n' },
    outcome: 'fail',
  },
  {
    title: 'scanning set for the whole registry',
    files: {
      'main.tf':
        'resource "aws_ecr_repository" "a" {\n  name = "a"\n}\nresource "aws_ecr_registry_scanning_configuration" "b" {\n  scan_type = "ENHANCED"\n}\n',
    },
    outcome: 'pass',
    findings: [
      {
        subject: 'aws_ecr_repository.a',
        aspect: 'registry-scan',
        outcome: 'pass',
        at: 'main.tf:4',
      },
    ],
  },
  {
    title: 'CloudFormation',
    files: {
      'a.yaml':
        'Resources:\n  R:\n    Type: AWS::ECR::Repository\n    Properties:\n      ImageScanningConfiguration:\n        ScanOnPush: true\n',
    },
    outcome: 'pass',
    findings: [
      {
        subject: 'R',
        aspect: 'registry-scan',
        outcome: 'pass',
        at: 'a.yaml:6',
      },
    ],
  },
  {
    title: 'a scan set by a variable',
    files: {
      'main.tf':
        'variable "s" {}\nresource "aws_ecr_repository" "a" {\n  image_scanning_configuration {\n    scan_on_push = var.s\n  }\n}\n',
    },
    outcome: 'unknown',
    findings: [
      {
        subject: 'aws_ecr_repository.a',
        aspect: 'registry-scan',
        outcome: 'unknown',
        at: 'main.tf:4',
      },
    ],
  },
]);
