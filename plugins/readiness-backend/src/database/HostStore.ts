import type { Knex } from 'knex';
import type { Row } from './columns';

/** A host that is backed off from. */
export interface HostRow {
  readonly host: string;
  readonly failures: number;
  readonly failingSince: number;
  readonly retryAt: number;
  readonly error: string;
}

const TABLE = 'readiness_hosts';

/** Which hosts failed as a whole, and until when they are left alone. */
export class HostStore {
  constructor(private readonly knex: Knex) {}

  /** Leaves out repositories of hosts that are backed off from. */
  static narrowToReachable(query: Knex.QueryBuilder, now: number): void {
    query.whereNotIn('host', subquery =>
      subquery.select('host').from(TABLE).where('retry_at', '>', now),
    );
  }

  async getFailing(): Promise<readonly HostRow[]> {
    const rows: Row[] = await this.knex(TABLE).select();
    return rows.map(row => ({
      host: String(row.host),
      failures: Number(row.failures),
      failingSince: Number(row.failing_since),
      retryAt: Number(row.retry_at),
      error: String(row.error),
    }));
  }

  /**
   * Counts a failure and backs off. Reads that were under way together count
   * as one failure: a host already backed off from is not backed off further.
   */
  async saveFailure(
    host: string,
    failure: {
      readonly message: string;
      readonly at: number;
      readonly getWait: (failures: number) => number;
    },
  ): Promise<void> {
    const { message, at, getWait } = failure;
    const known = await this.knex(TABLE).where('host', host).first();
    if (known !== undefined && Number(known.retry_at) > at) return;
    const failures = Number(known?.failures ?? 0) + 1;
    await this.knex(TABLE)
      .insert({
        host,
        failures,
        failing_since: Number(known?.failing_since ?? at),
        retry_at: at + getWait(failures),
        error: message,
      })
      .onConflict('host')
      .merge();
  }

  async saveSuccess(host: string, at: number): Promise<void> {
    await this.knex(TABLE)
      .where('host', host)
      .andWhere('retry_at', '<=', at)
      .delete();
  }

  /** Due repositories whose host is backed off from. */
  async countBackingOff(now: number): Promise<number> {
    const row = await this.knex('readiness_repositories')
      .whereIn('host', subquery =>
        subquery.select('host').from(TABLE).where('retry_at', '>', now),
      )
      .count({ count: '*' })
      .first();
    return Number(row?.count ?? 0);
  }
}
