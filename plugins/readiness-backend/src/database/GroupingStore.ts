import type { Knex } from 'knex';
import { chunk, CHUNK_SIZE, compact, Row, toText, whereAnyOf } from './columns';

/** A group, system or domain: what targets are shown under. */
export interface Grouping {
  readonly entityRef: string;
  readonly uid: string;
  readonly kind: string;
  readonly title: string;
  /** Group above a group. */
  readonly parent?: string;
  /** Domain of a system. */
  readonly domain?: string;
  /** Mail addresses and chat channels. */
  readonly contacts: readonly string[];
  readonly digest: string;
}

const TABLE = 'readiness_groupings';

/** Groups, systems and domains as the catalog was last seen. */
export class GroupingStore {
  constructor(private readonly knex: Knex) {}

  static parseRow(row: Row): Grouping {
    return compact({
      entityRef: String(row.entity_ref),
      uid: String(row.uid),
      kind: String(row.kind),
      title: String(row.title),
      parent: toText(row.parent),
      domain: toText(row.domain),
      contacts: JSON.parse(String(row.contacts)),
      digest: String(row.digest),
    });
  }

  async getDigests(): Promise<ReadonlyMap<string, string>> {
    const rows: Row[] = await this.knex(TABLE).select('entity_ref', 'digest');
    return new Map(
      rows.map(row => [String(row.entity_ref), String(row.digest)]),
    );
  }

  async saveGroupings(
    transaction: Knex,
    groupings: readonly Grouping[],
  ): Promise<void> {
    for (const part of chunk(groupings, CHUNK_SIZE)) {
      await transaction(TABLE)
        .insert(
          part.map(grouping => ({
            entity_ref: grouping.entityRef,
            uid: grouping.uid,
            kind: grouping.kind,
            title: grouping.title,
            parent: grouping.parent ?? null,
            domain: grouping.domain ?? null,
            contacts: JSON.stringify(grouping.contacts),
            digest: grouping.digest,
          })),
        )
        .onConflict('entity_ref')
        .merge();
    }
  }

  async deleteGroupings(
    transaction: Knex,
    entityRefs: readonly string[],
  ): Promise<void> {
    await whereAnyOf(transaction(TABLE), 'entity_ref', entityRefs).delete();
  }
}
