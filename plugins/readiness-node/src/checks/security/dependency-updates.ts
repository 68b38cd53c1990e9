import { defineCheck, findToolUses, passToolUses, presence } from '../../check';

export const dependencyUpdates = defineCheck({
  id: 'dependency-updates',
  category: 'security',
  kind: 'presence',
  level: 2,
  severity: 'medium',
  title: 'Dependencies are updated by a bot',
  description:
    'Dependabot or Renovate is configured for the repository, or Renovate runs in a pipeline.',
  rationale:
    'Pinned versions are only safe while somebody moves the pins. A bot asks every week; a person asks after the advisory has a name and a logo.',
  references: [
    {
      title: 'Dependabot version updates',
      url: 'https://docs.github.com/code-security/dependabot/dependabot-version-updates',
    },
    { title: 'Renovate', url: 'https://docs.renovatebot.com/' },
  ],
  remediation: {
    summary:
      'Commit .github/dependabot.yml or renovate.json with every ecosystem of the repository, also docker, terraform and github-actions.',
    effortMinutes: 10,
    snippets: {
      yaml: '# .github/dependabot.yml\nversion: 2\nupdates:\n  - package-ecosystem: npm\n    directory: /\n    schedule: { interval: weekly }\n  - package-ecosystem: docker\n    directory: /\n    schedule: { interval: weekly }\n',
      json: '{\n  "$schema": "https://docs.renovatebot.com/renovate-schema.json",\n  "extends": ["config:recommended"]\n}\n',
    },
  },
  examples: [
    {
      title: 'Dependabot',
      files: {
        '.github/dependabot.yml':
          'version: 2\nupdates:\n  - package-ecosystem: npm\n    directory: /\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: '.github/dependabot.yml',
          outcome: 'pass',
          at: '.github/dependabot.yml:3',
        },
      ],
    },
    {
      title: 'Renovate',
      files: { 'renovate.json': '{"extends":["config:recommended"]}\n' },
      outcome: 'pass',
      findings: [
        { subject: 'renovate.json', outcome: 'pass', at: 'renovate.json:1' },
      ],
    },
    {
      title: 'Neither',
      files: { 'package.json': '{"dependencies":{"a":"1"}}\n' },
      outcome: 'fail',
    },
  ],
  evaluate(context) {
    return presence(
      context,
      'a bot that updates dependencies (Dependabot, Renovate)',
      passToolUses(findToolUses(context.facts, 'dependency-updates')),
    );
  },
});
