import type { ScopeFacts } from './types/scope';
import type { SecretFacts } from './types/secrets';

/**
 * All that is known of the linked repositories: one list a kind of thing, plain
 * serialisable data. Each domain keeps its types in a file of its own below
 * `types/`.
 *
 * @public
 */
export interface Facts extends ScopeFacts, SecretFacts {}

const EMPTY: Facts = {
  files: [],
  resourceInventory: [],
  hardcodedSecrets: [],
  secretPlaces: [],
};

/** Facts of nothing. @public */
export function createEmptyFacts(): Facts {
  return { ...EMPTY };
}

/**
 * The facts of several collectors or repositories, list by list in order.
 * @public
 */
export function mergeFacts(parts: readonly Partial<Facts>[]): Facts {
  const merged: Record<string, unknown[]> = {};
  for (const key of Object.keys(EMPTY)) merged[key] = [];
  for (const part of parts) {
    for (const [key, list] of Object.entries(part)) {
      const target = merged[key];
      if (target === undefined) throw new TypeError(`Unknown fact list '${key}'; name it in facts.ts`);
      for (const item of list) target.push(item);
    }
  }
  return { ...EMPTY, ...merged };
}
