import {
  defineCheck,
  fail,
  findToolUses,
  passToolUses,
  presence,
} from '../../check';

export const staticAnalysis = defineCheck({
  id: 'static-analysis',
  category: 'tests',
  kind: 'presence',
  level: 2,
  severity: 'medium',
  title: 'Infrastructure code is analysed statically',
  description:
    'A linter or scanner of infrastructure code is at work: tflint, checkov, trivy config, hadolint, ansible-lint, cookstyle, puppet-lint, kube-linter, kube-score, kubeconform, cfn-lint, or pre-commit with them. terraform validate in CI alone is partial.',
  rationale:
    'Most outages by infrastructure code are typos, wrong types and open defaults that a linter finds in seconds, before anybody reviews or applies them.',
  references: [
    { title: 'TFLint', url: 'https://github.com/terraform-linters/tflint' },
    { title: 'Checkov', url: 'https://www.checkov.io/' },
    { title: 'hadolint', url: 'https://github.com/hadolint/hadolint' },
    {
      title: 'pre-commit-terraform',
      url: 'https://github.com/antonbabenko/pre-commit-terraform',
    },
  ],
  remediation: {
    summary:
      'Run tflint, checkov, hadolint, kube-linter or the linter of your language in CI.',
    effortMinutes: 30,
    snippets: {
      'github-actions':
        '- uses: bridgecrewio/checkov-action@v12\n  with:\n    directory: infra\n',
      'gitlab-ci':
        'checkov:\n  image: bridgecrew/checkov\n  script:\n    - checkov -d infra\n',
      'pre-commit':
        'repos:\n  - repo: https://github.com/antonbabenko/pre-commit-terraform\n    rev: v1.96.1\n    hooks:\n      - id: terraform_tflint\n      - id: terraform_checkov\n',
    },
  },
  examples: [
    {
      title: 'tflint in CI',
      files: {
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  lint:\n    steps:\n      - run: tflint --recursive\n',
      },
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
      title: 'pre-commit with checkov',
      files: {
        '.pre-commit-config.yaml':
          'repos:\n  - repo: https://github.com/bridgecrewio/checkov\n    hooks:\n      - id: checkov\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: '.pre-commit-config.yaml',
          outcome: 'pass',
          at: '.pre-commit-config.yaml:4',
        },
      ],
    },
    {
      title: 'terraform validate alone is partial',
      files: {
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  lint:\n    steps:\n      - run: terraform validate\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: '.github/workflows/ci.yml#lint',
          outcome: 'fail',
          at: '.github/workflows/ci.yml:5',
        },
      ],
    },
    {
      title: 'A linter of application code is none',
      files: {
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  lint:\n    steps:\n      - run: npx eslint .\n',
      },
      outcome: 'fail',
    },
  ],
  evaluate(context) {
    const uses = findToolUses(context.facts, 'static-analysis');
    const validations =
      uses.length > 0
        ? []
        : findToolUses(context.facts, 'validation').filter(
            use => use.source === 'pipeline',
          );
    const [first] = validations;
    const partial =
      first &&
      fail(first, {
        message: `${first.tool} checks syntax and types only: ${first.text}`,
        expected: 'a linter such as tflint or checkov',
        actual: first.tool,
        partial: true,
      });
    return presence(
      context,
      'static analysis of infrastructure (tflint, checkov, trivy config, hadolint, ansible-lint, cookstyle, puppet-lint, kube-linter, kube-score, kubeconform, cfn-lint)',
      partial ? [partial] : passToolUses(uses),
    );
  },
});
