import { Route, Routes } from 'react-router-dom';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  MockPermissionApi,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import {
  EntityReadinessCard,
  EntityReadinessContent,
  isReadinessAvailable,
  readinessApiRef,
  ReadinessHeatmapPage,
} from './legacy';
import { createEntity } from './testing/createEntity';
import { FakeReadinessApi } from './testing/FakeReadinessApi';

const mountedRoutes = { '/catalog/:namespace/:kind/:name': entityRouteRef };

function render(path: string, element: JSX.Element) {
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [readinessApiRef, new FakeReadinessApi()],
        [permissionApiRef, new MockPermissionApi()],
      ]}
    >
      <EntityProvider entity={createEntity('cart')}>
        <Routes>
          <Route path={path} element={element} />
        </Routes>
      </EntityProvider>
    </TestApiProvider>,
    { mountedRoutes, routeEntries: [path] },
  );
}

describe('the classic plugin', () => {
  it('has a scorecard tab', async () => {
    await render('/tab', <EntityReadinessContent />);
    expect(await screen.findByText('Below the bar')).toBeInTheDocument();
  });

  it('has a card that leads to the tab', async () => {
    await render('/card', <EntityReadinessCard />);
    const card = await screen.findByRole('region', { name: 'Readiness' });
    expect(await within(card).findByText('Below the bar')).toBeInTheDocument();
    expect(
      within(card).getByRole('link', { name: 'Scorecard' }),
    ).toHaveAttribute('href', '/catalog/default/component/cart/readiness');
    expect(
      within(card).getByRole('link', { name: 'Backup and restore' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/cart/readiness?category=backup-restore',
    );
  });

  it('has a heatmap page', async () => {
    await render('/readiness', <ReadinessHeatmapPage />);
    expect(await screen.findByRole('treegrid')).toBeInTheDocument();
  });

  it.each([
    [{}, false],
    [{ 'readiness/repositories': 'https://github.com/acme/cart' }, true],
    [{ 'backstage.io/source-location': 'url:https://x.test/' }, true],
    [{ 'backstage.io/managed-by-location': 'url:https://x.test/a.yaml' }, true],
    [{ 'backstage.io/managed-by-location': 'file:/a.yaml' }, false],
  ])('knows whether %j links a repository', (annotations, expected) => {
    expect(isReadinessAvailable(createEntity('cart', annotations))).toBe(
      expected,
    );
  });
});
