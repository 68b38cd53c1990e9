import { mockServices } from '@backstage/backend-test-utils';
import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { NotFoundError } from '@backstage/errors';
import type {
  HeatmapRequest,
  HeatmapResponse,
  ReadinessStatus,
  ScorecardsRequest,
  ScorecardSummary,
  StoredScorecard,
} from 'backstage-plugin-readiness-common';
import {
  builtInChecks,
  describeChecklist,
} from 'backstage-plugin-readiness-node';
import express from 'express';
import request from 'supertest';
import { openApiDocument } from './openapi/document';
import { createRouter } from './router';
import {
  ReadinessService,
  TooManyRequestsError,
} from './service/ReadinessService';

const outcomes = {
  pass: 1,
  fail: 2,
  unknown: 0,
  notApplicable: 3,
  error: 0,
  waived: 1,
};
const category = {
  id: 'tests',
  score: 50,
  strictScore: 40,
  coverage: 0.8,
  outcomes,
} as const;

const card: StoredScorecard = {
  entityRef: 'component:default/cart',
  state: 'evaluated',
  scorecard: {
    entityRef: 'component:default/cart',
    engineVersion: '0.1.0',
    score: 71,
    strictScore: 64,
    coverage: 0.83,
    level: 1,
    requiredLevel: 2,
    meetsBar: false,
    categories: [category],
    results: [
      {
        checkId: 'database-multi-zone',
        category: 'high-availability',
        severity: 'critical',
        level: 1,
        outcome: 'fail',
        credit: 0.5,
        message: '1 of 2',
        isWaived: false,
        isAttested: false,
        findings: [
          {
            outcome: 'fail',
            subject: 'aws_db_instance.orders',
            aspect: 'multi-az',
            rules: ['CKV_AWS_157'],
            partial: false,
            message: 'One zone',
            expected: 'multi_az = true',
            actual: 'multi_az = false',
            evidence: [
              {
                path: 'main.tf',
                startLine: 28,
                endLine: 36,
                repository: 'https://git.acme.test/acme/cart',
                snippet: 'x',
                url: 'https://git.acme.test/x',
              },
            ],
          },
        ],
        waiver: {
          id: 'tests',
          kind: 'planned',
          reason: 'Next quarter',
          until: '2027-01-31',
          approvedBy: 'user:default/ana',
          link: 'https://x.test',
          entity: 'component:default/x',
          subjects: ['a'],
          state: 'expiring',
        },
        attestation: {
          id: 'tests',
          evidence: 'https://x.test',
          on: '2026-10-02',
          by: 'user:default/ana',
          until: '2027-02-01',
          state: 'active',
        },
      },
    ],
    problems: [
      {
        kind: 'parse-failure',
        message: 'bad',
        path: 'a.tf',
        startLine: 3,
        repository: 'https://x.test',
        annotation: 'a',
      },
    ],
    sources: [
      {
        repository: 'https://x.test',
        revision: 'abc',
        ref: 'main',
        subPath: '',
        fileCount: 3,
      },
    ],
  },
  evaluatedAt: '2026-11-22T10:00:00.000Z',
  changedAt: '2026-11-22T10:00:00.000Z',
  nextEvaluationAt: '2026-11-22T16:00:00.000Z',
  stale: { since: '2026-11-22T10:00:00.000Z', reason: '429' },
  trend: [
    { from: '2026-11-20T10:00:00.000Z', score: 70, strictScore: 60, level: 0 },
  ],
};

const summary: ScorecardSummary = {
  entityRef: 'component:default/cart',
  title: 'Cart',
  kind: 'Component',
  type: 'service',
  lifecycle: 'production',
  owner: 'group:default/checkout',
  system: 'system:default/shop',
  state: 'evaluated',
  score: 71,
  strictScore: 64,
  coverage: 0.8,
  level: 1,
  meetsBar: false,
  outcomes,
  categories: [category],
  evaluatedAt: '2026-11-22T10:00:00.000Z',
  isStale: false,
  failing: [
    {
      checkId: 'a',
      severity: 'high',
      outcome: 'fail',
      isWaived: false,
      message: 'm',
      subject: 's',
      evidenceUrl: 'https://x.test',
      evidenceLabel: 'a:1',
      failingFindings: 2,
    },
  ],
};

const row = {
  id: 'group:default/a',
  title: 'A',
  parentId: 'group:default/b',
  entities: 2,
  directEntities: 1,
  meetsBar: 1,
  withBar: 2,
  score: 50,
  strictScore: 40,
  coverage: 0.7,
  level: 1 as const,
  cells: [
    {
      score: 50,
      strictScore: 40,
      scored: 2,
      undecided: 0,
      notApplicable: 0,
      outcomes,
    },
  ],
};

const heatmap: HeatmapResponse = {
  groupBy: 'owner',
  columns: ['tests'],
  summary: row,
  rows: [row],
  totalRows: 1,
  facets: {
    kinds: ['Component'],
    types: [],
    lifecycles: [],
    owners: [],
    systems: [],
    domains: [],
    tags: ['go'],
  },
  freshness: {
    upToDate: 1,
    stale: 0,
    oldestEvaluatedAt: '2026-11-22T10:00:00.000Z',
  },
  waivers: { active: 1, expiringWithin30Days: 0 },
};

const status: ReadinessStatus = {
  targets: { total: 1, evaluated: 1, due: 0, leased: 0, failed: 0 },
  repositories: { total: 1, due: 0, leased: 0, failed: 1, backingOff: 0 },
  lagSeconds: 3,
  hasCatalogBeenRead: true,
  errors: [
    {
      what: 'x',
      message: 'm',
      since: '2026-11-22T10:00:00.000Z',
      retryAt: '2026-11-22T11:00:00.000Z',
    },
  ],
};

function toJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function createApp(overrides: Partial<ReadinessService> = {}) {
  const calls = {
    getScorecards: jest.fn(async (_request: ScorecardsRequest) => ({
      items: [summary],
      totalItems: 1,
    })),
    getHeatmap: jest.fn(async (_request: HeatmapRequest) => heatmap),
    getScorecard: jest.fn(async (_entityRef: string) => card),
  };
  const service: ReadinessService = {
    getChecklist: async () => describeChecklist(builtInChecks, { rollout: {} }),
    requestEvaluation: async entityRef => ({ entityRef, state: 'queued' }),
    getStatus: async () => status,
    ...calls,
    ...overrides,
  };
  const auditEvent = { success: jest.fn(), fail: jest.fn() };
  const auditor = mockServices.auditor.mock({
    createEvent: jest.fn(async () => auditEvent),
  });
  const logger = mockServices.logger.mock();
  const middleware = MiddlewareFactory.create({
    config: mockServices.rootConfig(),
    logger,
  });
  const app = express()
    .use(
      createRouter({
        service,
        auditor,
        httpAuth: mockServices.httpAuth(),
        validateResponses: true,
      }),
    )
    .use(middleware.error());
  return { app, auditor, auditEvent, ...calls };
}

const ENTITY = '/scorecards/by-name/Component/default/cart';

describe('the HTTP API', () => {
  // Compiling the document takes a while; most tests share a router.
  const shared = createApp();
  beforeEach(() => jest.clearAllMocks());

  it.each([
    ['/checklist', toJson(describeChecklist(builtInChecks, { rollout: {} }))],
    ['/scorecards', { items: [summary], totalItems: 1 }],
    [ENTITY, card],
    ['/heatmap', heatmap],
    ['/status', status],
  ])('answers GET %s as its OpenAPI document says', async (path, expected) => {
    const response = await request(shared.app).get(path);
    expect(response.body.error).toBeUndefined();
    expect(response.status).toBe(200);
    expect(response.body).toEqual(expected);
  });

  it('serves its document as OpenAPI 3.1', async () => {
    const response = await request(shared.app).get('/openapi.json');
    expect(response.status).toBe(200);
    expect(response.body).toEqual(toJson(openApiDocument));
    expect(response.body.openapi).toBe('3.1.0');
  });

  it('reads queries, single and repeated', async () => {
    const { app, getScorecards, getHeatmap, getScorecard } = shared;
    const response = await request(app).get(
      '/scorecards?kind=Component&owner=group:default/a&owner=group:default/b&level=1&level=0&category=tests&sort=-score&limit=500&offset=3&text=ca&directOwner=&system=',
    );
    expect(response.body.error).toBeUndefined();
    expect(getScorecards.mock.calls[0]?.[0]).toEqual({
      kind: ['Component'],
      owner: ['group:default/a', 'group:default/b'],
      level: [1, 0],
      category: 'tests',
      sort: '-score',
      limit: 500,
      offset: 3,
      text: 'ca',
      directOwner: '',
      system: [''],
    });
    await request(app).get('/heatmap?groupBy=system&tag=go');
    expect(getHeatmap.mock.calls[0]?.[0]).toMatchObject({
      groupBy: 'system',
      tag: ['go'],
    });
    await request(app).get('/scorecards/by-name/Component/default/Cart');
    expect(getScorecard.mock.calls[0]?.[0]).toBe('component:default/cart');
  });

  it.each([
    ['/scorecards?limit=501', 'request/query/limit must be <= 500'],
    ['/scorecards?limit=x', 'request/query/limit must be integer'],
    [
      '/scorecards?sort=worst',
      'request/query/sort must be equal to one of the allowed values',
    ],
    [
      '/scorecards?category=taste',
      'request/query/category must be equal to one of the allowed values',
    ],
    [
      '/heatmap?groupBy=colour',
      'request/query/groupBy must be equal to one of the allowed values',
    ],
    [
      '/heatmap?level=4',
      'request/query/level/0 must be equal to one of the allowed values',
    ],
    ['/heatmap?ownr=group:default/a', "Unknown query parameter 'ownr'"],
  ])('answers 400 to %s and says what is wrong', async (path, message) => {
    const { app, getScorecards, getHeatmap } = shared;
    const response = await request(app).get(path);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(message);
    expect(getScorecards).not.toHaveBeenCalled();
    expect(getHeatmap).not.toHaveBeenCalled();
  });

  it('accepts and audits a request for an evaluation', async () => {
    const { app, auditor, auditEvent } = shared;
    const response = await request(app).post(`${ENTITY}/evaluations`);
    expect(response.status).toBe(202);
    expect(response.body).toEqual({
      entityRef: 'component:default/cart',
      state: 'queued',
    });
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'evaluation-request',
        meta: { entityRef: 'component:default/cart' },
      }),
    );
    expect(auditEvent.success).toHaveBeenCalledTimes(1);
    expect(auditEvent.fail).not.toHaveBeenCalled();
  });

  it('answers 429 with Retry-After when it was asked a moment ago', async () => {
    const { app, auditEvent } = createApp({
      requestEvaluation: async () => {
        throw new TooManyRequestsError('too soon', 42);
      },
    });
    const response = await request(app).post(`${ENTITY}/evaluations`);
    expect(response.status).toBe(429);
    expect(response.headers['retry-after']).toBe('42');
    expect(response.body.error).toMatchObject({ name: 'TooManyRequestsError' });
    expect(auditEvent.fail).toHaveBeenCalledTimes(1);
  });

  it('answers 404 to what is unknown', async () => {
    const { app } = createApp({
      getScorecard: async () => {
        throw new NotFoundError('There is none');
      },
    });
    const response = await request(app).get(ENTITY);
    expect(response.status).toBe(404);
    expect(response.body.error.message).toBe('There is none');
  });
});
