import { createRouteRef } from '@backstage/core-plugin-api';

/** The heatmap page. */
export const heatmapRouteRef = createRouteRef({ id: 'readiness' });

/** The scorecard tab of an entity page. */
export const scorecardRouteRef = createRouteRef({ id: 'readiness:scorecard' });
