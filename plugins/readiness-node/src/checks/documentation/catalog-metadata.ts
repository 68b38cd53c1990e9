import type { Finding } from 'backstage-plugin-readiness-common';
import {
  defineCheck,
  fail,
  notApplicable,
  pass,
  withFindings,
  type CheckContext,
} from '../../check';
import { getEntityEvidence, getEntitySubject } from './entitySubject';

/** What stands for an aspect, and in which kinds the catalog has such a field. */
interface AspectDefinition {
  readonly aspect: string;
  readonly expected: string;
  readonly kinds?: RegExp;
  find(context: CheckContext): string | undefined;
}

const ASPECTS: readonly AspectDefinition[] = [
  {
    aspect: 'description',
    expected: 'metadata.description',
    find: ({ entity }) => entity.description,
  },
  {
    aspect: 'owner',
    expected: 'spec.owner that exists in the catalog',
    find: findOwner,
  },
  {
    aspect: 'lifecycle',
    expected: 'spec.lifecycle',
    kinds: /^(component|api|template)$/i,
    find: ({ entity }) => entity.lifecycle,
  },
  {
    aspect: 'system',
    expected: 'spec.system, or a domain',
    kinds: /^(component|api|resource|system)$/i,
    find: ({ entity }) => entity.system ?? entity.domain,
  },
  {
    aspect: 'links',
    expected: 'at least one of metadata.links',
    find: ({ entity }) => entity.links.map(({ title, url }) => title ?? url)[0],
  },
];

export const catalogMetadata = defineCheck({
  id: 'catalog-metadata',
  category: 'documentation',
  kind: 'subject',
  level: 1,
  severity: 'high',
  title: 'The catalog knows what it is and whose',
  description:
    'The entity has a description, an owner that exists, a lifecycle, a system or domain, and at least one link. Not applicable without an entity file.',
  rationale:
    'In an incident the first question is whose it is. An entity without a living owner, a description and a place in a system is a name that nobody answers to, and no report over the catalog can be trusted.',
  references: [
    {
      title: 'Descriptor format of catalog entities',
      url: 'https://backstage.io/docs/features/software-catalog/descriptor-format',
    },
  ],
  remediation: {
    summary:
      'Fill metadata.description, metadata.links, spec.owner, spec.lifecycle and spec.system in catalog-info.yaml.',
    effortMinutes: 15,
    snippets: {
      entity:
        'metadata:\n  name: cart\n  description: Keeps the shopping carts\n  links:\n    - url: https://grafana.example.com/d/cart\n      title: Dashboard\nspec:\n  type: service\n  lifecycle: production\n  owner: group:default/checkout\n  system: shop\n',
    },
  },
  examples: [
    {
      title: 'Everything is said',
      files: {},
      entity: {
        hasEntityFile: true,
        description: 'Keeps the carts',
        owner: 'group:default/checkout',
        lifecycle: 'production',
        system: 'system:default/shop',
        links: [{ url: 'https://grafana.acme.test' }],
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'component:default/sample',
          aspect: 'owner',
          outcome: 'pass',
        },
      ],
    },
    {
      title: 'An owner that left',
      files: {},
      entity: {
        hasEntityFile: true,
        description: 'Keeps the carts',
        owner: 'group:default/gone',
        isOwnerResolved: false,
        lifecycle: 'production',
        system: 'system:default/shop',
        links: [{ url: 'https://grafana.acme.test' }],
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'component:default/sample',
          aspect: 'owner',
          outcome: 'fail',
        },
      ],
    },
    { title: 'No entity file', files: {}, outcome: 'not-applicable' },
  ],
  evaluate(context) {
    if (!context.entity.hasEntityFile)
      return notApplicable('There is no entity file');
    return withFindings(
      ASPECTS.filter(
        ({ kinds }) => kinds === undefined || kinds.test(context.entity.kind),
      ).map(each => judgeAspect(context, each)),
    );
  },
});

function findOwner({ entity }: CheckContext): string | undefined {
  return entity.isOwnerResolved === false ? undefined : entity.owner;
}

function judgeAspect(
  context: CheckContext,
  { aspect, expected, find }: AspectDefinition,
): Finding {
  const subject = getEntitySubject(context);
  const found = find(context);
  const details = { aspect, expected, at: getEntityEvidence(context) };
  if (found !== undefined)
    return pass(subject, {
      ...details,
      message: `${aspect}: ${found}`,
      actual: found,
    });
  const dangling = aspect === 'owner' && context.entity.owner !== undefined;
  return fail(subject, {
    ...details,
    message: dangling
      ? `The owner ${context.entity.owner} does not exist in the catalog`
      : `${expected} is missing`,
    actual: dangling ? `${context.entity.owner} does not exist` : 'not set',
  });
}
