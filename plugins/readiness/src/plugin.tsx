import {
  ApiBlueprint,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { ReadinessClient } from 'backstage-plugin-readiness-common';
import { readinessApiRef } from './api';
import { ReadinessIcon } from './components/ReadinessIcon';
import { heatmapRouteRef, scorecardRouteRef } from './routes';

const readinessApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: readinessApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: dependencies => new ReadinessClient(dependencies),
    }),
});

const heatmapPage = PageBlueprint.make({
  params: {
    path: '/readiness',
    title: 'Readiness',
    icon: <ReadinessIcon fontSize="inherit" />,
    routeRef: heatmapRouteRef,
    noHeader: true,
    loader: () =>
      import('./heatmap/ReadinessHeatmapPage').then(module => (
        <module.ReadinessHeatmapPage />
      )),
  },
});

const scorecardContent = EntityContentBlueprint.make({
  params: {
    path: '/readiness',
    title: 'Readiness',
    icon: <ReadinessIcon fontSize="inherit" />,
    routeRef: scorecardRouteRef,
    filter: { kind: { $in: ['component', 'resource', 'api', 'system'] } },
    loader: () =>
      import('./scorecard/EntityReadinessContent').then(module => (
        <module.EntityReadinessContent />
      )),
  },
});

const readinessCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: { kind: { $in: ['component', 'resource', 'api', 'system'] } },
    loader: () =>
      import('./card/EntityReadinessCard').then(module => (
        <module.EntityReadinessCard />
      )),
  },
});

/**
 * Readiness for the new frontend system: a scorecard tab and card on entities
 * and the heatmap page. Found by feature discovery; the app needs no code.
 *
 * @public
 */
export const readinessPlugin = createFrontendPlugin({
  pluginId: 'readiness',
  title: 'Readiness',
  icon: <ReadinessIcon fontSize="inherit" />,
  routes: { root: heatmapRouteRef, scorecard: scorecardRouteRef },
  extensions: [readinessApi, heatmapPage, scorecardContent, readinessCard],
});
