import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    exclude: ['e2e/**', 'node_modules/**'],
    coverage: { thresholds: { lines: 80, branches: 75 } },
  },
});
