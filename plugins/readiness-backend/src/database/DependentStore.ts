import type { Knex } from 'knex';
import { whereAnyOf } from './columns';

const TABLE = 'readiness_targets';
const LINKS = 'readiness_links';

/** Targets as dependents of repositories and of each other: due, stale or fresh because of them. */
export class DependentStore {
  /**
   * Makes targets that link a repository due now: all of them, or those alone
   * whose evaluation somebody waits for, or that have none yet.
   */
  async markDependentsDue(
    transaction: Knex,
    repositoryId: string,
    options: { readonly now: number; readonly onlyAwaited: boolean },
  ): Promise<number> {
    return transaction(TABLE)
      .whereIn('entity_ref', dependentsOf(transaction, repositoryId))
      .modify(query => {
        if (options.onlyAwaited) {
          query.whereRaw(
            '(evaluated_at is null or requested_at >= evaluated_at)',
          );
        }
      })
      .update({ due_at: options.now });
  }

  /** Makes targets due now whose waivers lean on entities with new results. */
  async markMentioningDue(
    transaction: Knex,
    entityRefs: readonly string[],
    now: number,
  ): Promise<void> {
    if (entityRefs.length === 0) return;
    const mentioning = whereAnyOf(
      transaction('readiness_mentions').select('entity_ref'),
      'mentioned_ref',
      entityRefs,
    );
    await transaction(TABLE)
      .whereIn('entity_ref', mentioning)
      .update({ due_at: now });
  }

  async markDependentsStale(
    transaction: Knex,
    repositoryId: string,
    stale: {
      readonly since: number;
      readonly reason: string;
      readonly changeSequence: number;
    },
  ): Promise<void> {
    await transaction(TABLE)
      .whereIn('entity_ref', dependentsOf(transaction, repositoryId))
      .whereNull('stale_since')
      .update({
        stale_since: stale.since,
        stale_reason: stale.reason,
        change_sequence: stale.changeSequence,
      });
  }

  /** Targets are fresh again once none of their repositories fails. */
  async markDependentsFresh(
    transaction: Knex,
    repositoryId: string,
    changeSequence: number,
  ): Promise<void> {
    await transaction(TABLE)
      .whereIn('entity_ref', dependentsOf(transaction, repositoryId))
      .whereNotNull('stale_since')
      .whereNotExists(
        transaction(LINKS)
          .select(transaction.raw('1'))
          .join(
            'readiness_repositories as repository',
            'repository.repository_id',
            `${LINKS}.repository_id`,
          )
          .whereRaw('?? = ??', [`${LINKS}.entity_ref`, `${TABLE}.entity_ref`])
          .whereNotNull('repository.failing_since'),
      )
      .update({
        stale_since: null,
        stale_reason: null,
        change_sequence: changeSequence,
      });
  }
}

function dependentsOf(knex: Knex, repositoryId: string) {
  return knex(LINKS).select('entity_ref').where('repository_id', repositoryId);
}
