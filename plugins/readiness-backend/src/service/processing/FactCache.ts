import type { CollectedFacts } from 'backstage-plugin-readiness-node';
import { LRUCache } from 'lru-cache';
import { FactStore } from '../../database/FactStore';

/** Parsed facts in memory, since many entities share a repository. */
export class FactCache {
  private readonly facts: LRUCache<string, CollectedFacts>;

  constructor(private readonly store: FactStore, maximumCharacters: number) {
    this.facts = new LRUCache({ maxSize: maximumCharacters });
  }

  /** Facts by digest; what is not in memory is read by one query. */
  async getFacts(
    digests: readonly string[],
  ): Promise<ReadonlyMap<string, CollectedFacts>> {
    const found = new Map<string, CollectedFacts>();
    const missing = new Set<string>();
    for (const digest of digests) {
      const facts = this.facts.get(digest);
      if (facts) found.set(digest, facts);
      else missing.add(digest);
    }
    if (missing.size === 0) return found;
    for (const [digest, json] of await this.store.getFacts([...missing])) {
      const facts = parseFacts(json);
      found.set(digest, facts);
      this.facts.set(digest, facts, { size: Math.max(json.length, 1) });
    }
    return found;
  }
}

function parseFacts(json: string): CollectedFacts {
  return JSON.parse(json);
}
