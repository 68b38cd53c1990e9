import {
  defineCheck,
  findCloudCode,
  findLibraryKind,
  notApplicable,
  pass,
  presence,
} from '../../check';
import { getEntityEvidence, getEntitySubject } from './entitySubject';

const INFRASTRUCTURE_TYPES =
  /^(infrastructure|infra|platform|cluster|network|terraform|database|data-?store)$/i;

export const apiDocs = defineCheck({
  id: 'api-docs',
  category: 'documentation',
  kind: 'presence',
  level: 3,
  severity: 'low',
  title: 'Its interface is specified',
  description:
    'There is an OpenAPI, AsyncAPI, GraphQL or Protocol Buffers specification, or the entity provides an API of the catalog. Not applicable to libraries and infrastructure.',
  rationale:
    'A specification is documentation a machine can check: clients are generated from it, changes that break them are seen in review, and the catalog shows who depends on whom.',
  references: [
    { title: 'OpenAPI Initiative', url: 'https://www.openapis.org/' },
  ],
  remediation: {
    summary:
      'Commit the specification (for example openapi.yaml) and name it as an API of the catalog in spec.providesApis.',
    effortMinutes: 120,
    snippets: {
      openapi:
        'openapi: 3.1.0\ninfo:\n  title: Cart\n  version: 1.0.0\npaths:\n  /carts/{id}:\n    get:\n      summary: The cart of a session\n',
    },
  },
  examples: [
    {
      title: 'An OpenAPI document',
      files: {
        'api/openapi.yaml': '# carts\nopenapi: 3.0.3\ninfo:\n  title: Cart\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'api/openapi.yaml',
          outcome: 'pass',
          at: 'api/openapi.yaml:2',
        },
      ],
    },
    {
      title: 'A library',
      files: {},
      entity: { type: 'library' },
      outcome: 'not-applicable',
    },
    {
      title: 'Nothing but infrastructure code',
      files: { 'main.tf': 'resource "aws_vpc" "main" {}\n' },
      outcome: 'not-applicable',
    },
    {
      title: 'A service without one',
      files: { 'main.go': 'package main\n' },
      outcome: 'fail',
    },
  ],
  evaluate(context) {
    const { entity, facts } = context;
    const library = findLibraryKind(context);
    if (library !== undefined)
      return notApplicable(
        `A ${library} has no interface of its own on the network`,
      );
    if (entity.type !== undefined && INFRASTRUCTURE_TYPES.test(entity.type)) {
      return notApplicable(
        `A component of type ${entity.type} is infrastructure`,
      );
    }
    const findings = [
      ...facts.apiSpecifications.map(api =>
        pass(api, { message: `${api.kind} specification` }),
      ),
      ...entity.providesApis.map(api =>
        pass(getEntitySubject(context), {
          message: `Provides ${api}`,
          at: getEntityEvidence(context),
        }),
      ),
    ];
    const isInfrastructure =
      facts.sourceLanguages.length === 0 && findCloudCode(facts) !== undefined;
    return findings.length === 0 && isInfrastructure
      ? notApplicable('there is infrastructure code and no application')
      : presence(
          context,
          'OpenAPI, AsyncAPI, GraphQL or Protocol Buffers',
          findings,
        );
  },
});
