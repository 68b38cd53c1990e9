import { categories } from 'backstage-plugin-readiness-node';
import {
  entityParameters,
  filterParameters,
  offsetParameter,
} from './parameters';
import { schemas } from './schemas';

/** A response that a schema describes. */
function answer(description: string, schema: string) {
  return {
    description,
    content: {
      'application/json': {
        schema: { $ref: `#/components/schemas/${schema}` },
      },
    },
  };
}

const errors = {
  '400': answer(
    'The request is wrong; the message says what and where',
    'Error',
  ),
  '401': answer('Nobody is signed in', 'Error'),
  '403': answer('Not allowed', 'Error'),
};
const notFound = {
  '404': answer(
    'Unknown, not evaluated, or not visible to the reader',
    'Error',
  ),
};

const categoryIds = categories.map(({ id }) => id);

/** The API as OpenAPI 3.1: served to clients, and what requests are held against. */
export const openApiDocument = {
  openapi: '3.1.0',
  info: {
    title: 'readiness',
    version: '1',
    description:
      'Scorecards of catalog entities against the production-grade infrastructure checklist. Readers see what the catalog lets them see.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/' }],
  security: [{ JWT: [] }],
  components: {
    securitySchemes: {
      JWT: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
    },
    schemas,
  },
  paths: {
    '/checklist': {
      get: {
        operationId: 'GetChecklist',
        description: 'The 15 categories and all checks.',
        responses: { '200': answer('The checklist', 'Checklist'), ...errors },
      },
    },
    '/scorecards': {
      get: {
        operationId: 'GetScorecards',
        description: 'A page of scorecards without their results.',
        parameters: [
          ...filterParameters,
          {
            name: 'directOwner',
            description:
              'Exactly this owner, not the groups below it; empty for entities without one',
            in: 'query',
            allowEmptyValue: true,
            allowReserved: true,
            schema: { type: 'string', maxLength: 500 },
          },
          {
            name: 'category',
            description:
              'Adds the failing checks of a category and sorts by its score',
            in: 'query',
            schema: { type: 'string', enum: categoryIds },
          },
          {
            name: 'sort',
            in: 'query',
            schema: {
              type: 'string',
              enum: ['name', 'score', '-score', 'strictScore', '-strictScore'],
            },
          },
          {
            name: 'limit',
            in: 'query',
            schema: { type: 'integer', minimum: 1, maximum: 500, default: 50 },
          },
          offsetParameter,
        ],
        responses: {
          '200': answer('A page of scorecards', 'Scorecards'),
          ...errors,
        },
      },
    },
    '/scorecards/by-name/{kind}/{namespace}/{name}': {
      get: {
        operationId: 'GetScorecardByName',
        description: 'The scorecard of an entity, with evidence and trend.',
        parameters: entityParameters,
        responses: {
          '200': answer('The scorecard', 'StoredScorecard'),
          ...errors,
          ...notFound,
        },
      },
    },
    '/scorecards/by-name/{kind}/{namespace}/{name}/evaluations': {
      post: {
        operationId: 'RequestEvaluation',
        description: 'Asks for an evaluation now, at most once a minute.',
        parameters: entityParameters,
        responses: {
          '202': answer('The evaluation is queued', 'EvaluationRequest'),
          ...errors,
          ...notFound,
          '429': {
            ...answer('Asked for less than a minute ago', 'Error'),
            headers: {
              'Retry-After': {
                description: 'Seconds to wait',
                schema: { type: 'integer' },
              },
            },
          },
        },
      },
    },
    '/heatmap': {
      get: {
        operationId: 'GetHeatmap',
        description: 'Groups of entities by the 15 categories.',
        parameters: [
          ...filterParameters,
          {
            name: 'groupBy',
            in: 'query',
            schema: {
              type: 'string',
              enum: [
                'owner',
                'system',
                'domain',
                'type',
                'lifecycle',
                'entity',
              ],
              default: 'owner',
            },
          },
          {
            name: 'limit',
            description: 'Rows of one answer with `groupBy=entity`',
            in: 'query',
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 5000,
              default: 5000,
            },
          },
          offsetParameter,
        ],
        responses: { '200': answer('The heatmap', 'Heatmap'), ...errors },
      },
    },
    '/status': {
      get: {
        operationId: 'GetStatus',
        description: 'How the queues stand and what keeps failing.',
        responses: { '200': answer('The status', 'Status'), ...errors },
      },
    },
  },
} as const;
