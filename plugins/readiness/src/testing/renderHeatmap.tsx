import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { useLocation } from 'react-router-dom';
import { AppRootElementBlueprint } from '@backstage/frontend-plugin-api';
import { readinessApiRef } from '../api';
import readinessPlugin from '../index';
import type { FakeReadinessApi } from './FakeReadinessApi';

/** Shows the address, which the page keeps its state in. */
function Address() {
  const { search } = useLocation();
  return <output data-testid="address">{decodeURIComponent(search)}</output>;
}

const addressBar = AppRootElementBlueprint.make({
  name: 'address',
  params: { element: <Address /> },
});

/** The heatmap page in an app of the new frontend system. */
export function renderHeatmap(api: FakeReadinessApi, search = '') {
  return renderTestApp({
    apis: [[readinessApiRef, api], mockApis.permission()],
    features: [readinessPlugin],
    extensions: [addressBar],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [`/readiness${search}`],
  });
}
