import type {
  Checklist,
  ReadinessApi,
} from 'backstage-plugin-readiness-common';

const cache = new WeakMap<ReadinessApi, Promise<Checklist>>();

/** The checklist, asked for once a page load: it changes with the backend only. */
export function getChecklist(api: ReadinessApi): Promise<Checklist> {
  const known = cache.get(api);
  if (known) return known;
  const asked = api.getChecklist();
  cache.set(api, asked);
  asked.catch(() => cache.delete(api));
  return asked;
}
