import type { Knex } from 'knex';

/**
 * The next change sequence. The row's lock is held until the transaction ends:
 * whoever writes targets takes it first, so that sequences appear in order (a
 * reader that saw one has seen all before) and writers never deadlock.
 */
export async function takeChangeSequence(
  transaction: Knex,
  name: 'targets' | 'groupings' = 'targets',
): Promise<number> {
  const rows = await transaction('readiness_sequence')
    .where('name', name)
    .increment('value', 1)
    .returning('value');
  return Number(rows[0].value);
}
