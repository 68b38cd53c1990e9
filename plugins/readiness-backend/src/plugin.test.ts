import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { readinessPlugin } from './plugin';
import {
  cartFiles,
  createComponent,
  createGroup,
  getReadUrl,
} from './testing/demoEntities';
import { FakeUrlReader } from './testing/FakeUrlReader';

jest.setTimeout(60_000);

async function startBackend(entities: Entity[], reader: FakeUrlReader) {
  return startTestBackend({
    features: [
      readinessPlugin,
      catalogServiceMock.factory({ entities }),
      createServiceFactory({
        service: coreServices.urlReader,
        deps: {},
        factory: () => reader,
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
}

async function waitFor<T>(read: () => Promise<T | undefined>): Promise<T> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const value = await read();
    if (value !== undefined) return value;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error('It did not happen');
}

describe('the plugin', () => {
  it('judges the entities of the catalog by their linked repositories', async () => {
    const reader = new FakeUrlReader({ [getReadUrl('cart')]: cartFiles });
    const { server } = await startBackend(
      [
        createGroup('commerce'),
        createGroup('checkout', 'commerce'),
        createComponent('cart', { repository: 'cart' }),
        createComponent('cart-ui', { repository: 'cart', type: 'website' }),
        createComponent('nothing'),
      ],
      reader,
    );
    const card = await waitFor(async () => {
      const { status, body } = await request(server).get(
        '/api/readiness/scorecards/by-name/component/default/cart',
      );
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
    const readme = card.scorecard.results.find(
      (result: { checkId: string }) => result.checkId === 'readme',
    );
    expect(readme).toMatchObject({
      outcome: 'pass',
      category: 'documentation',
    });
    expect(readme.findings[0].evidence[0].url).toMatch(
      /^https:\/\/git\.acme\.test\/acme\/cart\/blob\/[0-9a-f]{40}\/README\.md\?plain=1#L1(-L\d+)?$/,
    );
    // Two entities share the repository: it is read once.
    expect(reader.reads).toEqual([getReadUrl('cart')]);

    const heatmap = await request(server).get('/api/readiness/heatmap');
    expect(heatmap.status).toBe(200);
    expect(
      heatmap.body.rows.map((row: { id: string; entities: number }) => [
        row.id,
        row.entities,
      ]),
    ).toEqual([
      ['group:default/commerce', 3],
      ['group:default/checkout', 3],
    ]);
    await server.close();
  });
});
