import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { readinessChecksExtensionPoint } from 'backstage-plugin-readiness-node';
import request from 'supertest';
import { readinessPlugin } from './plugin';
import { runbookCheck } from './testing/createReplica';
import {
  cartFiles,
  createComponent,
  createGroup,
  getReadUrl,
} from './testing/demoEntities';
import { FakeUrlReader } from './testing/FakeUrlReader';

jest.setTimeout(60_000);

type StartOptions = {
  readonly entities: Entity[];
  readonly reader?: FakeUrlReader;
  readonly isSignedOut?: boolean;
  readonly permissions?: Partial<PermissionsService>;
  /** Names of the entities the reader may see; the plugin itself sees all. */
  readonly visible?: readonly string[];
};

/** A catalog that applies conditions to users, as the real one does. */
function createCatalog({ entities, visible }: StartOptions) {
  const all = catalogServiceMock({ entities });
  const narrowed = catalogServiceMock({
    entities: entities.filter(
      ({ metadata }) => visible?.includes(metadata.name) ?? true,
    ),
  });
  const choose = (options: unknown) =>
    JSON.stringify(options).includes('"service"') ? all : narrowed;
  return catalogServiceMock.mock({
    streamEntities: (query, options) => all.streamEntities(query, options),
    getEntitiesByRefs: async (query, options) =>
      choose(options).getEntitiesByRefs(query),
    getEntityFacets: async (query, options) =>
      choose(options).getEntityFacets(query),
  });
}

async function startBackend(options: StartOptions) {
  const reader = options.reader ?? new FakeUrlReader({});
  const catalog = createCatalog(options);
  const { server } = await startTestBackend({
    features: [
      readinessPlugin,
      createBackendModule({
        pluginId: 'readiness',
        moduleId: 'runbook',
        register: env =>
          env.registerInit({
            deps: { checks: readinessChecksExtensionPoint },
            init: async ({ checks }) => checks.addCheck(runbookCheck),
          }),
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog,
      }),
      createServiceFactory({
        service: coreServices.urlReader,
        deps: {},
        factory: () => reader,
      }),
      mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(() => ({ result: AuthorizeResult.ALLOW })),
        authorizeConditional: async requests =>
          requests.map(() => ({ result: AuthorizeResult.ALLOW })),
        ...options.permissions,
      }).factory,
      mockServices.httpAuth.factory({
        defaultCredentials: options.isSignedOut
          ? mockCredentials.none()
          : mockCredentials.user(),
      }),
      mockServices.rootConfig.factory({
        data: {
          integrations: {
            github: [
              {
                host: 'git.acme.test',
                apiBaseUrl: 'https://git.acme.test/api/v3',
              },
            ],
          },
        },
      }),
    ],
  });
  return {
    server,
    catalog,
    get: (path: string) => request(server).get(`/api/readiness${path}`),
    post: (path: string) => request(server).post(`/api/readiness${path}`),
  };
}

async function waitFor<T>(read: () => Promise<T | undefined>): Promise<T> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const value = await read();
    if (value !== undefined) return value;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error('It did not happen');
}

const CARD = '/scorecards/by-name/component/default/cart';

describe('the plugin', () => {
  it('judges the entities of the catalog by their linked repositories', async () => {
    const reader = new FakeUrlReader({ [getReadUrl('cart')]: cartFiles });
    const { get } = await startBackend({
      reader,
      entities: [
        createGroup('commerce'),
        createGroup('checkout', 'commerce'),
        createComponent('cart', { repository: 'cart' }),
        createComponent('cart-ui', { repository: 'cart', type: 'website' }),
        createComponent('nothing'),
      ],
    });
    const card = await waitFor(async () => {
      const { status, body } = await get(CARD);
      return status === 200 && body.state === 'evaluated' ? body : undefined;
    });
    expect(card.entityRef).toBe('component:default/cart');
    expect(card.scorecard.sources).toEqual([
      {
        repository: 'https://git.acme.test/acme/cart',
        ref: 'main',
        revision: expect.stringMatching(/^[0-9a-f]{40}$/),
        subPath: '',
        fileCount: 3,
      },
    ]);
    const find = (id: string) =>
      card.scorecard.results.find(
        (result: { checkId: string }) => result.checkId === id,
      );
    expect(find('readme')).toMatchObject({ outcome: 'pass' });
    expect(find('readme').findings[0].evidence[0].url).toMatch(
      /^https:\/\/git\.acme\.test\/acme\/cart\/blob\/[0-9a-f]{40}\/README\.md\?plain=1#L1(-L\d+)?$/,
    );
    // A check that another module added.
    expect(find(runbookCheck.id)).toMatchObject({ outcome: 'fail' });
    // Two entities share the repository: it is read once.
    expect(reader.reads).toEqual([getReadUrl('cart')]);

    const { body: checklist } = await get('/checklist');
    expect(checklist.categories).toHaveLength(15);
    expect(checklist.checks.map((check: { id: string }) => check.id)).toContain(
      runbookCheck.id,
    );
    const { body: heatmap } = await get('/heatmap');
    expect(
      heatmap.rows.map((row: { title: string; entities: number }) => [
        row.title,
        row.entities,
      ]),
    ).toEqual([
      ['Team commerce', 3],
      ['Team checkout', 3],
    ]);
    const { body: list } = await get('/scorecards?category=documentation');
    expect(list.totalItems).toBe(3);
    expect(list.items[0].failing.length).toBeGreaterThan(0);
    const { body: status } = await get('/status');
    expect(status).toMatchObject({
      targets: { total: 3, evaluated: 3, failed: 0 },
      repositories: { total: 1, failed: 0 },
      hasCatalogBeenRead: true,
      errors: [],
    });
    const { body: document } = await get('/openapi.json');
    expect(document.openapi).toBe('3.1.0');
  });

  it('answers nobody who is not signed in', async () => {
    const { get, post } = await startBackend({
      entities: [createComponent('cart')],
      isSignedOut: true,
    });
    for (const path of [
      '/checklist',
      '/scorecards',
      CARD,
      '/heatmap',
      '/status',
    ]) {
      expect((await get(path)).status).toBe(401);
    }
    expect((await post(`${CARD}/evaluations`)).status).toBe(401);
  });

  it('answers 403 without the permission to read or to evaluate', async () => {
    const denied: string[] = ['readiness.scorecard.evaluate'];
    const { get, post } = await startBackend({
      entities: [createComponent('cart')],
      permissions: {
        authorize: async requests =>
          requests.map(({ permission }) => ({
            result: denied.includes(permission.name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
          })),
      },
    });
    expect((await get(CARD)).status).toBe(200);
    const refused = await post(`${CARD}/evaluations`);
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toBe(
      'readiness.scorecard.evaluate is not allowed for component:default/cart',
    );
    denied.push('readiness.scorecard.read');
    for (const path of [
      '/checklist',
      '/scorecards',
      CARD,
      '/heatmap',
      '/status',
    ]) {
      expect((await get(path)).status).toBe(403);
    }
  });

  it('accepts a request to evaluate, and the next only after a minute', async () => {
    const { post } = await startBackend({
      entities: [createComponent('cart')],
    });
    expect((await post(`${CARD}/evaluations`)).status).toBe(202);
    const second = await post(`${CARD}/evaluations`);
    expect(second.status).toBe(429);
    expect(Number(second.headers['retry-after'])).toBeGreaterThan(0);
    const unknown = '/scorecards/by-name/component/default/unknown';
    expect((await post(`${unknown}/evaluations`)).status).toBe(404);
  });

  it('shows what the conditions of the catalog let through, and nothing else', async () => {
    const { get, post, catalog } = await startBackend({
      visible: ['cart', 'checkout'],
      permissions: {
        authorizeConditional: async requests =>
          requests.map(() => ({
            result: AuthorizeResult.CONDITIONAL,
            pluginId: 'catalog',
            resourceType: 'catalog-entity',
            conditions: {
              rule: 'IS_ENTITY_OWNER',
              resourceType: 'catalog-entity',
              params: { claims: ['user:default/mock'] },
            },
          })),
      },
      entities: [
        createGroup('commerce'),
        createGroup('checkout', 'commerce'),
        createComponent('cart'),
        createComponent('secret', { owner: 'group:default/commerce' }),
      ],
    });
    const { body: heatmap } = await get('/heatmap');
    expect(heatmap.summary.entities).toBe(1);
    expect(heatmap.rows.map((row: { id: string }) => row.id)).toEqual([
      'group:default/checkout',
    ]);
    const { body: list } = await get('/scorecards');
    expect(list.items).toMatchObject([{ entityRef: 'component:default/cart' }]);
    expect(JSON.stringify([heatmap, list])).not.toMatch(/secret|commerce/);
    expect((await get(CARD)).status).toBe(200);
    const secret = '/scorecards/by-name/component/default/secret';
    expect((await get(secret)).status).toBe(404);
    expect((await post(`${secret}/evaluations`)).status).toBe(404);
    expect((await get('/status')).body.errors).toEqual([]);
    // One question to the catalog serves a minute of requests.
    expect(catalog.getEntityFacets).toHaveBeenCalledTimes(1);
  });

  it('shows nothing to whom the catalog shows nothing', async () => {
    const { get } = await startBackend({
      entities: [createComponent('cart')],
      permissions: {
        authorizeConditional: async requests =>
          requests.map(() => ({ result: AuthorizeResult.DENY })),
      },
    });
    expect((await get('/heatmap')).body.summary.entities).toBe(0);
    expect((await get('/scorecards')).body).toEqual({
      items: [],
      totalItems: 0,
    });
    expect((await get(CARD)).status).toBe(404);
  });
});
