import {
  defineCheck,
  fail,
  pass,
  presence,
  type CheckContext,
} from '../../check';
import type { DocumentFact } from '../../facts/types/documents';

const DOCUMENTS = 3;
/** Folders that hold a component: a chart, a service or module of its own. */
const COMPONENT =
  /^(.*\/)?(services|modules|charts|packages|apps|roles|cookbooks|lambdas|functions)\/[^/]+(?=\/)/;

export const componentDocs = defineCheck({
  id: 'component-docs',
  category: 'documentation',
  kind: 'presence',
  level: 1,
  severity: 'medium',
  title: 'Its parts are documented',
  description: `There are at least ${DOCUMENTS} documents, or a README for each service, module or chart of the repository.`,
  rationale:
    'A single README ages into a landing page. The parts of a system (modules, charts, interfaces, ways of working) are understood from documents of their own that stand beside the code and change with it.',
  remediation: {
    summary: `Give each service, module and chart a README.md of its own, or write at least ${DOCUMENTS} documents, for example below docs/.`,
    effortMinutes: 90,
    snippets: {
      markdown:
        '# Module: database\n\nOne PostgreSQL instance with backups.\n\n## Inputs\n\n`instance_class`: size of the instance.\n',
    },
  },
  examples: [
    {
      title: 'Three documents',
      files: {
        'README.md': '# Cart\n',
        'docs/api.md': '# API\n',
        'docs/deploy.md': '# Deploy\n',
      },
      outcome: 'pass',
      findings: [{ subject: 'docs/api.md', outcome: 'pass' }],
    },
    {
      title: 'A README for every module',
      files: {
        'modules/db/main.tf': 'variable "name" {}\n',
        'modules/db/README.md': '# Database\n',
        'modules/dns/main.tf': 'variable "zone" {}\n',
        'modules/dns/README.md': '# DNS\n',
      },
      outcome: 'pass',
    },
    {
      title: 'One README alone',
      files: { 'README.md': '# Cart\n', 'main.go': 'package main\n' },
      outcome: 'fail',
    },
  ],
  evaluate(context) {
    const documents = context.facts.documents.filter(isProper);
    const findings =
      documents.length >= DOCUMENTS ||
      isEveryComponentDocumented(context, documents)
        ? documents.map(document =>
            pass(document, { message: 'Documents a part of it' }),
          )
        : documents.map(document =>
            fail(document, {
              message: `Only ${documents.length} of ${DOCUMENTS} documents`,
              expected: `${DOCUMENTS} documents, or a README for each component`,
              actual: `${documents.length} documents`,
            }),
          );
    return presence(context, 'documents about its parts', findings);
  },
});

/** Licences, changelogs and templates document no part. */
function isProper({ topics }: DocumentFact): boolean {
  return !topics.some(
    topic =>
      topic === 'changelog' || topic === 'template' || topic === 'policy',
  );
}

function isEveryComponentDocumented(
  { facts }: CheckContext,
  documents: readonly DocumentFact[],
): boolean {
  const folders = new Set(
    facts.files.flatMap(({ path }) => COMPONENT.exec(path)?.[0] ?? []),
  );
  for (const { path } of facts.files) {
    if (path.endsWith('/Chart.yaml'))
      folders.add(path.slice(0, -'/Chart.yaml'.length));
  }
  const documented = new Set(
    documents
      .filter(({ topics }) => topics.includes('readme'))
      .map(({ subject }) =>
        subject.slice(0, Math.max(0, subject.lastIndexOf('/'))),
      ),
  );
  return (
    folders.size > 0 && [...folders].every(folder => documented.has(folder))
  );
}
