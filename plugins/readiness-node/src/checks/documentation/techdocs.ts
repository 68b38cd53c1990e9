import type { Finding } from 'backstage-plugin-readiness-common';
import {
  defineCheck,
  fail,
  notApplicable,
  pass,
  withFindings,
  type CheckContext,
} from '../../check';
import type { DocumentationSiteFact } from '../../facts/types/documents';
import { getEntityEvidence, getEntitySubject } from './entitySubject';

const ANNOTATIONS = [
  'backstage.io/techdocs-ref',
  'backstage.io/techdocs-entity',
];

export const techdocs = defineCheck({
  id: 'techdocs',
  category: 'documentation',
  kind: 'subject',
  level: 2,
  severity: 'low',
  title: 'TechDocs is set up',
  description:
    'The entity has a techdocs annotation, and every file in the navigation of mkdocs.yml exists. Not applicable without an entity file.',
  rationale:
    'Documentation that is found is documentation that is read. TechDocs puts the pages beside the code on the page where everybody looks a service up; a navigation with dead entries teaches people to stop looking.',
  references: [
    {
      title: 'Backstage TechDocs',
      url: 'https://backstage.io/docs/features/techdocs/',
    },
  ],
  remediation: {
    summary:
      'Annotate the entity with backstage.io/techdocs-ref: dir:. and add an mkdocs.yml whose nav lists existing files.',
    effortMinutes: 30,
    snippets: {
      entity:
        'metadata:\n  annotations:\n    backstage.io/techdocs-ref: dir:.\n',
      mkdocs:
        'site_name: cart\nplugins:\n  - techdocs-core\nnav:\n  - Home: index.md\n  - Runbook: runbook.md\n',
    },
  },
  examples: [
    {
      title: 'Annotation and navigation',
      files: {
        'mkdocs.yml': 'site_name: cart\nnav:\n  - Home: index.md\n',
        'docs/index.md': '# Cart\n',
      },
      entity: {
        hasEntityFile: true,
        annotations: { 'backstage.io/techdocs-ref': 'dir:.' },
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'component:default/sample',
          aspect: 'annotation',
          outcome: 'pass',
        },
        {
          subject: 'mkdocs.yml',
          aspect: 'navigation',
          outcome: 'pass',
          at: 'mkdocs.yml:3',
        },
      ],
    },
    {
      title: 'A page that does not exist',
      files: {
        'mkdocs.yml':
          'site_name: cart\nnav:\n  - Home: index.md\n  - Runbook: runbook.md\n',
        'docs/index.md': '# Cart\n',
      },
      entity: {
        hasEntityFile: true,
        annotations: { 'backstage.io/techdocs-ref': 'dir:.' },
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'mkdocs.yml',
          aspect: 'navigation',
          outcome: 'fail',
          at: 'mkdocs.yml:4',
        },
      ],
    },
    { title: 'No entity file', files: {}, outcome: 'not-applicable' },
  ],
  evaluate(context) {
    if (!context.entity.hasEntityFile)
      return notApplicable('There is no entity file');
    const { documentationSites } = context.facts;
    const sites = documentationSites.map(judgeSite);
    return withFindings([
      judgeAnnotation(context),
      ...(sites.length > 0 ? sites : [judgeMissingSite(context)]),
    ]);
  },
});

function judgeAnnotation(context: CheckContext): Finding {
  const subject = getEntitySubject(context);
  const key = ANNOTATIONS.find(
    each => context.entity.annotations[each] !== undefined,
  );
  const details = {
    aspect: 'annotation',
    expected: `${ANNOTATIONS[0]}: dir:.`,
    at: getEntityEvidence(context),
  };
  return key === undefined
    ? fail(subject, {
        ...details,
        message: `The annotation ${ANNOTATIONS[0]} is not set`,
        actual: 'not set',
      })
    : pass(subject, {
        ...details,
        message: `${key}: ${context.entity.annotations[key]}`,
      });
}

/** The documentation may be another entity's or built elsewhere, as the annotation says. */
function judgeMissingSite(context: CheckContext): Finding {
  const subject = getEntitySubject(context);
  const reference =
    context.entity.annotations['backstage.io/techdocs-ref'] ?? '';
  const at = getEntityEvidence(context);
  if (
    context.entity.annotations['backstage.io/techdocs-entity'] !== undefined ||
    reference.startsWith('url:')
  ) {
    return pass(subject, {
      aspect: 'navigation',
      message: 'The documentation is kept elsewhere, as the annotation says',
      at,
    });
  }
  return fail(subject, {
    aspect: 'navigation',
    message: 'No mkdocs.yml was found',
    expected: 'an mkdocs.yml',
    actual: 'none',
    at,
  });
}

function judgeSite(site: DocumentationSiteFact): Finding {
  const missing = site.navigation.filter(entry => !entry.exists);
  const details = {
    aspect: 'navigation',
    expected: 'every page of nav exists',
  };
  if (missing.length > 0) {
    return fail(site, {
      ...details,
      message: `${missing
        .map(({ path }) => path)
        .join(', ')} in nav does not exist below ${site.docsFolder}`,
      actual: `${missing.length} of ${site.navigation.length} pages are missing`,
      at: missing.map(({ location }) => location),
    });
  }
  if (site.pageCount === 0) {
    return fail(site, {
      ...details,
      message: `There is no page below ${site.docsFolder}`,
      actual: 'no pages',
    });
  }
  const [first] = site.navigation;
  return pass(site, {
    ...details,
    message:
      site.navigation.length > 0
        ? `All ${site.navigation.length} pages of nav exist`
        : `${site.pageCount} pages without a nav`,
    ...(first !== undefined && { at: [first.location] }),
  });
}
