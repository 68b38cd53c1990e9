import { categories } from 'backstage-plugin-readiness-node';
import type { Knex } from 'knex';
import { takeChangeSequence } from '../src/database/changeSequence';

const GROUPS = 1_000;
const SYSTEMS = 400;
const ROWS_PER_STATEMENT = 500;
const TYPES = ['service', 'website', 'library', 'pipeline', 'job'];
const LIFECYCLES = ['production', 'experimental', 'deprecated'];

/** Fills the tables as an organisation of so many entities would. */
export async function insertSyntheticEntities(
  knex: Knex,
  count: number,
): Promise<void> {
  const random = createRandom(7);
  await knex.transaction(async transaction => {
    await takeChangeSequence(transaction, 'groupings');
    for (const rows of inParts(GROUPS, createGroup)) {
      await transaction('readiness_groupings').insert(rows);
    }
    const changeSequence = await takeChangeSequence(transaction);
    const create = (index: number) => createTarget(index, changeSequence);
    for (const rows of inParts(count, create)) {
      await transaction('readiness_targets').insert(rows);
    }
    const score = (index: number) => createScorecard(index, random);
    for (const rows of inParts(count, score)) {
      await transaction('readiness_scorecards').insert(rows);
    }
  });
}

function* inParts<T>(count: number, create: (index: number) => T) {
  for (let start = 0; start < count; start += ROWS_PER_STATEMENT) {
    const length = Math.min(ROWS_PER_STATEMENT, count - start);
    yield Array.from({ length }, (_, index) => create(start + index));
  }
}

/** A tree of groups, ten below each. */
function createGroup(index: number) {
  return {
    entity_ref: `group:default/g${index}`,
    uid: `uid-g${index}`,
    kind: 'Group',
    title: `Group ${index}`,
    parent:
      index === 0 ? null : `group:default/g${Math.floor((index - 1) / 10)}`,
    contacts: '[]',
    digest: String(index),
  };
}

function createTarget(index: number, changeSequence: number) {
  return {
    entity_ref: `component:default/c${index}`,
    uid: `uid-${index}`,
    kind: 'Component',
    name: `c${index}`,
    title: `Component ${index}`,
    type: TYPES[index % TYPES.length],
    lifecycle: LIFECYCLES[index % LIFECYCLES.length],
    owner: `group:default/g${(index * 7) % GROUPS}`,
    system: `system:default/s${(index * 3) % SYSTEMS}`,
    tags: JSON.stringify([`tag-${index % 50}`]),
    entity: '{}',
    digest: String(index),
    evaluated_at: 1_795_000_000_000 + index,
    change_sequence: changeSequence,
    due_at: 1_795_000_000_000,
  };
}

function createScorecard(index: number, random: () => number) {
  const packed = Object.fromEntries(
    categories.map(({ id }) => {
      const score = random() < 0.15 ? -1 : Math.floor(random() * 101);
      const counts = Array.from({ length: 6 }, () => Math.floor(random() * 5));
      return [id, [score, Math.max(score - 5, -1), 80, ...counts]];
    }),
  );
  return {
    entity_ref: `component:default/c${index}`,
    scorecard: Buffer.alloc(0),
    digest: String(index),
    history_digest: '',
    score: Math.floor(random() * 101),
    strict_score: Math.floor(random() * 101),
    coverage: random(),
    level: Math.floor(random() * 4),
    meets_bar: random() < 0.5,
    categories: JSON.stringify(packed),
    waivers: '[]',
    changed_at: 1_795_000_000_000,
  };
}

/** The same numbers in every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
