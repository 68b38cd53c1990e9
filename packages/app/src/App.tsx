import { createApp } from '@backstage/frontend-defaults';

// Every plugin among this package's dependencies is found by `app.packages: all`.
export const app = createApp();
