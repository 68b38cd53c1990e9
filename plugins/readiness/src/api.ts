import { createApiRef } from '@backstage/core-plugin-api';
import type { ReadinessApi } from 'backstage-plugin-readiness-common';

/**
 * The readiness backend as the pages see it.
 * @public
 */
export const readinessApiRef = createApiRef<ReadinessApi>({
  id: 'plugin.readiness.api',
});
