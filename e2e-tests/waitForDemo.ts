import { FullConfig } from '@playwright/test';
import { z } from 'zod';

const TIMEOUT_MS = 60_000;
const PAUSE_MS = 1_000;

const signInSchema = z.object({
  backstageIdentity: z.object({ token: z.string() }),
});
const pageSchema = z.object({ totalItems: z.number() });

/**
 * Waits until the catalog has taken in the demo organisation: until there are
 * components, and their number stays the same for a moment.
 */
export default async function waitForDemo(config: FullConfig): Promise<void> {
  const baseURL = config.projects[0]?.use.baseURL;
  const deadline = Date.now() + TIMEOUT_MS;
  const { backstageIdentity } = signInSchema.parse(
    await readJson(`${baseURL}/api/auth/guest/refresh`, { method: 'POST' }),
  );
  const countComponents = async () => {
    const page = await readJson(
      `${baseURL}/api/catalog/entities/by-query?filter=kind=component&limit=0`,
      { headers: { authorization: `Bearer ${backstageIdentity.token}` } },
    );
    return pageSchema.parse(page).totalItems;
  };

  let before = 0;
  while (Date.now() < deadline) {
    const count = await countComponents();
    if (count > 0 && count === before) {
      return;
    }
    before = count;
    await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error(
    `The catalog has not taken in the demo organisation in ${TIMEOUT_MS} ms`,
  );
}

async function readJson(url: string, request: RequestInit): Promise<unknown> {
  const response = await fetch(url, request);
  if (!response.ok) {
    throw new Error(`${url} answered ${response.status}`);
  }
  return response.json();
}
