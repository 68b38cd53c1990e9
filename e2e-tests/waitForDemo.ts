import { FullConfig } from '@playwright/test';
import { z } from 'zod';

const TIMEOUT_MS = 120_000;
const PAUSE_MS = 1_000;

const signInSchema = z.object({
  backstageIdentity: z.object({ token: z.string() }),
});
const pageSchema = z.object({ totalItems: z.number() });
const statusSchema = z.object({
  targets: z.object({ evaluated: z.number() }),
});

/**
 * Waits until the demo is complete: until the number of components in the
 * catalog stays the same for a moment, and each of them has a scorecard.
 */
export default async function waitForDemo(config: FullConfig): Promise<void> {
  const api = `${config.projects[0]?.use.baseURL}/api`;
  const { backstageIdentity } = signInSchema.parse(
    await readJson(`${api}/auth/guest/refresh`, { method: 'POST' }),
  );
  const read = (path: string) =>
    readJson(`${api}/${path}`, {
      headers: { authorization: `Bearer ${backstageIdentity.token}` },
    });

  const deadline = Date.now() + TIMEOUT_MS;
  let before = 0;
  while (Date.now() < deadline) {
    const { totalItems: components } = pageSchema.parse(
      await read('catalog/entities/by-query?filter=kind=component&limit=0'),
    );
    const { targets } = statusSchema.parse(await read('readiness/status'));
    if (
      components > 0 &&
      components === before &&
      targets.evaluated >= components
    ) {
      return;
    }
    before = components;
    await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error(`The demo is not complete after ${TIMEOUT_MS} ms`);
}

async function readJson(url: string, request: RequestInit): Promise<unknown> {
  const response = await fetch(url, request);
  if (!response.ok) {
    throw new Error(
      `${url} answered ${response.status}: ${await response.text()}`,
    );
  }
  return response.json();
}
