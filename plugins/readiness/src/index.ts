import { createFrontendPlugin } from '@backstage/frontend-plugin-api';

/** The frontend of Readiness for the new frontend system. */
const readinessPlugin = createFrontendPlugin({ pluginId: 'readiness' });

export default readinessPlugin;
