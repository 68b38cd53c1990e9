import { defineConfig } from '@playwright/test';

function readVariable(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set: run the tests with 'make e2e'`);
  }
  return value;
}

const baseURL = `http://localhost:${readVariable('E2E_PORT')}`;

export default defineConfig({
  testDir: 'e2e-tests',
  outputDir: '.data/e2e',
  globalSetup: './e2e-tests/waitForDemo.ts',
  timeout: 60_000,
  expect: { timeout: 20_000 },
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: readVariable('E2E_REPORT') }]],
  use: {
    baseURL,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: readVariable('E2E_BROWSER'),
      args: [
        // Chromium's sandbox does not work for root, nor in many containers.
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command:
      'node .data/bundle/packages/backend --config app-config.yaml --config app-config.demo.yaml > .data/e2e-backend.log 2>&1',
    url: `${baseURL}/.backstage/health/v1/readiness`,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    env: {
      NODE_ENV: 'production',
      APP_CONFIG_app_baseUrl: baseURL,
      APP_CONFIG_backend_baseUrl: baseURL,
      APP_CONFIG_backend_listen: `":${readVariable('E2E_PORT')}"`,
    },
  },
});
