import type { Knex } from 'knex';
import {
  chunk,
  CHUNK_SIZE,
  compact,
  Row,
  toNumber,
  toText,
  updateMany,
  whereAnyOf,
} from './columns';
import { formatLinks, formatMentions, formatTarget } from './targetRows';

/** An entity under evaluation as the catalog has it. */
export interface TargetEntity {
  readonly entityRef: string;
  readonly uid: string;
  readonly kind: string;
  readonly name: string;
  readonly title?: string;
  readonly type?: string;
  readonly lifecycle?: string;
  readonly owner?: string;
  readonly system?: string;
  readonly domain?: string;
  readonly tags: readonly string[];
  /** JSON of what evaluation needs. */
  readonly entity: string;
  /** Of everything above and the links. */
  readonly digest: string;
}

/** A sub-path of a repository that belongs to a target. */
export interface TargetLink {
  readonly repositoryId: string;
  readonly subPath: string;
}

/** A target with what its result hangs on. */
export interface LinkedTarget extends TargetEntity {
  readonly links: readonly TargetLink[];
  /** Other entities that its waivers lean on. */
  readonly mentions: readonly string[];
}

/** A target with the state of its evaluation. */
export interface TargetRow extends TargetEntity {
  readonly requestedAt?: number;
  readonly evaluatedAt?: number;
  readonly evaluationDigest?: string;
  readonly error?: string;
  readonly staleSince?: number;
  readonly staleReason?: string;
  readonly dueAt: number;
  readonly leasedUntil?: number;
}

/** What an evaluation left behind, beside the scorecard. */
export interface EvaluationMark {
  readonly entityRef: string;
  readonly evaluatedAt: number;
  readonly evaluationDigest: string | undefined;
  readonly error: string | undefined;
}

const TABLE = 'readiness_targets';
const LINKS = 'readiness_links';
const MENTIONS = 'readiness_mentions';

/** Targets, their links, and when they were evaluated. */
export class TargetStore {
  constructor(private readonly knex: Knex) {}

  static parseRow(row: Row): TargetRow {
    return compact({
      entityRef: String(row.entity_ref),
      uid: String(row.uid),
      kind: String(row.kind),
      name: String(row.name),
      title: toText(row.title),
      type: toText(row.type),
      lifecycle: toText(row.lifecycle),
      owner: toText(row.owner),
      system: toText(row.system),
      domain: toText(row.domain),
      tags: JSON.parse(String(row.tags)),
      entity: String(row.entity),
      digest: String(row.digest),
      requestedAt: toNumber(row.requested_at),
      evaluatedAt: toNumber(row.evaluated_at),
      evaluationDigest: toText(row.evaluation_digest),
      error: toText(row.error),
      staleSince: toNumber(row.stale_since),
      staleReason: toText(row.stale_reason),
      dueAt: Number(row.due_at),
      leasedUntil: toNumber(row.leased_until),
    });
  }

  async getTarget(entityRef: string): Promise<TargetRow | undefined> {
    const row: Row | undefined = await this.knex(TABLE)
      .where('entity_ref', entityRef)
      .first();
    return row && TargetStore.parseRow(row);
  }

  async getDigests(): Promise<ReadonlyMap<string, string>> {
    const rows: Row[] = await this.knex(TABLE).select('entity_ref', 'digest');
    return new Map(
      rows.map(row => [String(row.entity_ref), String(row.digest)]),
    );
  }

  async getLinks(
    entityRefs: readonly string[],
  ): Promise<ReadonlyMap<string, readonly TargetLink[]>> {
    const rows: Row[] = await whereAnyOf(
      this.knex(LINKS).select(),
      'entity_ref',
      entityRefs,
    ).orderBy(['entity_ref', 'position']);
    const links = new Map<string, TargetLink[]>();
    for (const row of rows) {
      const entityRef = String(row.entity_ref);
      const list = links.get(entityRef) ?? [];
      list.push({
        repositoryId: String(row.repository_id),
        subPath: String(row.sub_path),
      });
      links.set(entityRef, list);
    }
    return links;
  }

  /** Saves new and changed targets; they are due at once. */
  async saveTargets(
    transaction: Knex,
    targets: readonly LinkedTarget[],
    options: { readonly now: number; readonly changeSequence: number },
  ): Promise<void> {
    for (const part of chunk(targets, CHUNK_SIZE)) {
      await transaction(TABLE)
        .insert(part.map(target => formatTarget(target, options)))
        .onConflict('entity_ref')
        .merge();
      const refs = part.map(target => target.entityRef);
      await whereAnyOf(transaction(LINKS), 'entity_ref', refs).delete();
      await whereAnyOf(transaction(MENTIONS), 'entity_ref', refs).delete();
      await insertAll(transaction, LINKS, part.flatMap(formatLinks));
      await insertAll(transaction, MENTIONS, part.flatMap(formatMentions));
    }
  }

  /** Deletes targets with everything that is known of them. */
  async deleteTargets(
    transaction: Knex,
    entityRefs: readonly string[],
    options: { readonly now: number; readonly changeSequence: number },
  ): Promise<void> {
    for (const part of chunk(entityRefs, CHUNK_SIZE)) {
      for (const table of [
        TABLE,
        LINKS,
        MENTIONS,
        'readiness_scorecards',
        'readiness_history',
      ]) {
        await whereAnyOf(transaction(table), 'entity_ref', part).delete();
      }
      await transaction('readiness_deletions').insert(
        part.map(entityRef => ({
          entity_ref: entityRef,
          change_sequence: options.changeSequence,
          deleted_at: options.now,
        })),
      );
    }
  }

  async saveEvaluations(
    transaction: Knex,
    marks: readonly EvaluationMark[],
    changeSequence: number,
  ): Promise<void> {
    await updateMany(transaction, {
      table: TABLE,
      key: 'entity_ref',
      columns: {
        evaluated_at: 'bigint',
        evaluation_digest: 'text',
        error: 'text',
        change_sequence: 'bigint',
      },
      rows: marks.map(mark => ({
        entity_ref: mark.entityRef,
        evaluated_at: mark.evaluatedAt,
        evaluation_digest: mark.evaluationDigest ?? null,
        error: mark.error ?? null,
        change_sequence: changeSequence,
      })),
    });
  }

  /**
   * Notes that a person asks for an evaluation, unless somebody did so after
   * `notAfter`.
   *
   * @returns whether it was noted.
   */
  async saveRequest(
    entityRef: string,
    options: { readonly now: number; readonly notAfter: number },
  ): Promise<boolean> {
    const count = await this.knex(TABLE)
      .where('entity_ref', entityRef)
      .andWhere(query =>
        query
          .whereNull('requested_at')
          .orWhere('requested_at', '<=', options.notAfter),
      )
      .update({ requested_at: options.now });
    return count > 0;
  }

  async markDue(entityRef: string, now: number): Promise<void> {
    await this.knex(TABLE)
      .where('entity_ref', entityRef)
      .update({ due_at: now });
  }

  async getErrors(limit: number): Promise<readonly TargetRow[]> {
    const rows: Row[] = await this.knex(TABLE)
      .whereNotNull('error')
      .orderBy('entity_ref')
      .limit(limit);
    return rows.map(TargetStore.parseRow);
  }

  async countEvaluated(): Promise<{
    readonly evaluated: number;
    readonly failed: number;
  }> {
    const row: Row | undefined = await this.knex(TABLE)
      .select(
        this.knex.raw('count(evaluated_at) as evaluated'),
        this.knex.raw('count(error) as failed'),
      )
      .first();
    return {
      evaluated: Number(row?.evaluated ?? 0),
      failed: Number(row?.failed ?? 0),
    };
  }
}

async function insertAll(
  transaction: Knex,
  table: string,
  rows: readonly object[],
): Promise<void> {
  for (const part of chunk(rows, CHUNK_SIZE)) {
    await transaction(table).insert(part);
  }
}
