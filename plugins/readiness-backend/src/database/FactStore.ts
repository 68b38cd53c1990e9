import type { Knex } from 'knex';
import { Row, toText, whereAnyOf } from './columns';
import { compressText, decompressText } from './compression';

/** Which facts of a repository's sub-path there are. */
export interface FactKey {
  readonly repositoryId: string;
  readonly subPath: string;
  readonly revision?: string;
  readonly factsVersion: string;
  readonly digest: string;
}

/** Facts as JSON text. */
export interface StoredFacts extends FactKey {
  readonly json: string;
}

const TABLE = 'readiness_facts';

/** Facts of repositories by sub-path, compressed; the latest revision only. */
export class FactStore {
  constructor(private readonly knex: Knex) {}

  async getKeys(repositoryIds: readonly string[]): Promise<readonly FactKey[]> {
    const rows: Row[] = await whereAnyOf(
      this.knex(TABLE).select(
        'repository_id',
        'sub_path',
        'revision',
        'facts_version',
        'digest',
      ),
      'repository_id',
      repositoryIds,
    );
    return rows.map(parseKey);
  }

  /** Facts by digest; equal digests mean equal facts. */
  async getFacts(
    digests: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    const rows: Row[] = await whereAnyOf(
      this.knex(TABLE).select('digest', 'facts'),
      'digest',
      digests,
    );
    const facts = new Map<string, string>();
    for (const row of rows) {
      const digest = String(row.digest);
      if (facts.has(digest) || !Buffer.isBuffer(row.facts)) continue;
      facts.set(digest, await decompressText(row.facts));
    }
    return facts;
  }

  async saveFacts(facts: readonly StoredFacts[]): Promise<void> {
    // Large values: one at a time, each a statement of its own.
    for (const item of facts) {
      await this.knex(TABLE)
        .insert({
          repository_id: item.repositoryId,
          sub_path: item.subPath,
          revision: item.revision ?? null,
          facts_version: item.factsVersion,
          digest: item.digest,
          facts: await compressText(item.json),
        })
        .onConflict(['repository_id', 'sub_path'])
        .merge();
    }
  }
}

function parseKey(row: Row): FactKey {
  const revision = toText(row.revision);
  return {
    repositoryId: String(row.repository_id),
    subPath: String(row.sub_path),
    factsVersion: String(row.facts_version),
    digest: String(row.digest),
    ...(revision !== undefined && { revision }),
  };
}
