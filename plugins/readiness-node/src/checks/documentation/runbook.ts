import {
  defineCheck,
  findLibraryKind,
  notApplicable,
  pass,
  presence,
  type CheckContext,
} from '../../check';
import type { DocumentFact } from '../../facts/types/documents';
import { passLinks } from './entitySubject';

const WORDS =
  /\b(run ?-?books?|playbooks?|on[- ]?call|operations?( guide| manual| handbook)?|operating|troubleshooting|incidents?( response| management)?|disaster recovery)\b/i;
const MINIMUM_CHARACTERS = 80;

export const runbook = defineCheck({
  id: 'runbook',
  category: 'documentation',
  kind: 'presence',
  level: 2,
  severity: 'medium',
  title: 'A runbook says what to do when it breaks',
  description:
    'There is a runbook, playbook, operations, on-call or troubleshooting document or section, or the entity links to one. Not applicable to libraries.',
  rationale:
    'At three in the morning nobody reads code. A runbook turns an alert into steps: how to see what is wrong, how to roll back, whom to call. Teams that write it down restore service in minutes instead of hours, whoever is on call.',
  references: [
    {
      title: 'Google SRE workbook: On-call',
      url: 'https://sre.google/workbook/on-call/',
    },
  ],
  remediation: {
    summary:
      'Write docs/runbook.md with an entry for each alert, or link the runbook on the entity with type runbook.',
    effortMinutes: 120,
    snippets: {
      markdown:
        '# Runbook\n\n## Alert: CartErrorsHigh\n\n1. Look at the dashboard.\n2. Roll back with `helm rollback cart`.\n3. Call the database team when connections are refused.\n',
      entity:
        'metadata:\n  links:\n    - url: https://wiki.example.com/cart/runbook\n      title: Runbook\n      type: runbook\n',
    },
  },
  examples: [
    {
      title: 'A runbook in the repository',
      files: {
        'docs/runbook.md':
          '# Runbook\n\n## Roll back\n\nRun helm rollback cart and look at the dashboard until the errors are gone.\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'docs/runbook.md',
          outcome: 'pass',
          at: 'docs/runbook.md:1',
        },
      ],
    },
    {
      title: 'A link on the entity',
      files: {},
      entity: {
        links: [{ url: 'https://wiki.acme.test/cart', title: 'Runbook' }],
      },
      outcome: 'pass',
    },
    {
      title: 'A library',
      files: {},
      entity: { type: 'library' },
      outcome: 'not-applicable',
    },
    {
      title: 'Nothing',
      files: { 'README.md': '# Cart\n\n## Build\n' },
      outcome: 'fail',
    },
  ],
  evaluate(context) {
    const library = findLibraryKind(context);
    if (library !== undefined)
      return notApplicable(`A ${library} is not operated`);
    const findings = [
      ...context.facts.documents.flatMap(document =>
        findSection(context, document),
      ),
      ...passLinks(context, WORDS),
    ];
    return presence(
      context,
      'a runbook, operations, on-call or troubleshooting document',
      findings,
    );
  },
});

function findSection(context: CheckContext, document: DocumentFact) {
  const { topics, headings, characters } = document;
  if (
    topics.some(
      topic =>
        topic === 'template' || topic === 'changelog' || topic === 'policy',
    )
  )
    return [];
  if (
    topics.includes('runbook') &&
    characters >= MINIMUM_CHARACTERS &&
    !isAnsible(context, document)
  ) {
    return [pass(document, { message: 'A document for operating it' })];
  }
  const heading = headings.find(
    ({ text, characters: size }) =>
      WORDS.test(text) &&
      size >= MINIMUM_CHARACTERS &&
      !/ansible|\.ya?ml/i.test(text),
  );
  if (heading === undefined) return [];
  if (/playbook/i.test(heading.text) && isAnsible(context, document)) return [];
  return [
    pass(document, {
      message: `Section "${heading.text}"`,
      at: [heading.location],
    }),
  ];
}

/** In an Ansible repository a playbook is code. */
function isAnsible(
  { facts }: CheckContext,
  { subject }: DocumentFact,
): boolean {
  return /playbook/i.test(subject)
    ? facts.files.some(({ path }) =>
        /(^|\/)(ansible\.cfg|playbooks?\/.*\.ya?ml|site\.ya?ml)$/.test(path),
      )
    : false;
}
