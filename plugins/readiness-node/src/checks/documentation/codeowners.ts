import { defineCheck, pass, presence } from '../../check';

export const codeowners = defineCheck({
  id: 'codeowners',
  category: 'documentation',
  kind: 'presence',
  level: 3,
  severity: 'low',
  title: 'It is clear who reviews changes, and how',
  description:
    'There is a CODEOWNERS file with rules, or a CONTRIBUTING guide.',
  rationale:
    'CODEOWNERS asks the right people for a review without anyone having to know them; a CONTRIBUTING guide spares newcomers the first ten questions.',
  references: [
    {
      title: 'GitHub: About code owners',
      url: 'https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners',
    },
  ],
  remediation: {
    summary:
      'Add .github/CODEOWNERS naming the owning team, or a CONTRIBUTING.md.',
    effortMinutes: 15,
    snippets: {
      codeowners: '*       @acme/checkout\n/infra/ @acme/platform\n',
    },
  },
  examples: [
    {
      title: 'Rules for the whole repository',
      files: { '.github/CODEOWNERS': '# owners\n* @acme/checkout\n' },
      outcome: 'pass',
      findings: [
        {
          subject: '.github/CODEOWNERS',
          outcome: 'pass',
          at: '.github/CODEOWNERS:2',
        },
      ],
    },
    {
      title: 'Only comments',
      files: { CODEOWNERS: '# to do\n' },
      outcome: 'fail',
    },
    { title: 'Nothing', files: { 'README.md': '# Cart\n' }, outcome: 'fail' },
  ],
  evaluate(context) {
    return presence(
      context,
      'CODEOWNERS with rules, or CONTRIBUTING',
      context.facts.contributionFiles
        .filter(file => !file.isEmpty)
        .map(file =>
          pass(file, {
            message: `${file.kind} says who reviews changes or how to make them`,
          }),
        ),
    );
  },
});
