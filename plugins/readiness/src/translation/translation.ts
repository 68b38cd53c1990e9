import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { heatmapMessages } from './heatmapMessages';
import { scorecardMessages } from './scorecardMessages';
import { sharedMessages } from './sharedMessages';

/**
 * The words of the plugin, in English, with a Korean translation.
 * @public
 */
export const readinessTranslationRef = createTranslationRef({
  id: 'plugin.readiness',
  messages: { ...sharedMessages, ...scorecardMessages, ...heatmapMessages },
  translations: { ko: () => import('./ko') },
});
