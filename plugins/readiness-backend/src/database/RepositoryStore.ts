import type { Knex } from 'knex';
import {
  chunk,
  CHUNK_SIZE,
  compact,
  Row,
  toNumber,
  toText,
  whereAnyOf,
} from './columns';

/** A repository at a ref, and how reading it went. */
export interface RepositoryRow {
  readonly repositoryId: string;
  readonly url: string;
  readonly ref?: string;
  readonly hostType: string;
  readonly host: string;
  readonly etag?: string;
  readonly revision?: string;
  readonly factsVersion?: string;
  readonly readAt?: number;
  /** Failures in a row. */
  readonly attempts: number;
  readonly failingSince?: number;
  readonly error?: string;
  readonly dueAt: number;
}

/** A repository to be read from now on. */
export type NewRepository = Pick<
  RepositoryRow,
  'repositoryId' | 'url' | 'ref' | 'hostType' | 'host'
>;

const TABLE = 'readiness_repositories';

/** Repositories, the sub-paths wanted of them, and failures. */
export class RepositoryStore {
  constructor(private readonly knex: Knex) {}

  static parseRow(row: Row): RepositoryRow {
    return compact({
      repositoryId: String(row.repository_id),
      url: String(row.url),
      ref: toText(row.ref),
      hostType: String(row.host_type),
      host: String(row.host),
      etag: toText(row.etag),
      revision: toText(row.revision),
      factsVersion: toText(row.facts_version),
      readAt: toNumber(row.read_at),
      attempts: Number(row.attempts),
      failingSince: toNumber(row.failing_since),
      error: toText(row.error),
      dueAt: Number(row.due_at),
    });
  }

  async getRepositories(
    repositoryIds: readonly string[],
  ): Promise<ReadonlyMap<string, RepositoryRow>> {
    const rows: Row[] = await whereAnyOf(
      this.knex(TABLE).select(),
      'repository_id',
      repositoryIds,
    );
    return new Map(
      rows
        .map(RepositoryStore.parseRow)
        .map(repository => [repository.repositoryId, repository]),
    );
  }

  /** Adds those that are new, due at once; the others keep their times. */
  async addRepositories(
    transaction: Knex,
    repositories: readonly NewRepository[],
    now: number,
  ): Promise<void> {
    for (const part of chunk(repositories, CHUNK_SIZE)) {
      await transaction(TABLE)
        .insert(
          part.map(repository => ({
            repository_id: repository.repositoryId,
            url: repository.url,
            ref: repository.ref ?? null,
            host_type: repository.hostType,
            host: repository.host,
            due_at: now,
          })),
        )
        .onConflict('repository_id')
        .ignore();
    }
  }

  /** Makes repositories due of which targets want sub-paths that were never read. */
  async markIncompleteDue(
    transaction: Knex,
    entityRefs: readonly string[],
    now: number,
  ): Promise<void> {
    const incomplete = whereAnyOf(
      transaction('readiness_links')
        .leftJoin('readiness_facts', join =>
          join
            .on(
              'readiness_facts.repository_id',
              'readiness_links.repository_id',
            )
            .andOn('readiness_facts.sub_path', 'readiness_links.sub_path'),
        )
        .whereNull('readiness_facts.repository_id')
        .select('readiness_links.repository_id'),
      'entity_ref',
      entityRefs,
    );
    await transaction(TABLE)
      .whereIn('repository_id', incomplete)
      .update({ due_at: now });
  }

  /** Makes repositories due whose facts another version computed. */
  async markOutdatedDue(factsVersion: string, now: number): Promise<number> {
    return this.knex(TABLE)
      .where('facts_version', '<>', factsVersion)
      .andWhere('due_at', '>', now)
      .update({ due_at: now });
  }

  /** The sub-paths targets want of each repository. */
  async getWantedSubPaths(
    repositoryIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows: Row[] = await whereAnyOf(
      this.knex('readiness_links').distinct('repository_id', 'sub_path'),
      'repository_id',
      repositoryIds,
    ).orderBy('sub_path');
    const wanted = new Map<string, string[]>();
    for (const row of rows) {
      const id = String(row.repository_id);
      const subPaths = wanted.get(id) ?? [];
      subPaths.push(String(row.sub_path));
      wanted.set(id, subPaths);
    }
    return wanted;
  }

  async saveRead(
    transaction: Knex,
    repositoryId: string,
    read: {
      readonly readAt: number;
      /** Absent when nothing changed. */
      readonly changed?: {
        readonly etag: string | undefined;
        readonly revision: string | undefined;
        readonly factsVersion: string;
      };
    },
  ): Promise<void> {
    await transaction(TABLE)
      .where('repository_id', repositoryId)
      .update({
        read_at: read.readAt,
        attempts: 0,
        failing_since: null,
        error: null,
        ...(read.changed && {
          etag: read.changed.etag ?? null,
          revision: read.changed.revision ?? null,
          facts_version: read.changed.factsVersion,
        }),
      });
  }

  async saveFailure(
    transaction: Knex,
    repositoryId: string,
    failure: { readonly message: string; readonly at: number },
  ): Promise<void> {
    await transaction(TABLE)
      .where('repository_id', repositoryId)
      .update({
        attempts: transaction.raw('attempts + 1'),
        failing_since: transaction.raw('coalesce(failing_since, ?)', [
          failure.at,
        ]),
        error: failure.message,
      });
  }

  /** Makes the repositories of an entity due now. */
  async markDueForEntity(entityRef: string, now: number): Promise<number> {
    return this.knex(TABLE)
      .whereIn(
        'repository_id',
        this.knex('readiness_links')
          .select('repository_id')
          .where('entity_ref', entityRef),
      )
      .update({ due_at: now });
  }

  async getFailures(limit: number): Promise<readonly RepositoryRow[]> {
    const rows: Row[] = await this.knex(TABLE)
      .whereNotNull('failing_since')
      .orderBy('failing_since')
      .limit(limit);
    return rows.map(RepositoryStore.parseRow);
  }

  async countFailing(): Promise<number> {
    const row = await this.knex(TABLE)
      .whereNotNull('failing_since')
      .count({ count: '*' })
      .first();
    return Number(row?.count ?? 0);
  }

  /** Drops repositories and facts that nobody links any more. */
  async prune(): Promise<void> {
    const linksOf = (table: string) =>
      this.knex('readiness_links')
        .select(this.knex.raw('1'))
        .whereRaw('readiness_links.repository_id = ??.repository_id', [table]);
    await this.knex(TABLE)
      .whereNotExists(linksOf(TABLE))
      .whereNull('lease_token')
      .delete();
    await this.knex('readiness_facts')
      .whereNotExists(
        linksOf('readiness_facts').whereRaw(
          'readiness_links.sub_path = readiness_facts.sub_path',
        ),
      )
      .delete();
  }
}
