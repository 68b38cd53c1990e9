import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';

/** Items leased together; the token proves whose they are. */
export interface Lease<TRow> {
  readonly token: string;
  readonly rows: readonly TRow[];
}

/** When an item is due again. */
export interface NextDue {
  readonly id: string;
  readonly dueAt: number;
}

/** How many items are where. */
export interface QueueState {
  readonly total: number;
  readonly due: number;
  readonly leased: number;
  /** Due time of the most overdue item that nobody works on. */
  readonly oldestDueAt?: number;
}

/**
 * A queue of leases over the columns `due_at`, `leased_until`, `lease_token`
 * of a table. While leased an item's due time is the end of its lease: an item
 * of a dead replica comes back by itself, and an item that is marked due
 * meanwhile is recognised by its earlier due time and done once more.
 */
export class LeaseQueue<TRow> {
  private readonly now: () => number;

  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly table: string;
      readonly idColumn: string;
      readonly leaseMilliseconds: number;
      /** Narrows what may be leased now. */
      readonly narrow?: (query: Knex.QueryBuilder, now: number) => void;
      readonly parseRow: (row: Record<string, unknown>) => TRow;
      readonly now?: () => number;
    },
  ) {
    this.now = options.now ?? Date.now;
  }

  /** Leases up to `limit` due items, the longest due first. */
  async lease(limit: number): Promise<Lease<TRow>> {
    const { knex, parseRow } = this.options;
    const token = randomUUID();
    const rows = isPostgres(knex)
      ? await this.leaseWithLocks(token, limit)
      : await this.leaseInOneStatement(token, limit);
    return { token, rows: rows.map(parseRow) };
  }

  /**
   * Gives items back. Those whose lease went to somebody else meanwhile are
   * left alone, those that were marked due meanwhile stay due.
   *
   * @returns the ids that were still ours.
   */
  async complete(
    transaction: Knex,
    token: string,
    items: readonly NextDue[],
  ): Promise<readonly string[]> {
    if (items.length === 0) return [];
    const { table, idColumn } = this.options;
    const values = items.map(() => '(cast(? as text), cast(? as bigint))');
    // Row by row due times in one statement, on both databases.
    const result: unknown = await transaction.raw(
      `with next_due (id, due_at) as (values ${values.join(', ')})
       update ?? set
         due_at = case when ??.due_at < ??.leased_until
           then ??.due_at else next_due.due_at end,
         leased_until = null,
         lease_token = null
       from next_due
       where ??.?? = next_due.id and ??.lease_token = ?
       returning ??.?? as id`,
      [
        ...items.flatMap(({ id, dueAt }) => [id, Math.round(dueAt)]),
        ...[table, table, table, table],
        ...[table, idColumn, table, token, table, idColumn],
      ],
    );
    return readIds(result);
  }

  /** Which of the items are still leased under the token. */
  async findHeld(
    transaction: Knex,
    token: string,
  ): Promise<ReadonlySet<string>> {
    const { table, idColumn } = this.options;
    const ids: string[] = await transaction(table)
      .where('lease_token', token)
      .pluck(idColumn);
    return new Set(ids);
  }

  async getState(): Promise<QueueState> {
    const { knex, table } = this.options;
    const now = this.now();
    const isLeased = 'lease_token is not null and leased_until > ?';
    const row: Record<string, unknown> | undefined = await knex(table)
      .select(
        knex.raw('count(*) as total'),
        knex.raw(`sum(case when ${isLeased} then 1 else 0 end) as leased`, [
          now,
        ]),
        knex.raw(
          `sum(case when due_at <= ? and not (${isLeased}) then 1 else 0 end) as due`,
          [now, now],
        ),
        knex.raw(
          `min(case when ${isLeased} then null else due_at end) as oldest`,
          [now],
        ),
      )
      .first();
    const oldest = row?.oldest;
    return {
      total: Number(row?.total ?? 0),
      due: Number(row?.due ?? 0),
      leased: Number(row?.leased ?? 0),
      ...(oldest !== null &&
        oldest !== undefined && { oldestDueAt: Number(oldest) }),
    };
  }

  /** Competing replicas skip each other's rows instead of waiting for them. */
  private async leaseWithLocks(token: string, limit: number) {
    const { knex, table, idColumn } = this.options;
    return knex.transaction(async transaction => {
      const ids = await this.selectDue(transaction, limit)
        .forUpdate()
        .skipLocked();
      return transaction(table)
        .whereIn(
          idColumn,
          ids.map((row: Record<string, unknown>) => String(row[idColumn])),
        )
        .update(this.leaseColumns(token))
        .returning('*');
    });
  }

  /** SQLite has one writer at a time, so that one statement is enough. */
  private async leaseInOneStatement(token: string, limit: number) {
    const { knex, table, idColumn } = this.options;
    return knex(table)
      .whereIn(idColumn, this.selectDue(knex, limit))
      .update(this.leaseColumns(token))
      .returning('*');
  }

  private selectDue(knex: Knex, limit: number) {
    const { table, idColumn, narrow } = this.options;
    const now = this.now();
    const query = knex(table)
      .select(idColumn)
      .where('due_at', '<=', now)
      .andWhere(lease =>
        lease.whereNull('lease_token').orWhere('leased_until', '<=', now),
      )
      .orderBy('due_at')
      .limit(limit);
    narrow?.(query, now);
    return query;
  }

  private leaseColumns(token: string) {
    const leasedUntil = this.now() + this.options.leaseMilliseconds;
    return {
      lease_token: token,
      leased_until: leasedUntil,
      due_at: leasedUntil,
    };
  }
}

function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}

/** Raw results are rows with better-sqlite3, an object with rows with pg. */
function readIds(result: unknown): readonly string[] {
  let rows: unknown = result;
  if (typeof result === 'object' && result !== null && 'rows' in result) {
    rows = result.rows;
  }
  if (!Array.isArray(rows)) return [];
  return rows.map((row: { readonly id: unknown }) => String(row.id));
}
