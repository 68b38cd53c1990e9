import { defineCheck, fail, pass, presence } from '../../check';
import type { DocumentFact } from '../../facts/types/documents';

const CHARACTERS = 300;
const HEADINGS = 2;

export const readme = defineCheck({
  id: 'readme',
  category: 'documentation',
  kind: 'presence',
  level: 1,
  severity: 'critical',
  title: 'A README says what this is',
  description: `A README of at least ${CHARACTERS} characters and ${HEADINGS} headings stands at the top of the repository or of the linked folder.`,
  rationale:
    'The README is where everybody starts: the new colleague, the person on call at night, the team that wants to use the service. A title and a build badge answer none of their questions. What it is, how to run it and where to look next take a page.',
  references: [
    {
      title: 'GitHub: About READMEs',
      url: 'https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-readmes',
    },
  ],
  remediation: {
    summary:
      'Write a README.md that says what the service does, how to run and test it, how it is deployed and whom to ask.',
    effortMinutes: 45,
    snippets: {
      markdown:
        '# Cart\n\nKeeps the shopping carts of the web shop and hands them to checkout.\n\n## Run it\n\n`make run` starts it on port 8080.\n\n## Operate it\n\nDashboards, alerts and the runbook: see docs/runbook.md.\n',
    },
  },
  examples: [
    {
      title: 'A README with substance',
      files: {
        'README.md': `# Cart\n\n${'Keeps the carts of the web shop and hands them to checkout when people pay. '.repeat(
          3,
        )}\n\n## Run it\n\n${'Start it with make run; it listens on port 8080 and needs a PostgreSQL. '.repeat(
          3,
        )}\n`,
      },
      outcome: 'pass',
      findings: [{ subject: 'README.md', outcome: 'pass', at: 'README.md:1' }],
    },
    {
      title: 'Only a title',
      files: { 'README.md': '# cart\n' },
      outcome: 'fail',
      findings: [{ subject: 'README.md', outcome: 'fail' }],
    },
    {
      title: 'No README',
      files: { 'main.go': 'package main\n' },
      outcome: 'fail',
    },
  ],
  evaluate(context) {
    const readmes = context.facts.documents.filter(document =>
      document.topics.includes('readme'),
    );
    const depth = Math.min(...readmes.map(getDepth));
    const findings = readmes
      .filter(document => getDepth(document) === depth)
      .map(judgeReadme);
    const good = findings.filter(finding => finding.outcome === 'pass');
    return presence(
      context,
      'a README with text and headings',
      good.length > 0 ? good : findings,
    );
  },
});

function judgeReadme(document: DocumentFact) {
  const { characters, headings } = document;
  const isLongEnough = characters >= CHARACTERS && headings.length >= HEADINGS;
  const details = {
    message: `${characters} characters and ${headings.length} headings`,
    expected: `at least ${CHARACTERS} characters and ${HEADINGS} headings`,
    actual: `${characters} characters, ${headings.length} headings`,
  };
  return isLongEnough ? pass(document, details) : fail(document, details);
}

function getDepth({ subject }: DocumentFact): number {
  return subject.split('/').length;
}
