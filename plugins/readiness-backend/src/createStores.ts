import type { Knex } from 'knex';
import { ChangeFeed } from './database/ChangeFeed';
import { DependentStore } from './database/DependentStore';
import { FactStore } from './database/FactStore';
import { GroupingStore } from './database/GroupingStore';
import { HostStore } from './database/HostStore';
import { RepositoryStore } from './database/RepositoryStore';
import { ScorecardStore } from './database/ScorecardStore';
import { TargetStore } from './database/TargetStore';
import { LeaseQueue } from './queue/LeaseQueue';
import type { BackendConfig } from './readConfig';

const MINUTE = 60_000;

/** @see createStores */
export type Stores = ReturnType<typeof createStores>;
/** @see createQueues */
export type Queues = ReturnType<typeof createQueues>;

/** Everything that reads and writes tables. */
export function createStores(knex: Knex) {
  return {
    dependents: new DependentStore(),
    facts: new FactStore(knex),
    feed: new ChangeFeed(knex),
    groupings: new GroupingStore(knex),
    hosts: new HostStore(knex),
    repositories: new RepositoryStore(knex),
    scorecards: new ScorecardStore(knex),
    targets: new TargetStore(knex),
  };
}

/** The two queues of leases. */
export function createQueues(knex: Knex, config: BackendConfig) {
  return {
    targetQueue: new LeaseQueue({
      knex,
      table: 'readiness_targets',
      idColumn: 'entity_ref',
      leaseMilliseconds: 2 * MINUTE,
      parseRow: TargetStore.parseRow,
    }),
    repositoryQueue: new LeaseQueue({
      knex,
      table: 'readiness_repositories',
      idColumn: 'repository_id',
      // Time to read, and as much again to collect.
      leaseMilliseconds: 2 * config.reading.timeoutMilliseconds + MINUTE,
      parseRow: RepositoryStore.parseRow,
      narrow: HostStore.narrowToReachable,
    }),
  };
}
