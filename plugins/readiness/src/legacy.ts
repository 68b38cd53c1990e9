import { createPlugin } from '@backstage/core-plugin-api';

/** The frontend of Readiness for apps of the classic frontend system. */
export const readinessPlugin = createPlugin({ id: 'readiness' });
