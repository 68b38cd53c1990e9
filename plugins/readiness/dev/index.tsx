import type { Entity } from '@backstage/catalog-model';
import { Content, Header, Page } from '@backstage/core-components';
import { createDevApp } from '@backstage/dev-utils';
import { attachComponentData } from '@backstage/core-plugin-api';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { MockPermissionApi } from '@backstage/test-utils';
import Grid from '@material-ui/core/Grid';
import { EntityReadinessCard } from '../src/card/EntityReadinessCard';
import {
  readinessApiRef,
  ReadinessHeatmapPage,
  readinessPlugin,
} from '../src/legacy';
import { EntityReadinessContent } from '../src/scorecard/EntityReadinessContent';
import { FakeReadinessApi } from '../src/testing/FakeReadinessApi';
import {
  createManyEntities,
  sampleEntities,
} from '../src/testing/sampleOrganisation';
import { cartScorecard, cartStored } from '../src/testing/sampleScorecard';
import { createEntity } from '../src/testing/createEntity';

/** `?sample=loading` and the like choose the state that is shown. */
function createApi(): FakeReadinessApi {
  const sample = new URLSearchParams(window.location.search).get('sample');
  const many = createManyEntities(5000);
  const api =
    sample === 'many'
      ? new FakeReadinessApi({
          entities: many,
          owners: many.map((entity, index) => ({
            id: entity.owner ?? '',
            title: `Team ${index + 1}`,
          })),
        })
      : new FakeReadinessApi({
          entities: sample === 'empty' ? [] : sampleEntities,
          stored: {
            'component:default/cart': cartStored,
            'component:default/stale': {
              ...cartStored,
              entityRef: 'component:default/stale',
              stale: {
                since: '2026-11-21T09:10:00Z',
                reason: 'github.com answered 403 (rate limit) for acme/infra.',
              },
              scorecard: {
                ...cartScorecard,
                problems: [
                  {
                    kind: 'truncated-read',
                    message:
                      '5,000 of 7,412 files of acme/infra were read. The limit is `readiness.reading.maxFiles`.',
                  },
                  {
                    kind: 'parse-failure',
                    path: 'services/cart/legacy.tf',
                    startLine: 3,
                    message: 'unclosed block',
                  },
                ],
              },
            },
            'component:default/queued': {
              entityRef: 'component:default/queued',
              state: 'queued',
              trend: [],
            },
          },
        });
  if (sample === 'loading') {
    api.hanging.add('getHeatmap').add('getScorecard');
  }
  if (sample === 'error') {
    api.failing.add('getHeatmap').add('getScorecard');
  }
  return api;
}

function Tab(props: { entity: Entity }) {
  return (
    <Page themeId="service">
      <Header title={props.entity.metadata.name} type="component — service" />
      <Content>
        <EntityProvider entity={props.entity}>
          <EntityReadinessContent />
        </EntityProvider>
      </Content>
    </Page>
  );
}

/** Links to entities lead here. */
function EntityPage() {
  return <Tab entity={createEntity('cart')} />;
}
attachComponentData(EntityPage, 'core.mountPoint', entityRouteRef);

const cards = ['cart', 'stale', 'queued', 'unlinked'] as const;

createDevApp()
  .registerPlugin(readinessPlugin)
  .registerApi({
    api: readinessApiRef,
    deps: {},
    factory: createApi,
  })
  .registerApi({
    api: permissionApiRef,
    deps: {},
    factory: () => new MockPermissionApi(),
  })
  .addPage({
    title: 'Heatmap',
    path: '/readiness',
    element: <ReadinessHeatmapPage />,
  })
  .addPage({
    title: 'Scorecard',
    path: '/scorecard',
    element: <Tab entity={createEntity('cart')} />,
  })
  .addPage({
    title: 'Stale',
    path: '/stale',
    element: <Tab entity={createEntity('stale')} />,
  })
  .addPage({
    title: 'Unlinked',
    path: '/unlinked',
    element: <Tab entity={createEntity('unlinked', {})} />,
  })
  .addPage({
    title: 'Cards',
    path: '/cards',
    element: (
      <Page themeId="service">
        <Content>
          <Grid container>
            {cards.map(name => (
              <Grid item xs={12} md={4} key={name}>
                <EntityProvider
                  entity={createEntity(
                    name,
                    name === 'unlinked' ? {} : undefined,
                  )}
                >
                  <EntityReadinessCard />
                </EntityProvider>
              </Grid>
            ))}
          </Grid>
        </Content>
      </Page>
    ),
  })
  .addPage({
    title: 'Entity',
    path: '/catalog/:namespace/:kind/:name',
    element: <EntityPage />,
  })
  .render();
