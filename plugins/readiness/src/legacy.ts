/**
 * The frontend of Readiness for apps of the classic frontend system.
 *
 * @packageDocumentation
 */
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { ReadinessClient } from 'backstage-plugin-readiness-common';
import { readinessApiRef } from './api';
import { heatmapRouteRef, scorecardRouteRef } from './routes';

export { readinessApiRef } from './api';
export { isReadinessAvailable } from './isReadinessAvailable';
export { readinessTranslationRef } from './translation/translation';

/**
 * The classic plugin.
 * @public
 */
export const readinessPlugin = createPlugin({
  id: 'readiness',
  apis: [
    createApiFactory({
      api: readinessApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: dependencies => new ReadinessClient(dependencies),
    }),
  ],
  routes: { root: heatmapRouteRef, scorecard: scorecardRouteRef },
});

/**
 * The scorecard tab, for an `EntityLayout.Route` with the path `/readiness`.
 * @public
 */
export const EntityReadinessContent = readinessPlugin.provide(
  createRoutableExtension({
    name: 'EntityReadinessContent',
    component: () =>
      import('./scorecard/EntityReadinessContent').then(
        module => module.EntityReadinessContent,
      ),
    mountPoint: scorecardRouteRef,
  }),
);

/**
 * A card for the overview of an entity.
 * @public
 */
export const EntityReadinessCard = readinessPlugin.provide(
  createComponentExtension({
    name: 'EntityReadinessCard',
    component: {
      lazy: () =>
        import('./card/EntityReadinessCard').then(
          module => module.EntityReadinessCard,
        ),
    },
  }),
);

/**
 * The heatmap page, for a `Route` with the path `/readiness`.
 * @public
 */
export const ReadinessHeatmapPage = readinessPlugin.provide(
  createRoutableExtension({
    name: 'ReadinessHeatmapPage',
    component: () =>
      import('./heatmap/ReadinessHeatmapPage').then(
        module => module.ReadinessHeatmapPage,
      ),
    mountPoint: heatmapRouteRef,
  }),
);
