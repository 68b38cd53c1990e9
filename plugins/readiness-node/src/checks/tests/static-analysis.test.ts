import { testCheck } from '../../testing';
import { staticAnalysis } from './static-analysis';

const step = (line: string) => ({
  '.github/workflows/ci.yml': `on: push\njobs:\n  lint:\n    steps:\n      - ${line}\n`,
});

testCheck(staticAnalysis, [
  ...[
    'run: checkov -d .',
    'run: trivy config .',
    'run: hadolint Dockerfile',
    'run: ansible-lint',
    'run: bundle exec cookstyle',
    'run: puppet-lint manifests',
    'run: kube-linter lint k8s',
    'run: kube-score score a.yaml',
    'run: kubeconform k8s',
    'run: cfn-lint template.yaml',
    'run: docker run --rm -i hadolint/hadolint < Dockerfile',
    'uses: hadolint/hadolint-action@v3',
    'uses: aquasecurity/tfsec-action@v1',
  ].map(line => ({
    title: line,
    files: step(line),
    outcome: 'pass' as const,
    findings: [
      {
        subject: '.github/workflows/ci.yml#lint',
        outcome: 'pass' as const,
        at: '.github/workflows/ci.yml:5',
      },
    ],
  })),
  {
    title: 'through make',
    files: { ...step('run: make lint'), Makefile: 'lint:\n\ttflint\n' },
    outcome: 'pass',
    findings: [
      {
        subject: '.github/workflows/ci.yml#lint',
        outcome: 'pass',
        at: '.github/workflows/ci.yml:5',
      },
    ],
  },
  {
    title: 'a configuration',
    files: { '.tflint.hcl': 'plugin "aws" {}\n' },
    outcome: 'pass',
  },
  {
    title: 'a scanner of images is none',
    files: step('run: trivy image x:1'),
    outcome: 'fail',
  },
  {
    title: 'pre-commit with other hooks',
    files: {
      '.pre-commit-config.yaml':
        'repos:\n  - hooks:\n      - id: end-of-file-fixer\n',
    },
    outcome: 'fail',
  },
  {
    title: 'installing a linter is not running it',
    files: step('run: pip install checkov'),
    outcome: 'fail',
  },
  {
    title: 'SAM lints with cfn-lint when asked to',
    files: step('run: sam validate --lint'),
    outcome: 'pass',
  },
]);
