import type { Entity } from '@backstage/catalog-model';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { readinessApiRef } from '../api';
import readinessPlugin from '../index';
import { createEntity } from './createEntity';
import type { FakeReadinessApi } from './FakeReadinessApi';

/**
 * The plugin found in an app of the new frontend system, on an entity's page,
 * with its tab or with its card.
 */
export function renderScorecard(
  api: FakeReadinessApi,
  options: {
    readonly path?: string;
    readonly entity?: Entity;
    readonly shown?: 'entity-content' | 'entity-card';
  } = {},
) {
  const { path = '/', entity = createEntity('cart') } = options;
  const hidden =
    options.shown === 'entity-card' ? 'entity-content' : 'entity-card';
  return renderTestApp({
    apis: [[readinessApiRef, api], mockApis.permission()],
    extensions: [createTestEntityPage({ entity })],
    features: [readinessPlugin],
    config: { app: { extensions: [{ [`${hidden}:readiness`]: false }] } },
    initialRouteEntries: [path],
  });
}
