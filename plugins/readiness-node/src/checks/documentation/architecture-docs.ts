import { defineCheck, pass, presence } from '../../check';
import type { DocumentFact } from '../../facts/types/documents';
import { passLinks } from './entitySubject';

const WORDS =
  /\b(architecture|system design|design overview|how it works|high[- ]level (design|overview)|components? overview)\b/i;

export const architectureDocs = defineCheck({
  id: 'architecture-docs',
  category: 'documentation',
  kind: 'presence',
  level: 2,
  severity: 'medium',
  title: 'The architecture is written down',
  description:
    'There is an architecture page or section, an architecture decision record, or a diagram (mermaid, PlantUML, draw.io, Structurizr, an image named so).',
  rationale:
    'Code tells what happens, not why it is so and what stands around it. A diagram and a handful of decision records let people change a system without rediscovering its limits by breaking it.',
  references: [
    { title: 'Architecture decision records', url: 'https://adr.github.io/' },
    { title: 'The C4 model', url: 'https://c4model.com/' },
  ],
  remediation: {
    summary:
      'Draw the system and its neighbours in docs/architecture.md and record decisions below docs/adr/.',
    effortMinutes: 120,
    snippets: {
      markdown:
        '# Architecture\n\n```mermaid\nflowchart LR\n  web --> cart --> orders[(orders-db)]\n```\n',
    },
  },
  examples: [
    {
      title: 'A diagram',
      files: {
        'README.md':
          '# Cart\n\n```mermaid\nflowchart LR\n  web --> cart\n```\n',
      },
      outcome: 'pass',
      findings: [{ subject: 'README.md', outcome: 'pass', at: 'README.md:3' }],
    },
    {
      title: 'Decision records',
      files: { 'docs/adr/0001-use-redis.md': '# Use Redis\n' },
      outcome: 'pass',
    },
    {
      title: 'Nothing',
      files: { 'README.md': '# Cart\n\n## Build\n' },
      outcome: 'fail',
    },
  ],
  evaluate(context) {
    const { documents, diagrams } = context.facts;
    return presence(
      context,
      'an architecture page, decision records or diagrams',
      [
        ...documents.flatMap(findArchitecture),
        ...diagrams.map(diagram =>
          pass(diagram, { message: `A diagram (${diagram.kind})` }),
        ),
        ...passLinks(context, WORDS),
      ],
    );
  },
});

function findArchitecture(document: DocumentFact) {
  const { topics, headings } = document;
  if (topics.includes('template')) return [];
  if (topics.includes('decision'))
    return [pass(document, { message: 'A decision record' })];
  if (topics.includes('architecture'))
    return [pass(document, { message: 'An architecture page' })];
  const heading = headings.find(
    ({ text, characters }) => WORDS.test(text) && characters > 0,
  );
  return heading === undefined
    ? []
    : [
        pass(document, {
          message: `Section "${heading.text}"`,
          at: [heading.location],
        }),
      ];
}
