import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  CollectedFacts,
  collectFacts,
  CollectorOptions,
  Collector,
  Snapshot,
} from 'backstage-plugin-readiness-node';
import type { Knex } from 'knex';
import { takeChangeSequence } from '../../database/changeSequence';
import { DependentStore } from '../../database/DependentStore';
import { FactKey, FactStore, StoredFacts } from '../../database/FactStore';
import { HostStore } from '../../database/HostStore';
import { RepositoryRow, RepositoryStore } from '../../database/RepositoryStore';
import { addJitter, getBackOff } from '../../queue/addJitter';
import { LeaseQueue } from '../../queue/LeaseQueue';
import type { ReadFailure } from '../../repository/readFailure';
import { toHostType } from '../../repository/repositoryLink';
import { RepositoryReader } from '../../repository/RepositoryReader';
import { digestText } from './stableDigest';

const MINUTE = 60_000;
const HOST_BACK_OFF = { first: MINUTE / 2, longest: 60 * MINUTE };

/** A leased repository and what is wanted of it. */
interface Work {
  readonly token: string;
  readonly repository: RepositoryRow;
  readonly subPaths: readonly string[];
  readonly known: readonly FactKey[];
}

/** Reads due repositories and keeps their facts. */
export class RepositoryWorker {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly queue: LeaseQueue<RepositoryRow>;
      readonly repositories: RepositoryStore;
      readonly hosts: HostStore;
      readonly facts: FactStore;
      readonly dependents: DependentStore;
      readonly reader: RepositoryReader;
      readonly collectors: readonly Collector[];
      readonly collectorOptions: CollectorOptions;
      /** Changes when the same files would give other facts. */
      readonly factsVersion: string;
      readonly intervalMilliseconds: number;
      /** Repositories read at a time. */
      readonly concurrency: number;
      readonly logger: LoggerService;
      /** Targets may have become due. */
      readonly onChange: () => void;
    },
  ) {}

  async runBatch(): Promise<number> {
    const { queue, repositories, facts, concurrency } = this.options;
    const { token, rows } = await queue.lease(concurrency);
    if (rows.length === 0) return 0;
    const ids = rows.map(row => row.repositoryId);
    const wanted = await repositories.getWantedSubPaths(ids);
    const keys = await facts.getKeys(ids);
    await Promise.all(
      rows.map(repository =>
        this.process({
          token,
          repository,
          subPaths: wanted.get(repository.repositoryId) ?? [],
          known: keys.filter(
            key => key.repositoryId === repository.repositoryId,
          ),
        }),
      ),
    );
    return rows.length;
  }

  /** One repository that breaks never stops the others. */
  private async process(work: Work): Promise<void> {
    const { repository } = work;
    try {
      await this.readAndSave(work);
    } catch (error) {
      this.options.logger.error(
        `Processing ${repository.repositoryId} failed: ${error}`,
      );
      await this.saveFailure(work, {
        scope: 'repository',
        message: `Processing failed: ${error}`,
      });
    }
    this.options.onChange();
  }

  private async readAndSave(work: Work): Promise<void> {
    const { repository, subPaths } = work;
    if (subPaths.length === 0) {
      // Nobody links it any more; it is pruned soon.
      await this.saveRead(work, { hasNewFacts: false });
      return;
    }
    const result = await this.options.reader.read(
      { ...repository, hostType: toHostType(repository.hostType) },
      this.hasAllFacts(work) ? repository.etag : undefined,
    );
    switch (result.status) {
      case 'unchanged':
        await this.options.hosts.saveSuccess(repository.host, Date.now());
        await this.saveRead(work, { hasNewFacts: false });
        return;
      case 'read':
        await this.options.hosts.saveSuccess(repository.host, Date.now());
        await this.saveSnapshot(work, result.snapshot, result.etag);
        return;
      case 'failed':
        await this.saveFailure(work, result.failure);
        return;
      default:
        throw new TypeError(`Unknown result ${result satisfies never}`);
    }
  }

  /** Only then an unchanged repository needs no reading. */
  private hasAllFacts({ repository, subPaths, known }: Work): boolean {
    return subPaths.every(subPath =>
      known.some(
        key =>
          key.subPath === subPath &&
          key.factsVersion === this.options.factsVersion &&
          key.revision === repository.revision,
      ),
    );
  }

  private async saveSnapshot(
    work: Work,
    snapshot: Snapshot,
    etag: string | undefined,
  ): Promise<void> {
    const { collectors, collectorOptions, factsVersion } = this.options;
    const collected = await collectFacts(snapshot, {
      subPaths: work.subPaths,
      collectors,
      options: collectorOptions,
    });
    const stored = collected.map(facts =>
      createStoredFacts(work.repository.repositoryId, facts, factsVersion),
    );
    const knownDigests = new Set(work.known.map(key => key.digest));
    const changed = stored.filter(facts => !knownDigests.has(facts.digest));
    await this.options.facts.saveFacts(changed);
    await this.saveRead(work, {
      hasNewFacts: changed.length > 0,
      changed: { etag, revision: snapshot.revision, factsVersion },
    });
  }

  private async saveRead(
    { token, repository }: Work,
    read: {
      readonly hasNewFacts: boolean;
      readonly changed?: {
        readonly etag: string | undefined;
        readonly revision: string | undefined;
        readonly factsVersion: string;
      };
    },
  ): Promise<void> {
    const { repositoryId } = repository;
    const { knex, queue, repositories, dependents } = this.options;
    const now = Date.now();
    await knex.transaction(async transaction => {
      const changeSequence = await takeChangeSequence(transaction);
      await queue.complete(transaction, token, [
        {
          id: repositoryId,
          dueAt: now + addJitter(this.options.intervalMilliseconds),
        },
      ]);
      await repositories.saveRead(transaction, repositoryId, {
        readAt: now,
        ...(read.changed && { changed: read.changed }),
      });
      await dependents.markDependentsDue(transaction, repositoryId, {
        now,
        onlyAwaited: !read.hasNewFacts && repository.readAt !== undefined,
      });
      if (repository.failingSince !== undefined) {
        await dependents.markDependentsFresh(
          transaction,
          repositoryId,
          changeSequence,
        );
      }
    });
  }

  private async saveFailure(
    { token, repository }: Work,
    failure: ReadFailure,
  ): Promise<void> {
    const { repositoryId, host, attempts } = repository;
    const { knex, queue, hosts, repositories, dependents } = this.options;
    const now = Date.now();
    if (failure.scope === 'host') {
      await hosts.saveFailure(host, {
        message: failure.message,
        at: now,
        getWait: failures => addJitter(getBackOff(failures, HOST_BACK_OFF)),
      });
    }
    const wait = getBackOff(attempts + 1, {
      first: MINUTE,
      longest: this.options.intervalMilliseconds,
    });
    await knex.transaction(async transaction => {
      const changeSequence = await takeChangeSequence(transaction);
      await queue.complete(transaction, token, [
        { id: repositoryId, dueAt: now + addJitter(wait) },
      ]);
      await repositories.saveFailure(transaction, repositoryId, {
        message: failure.message,
        at: now,
      });
      await dependents.markDependentsStale(transaction, repositoryId, {
        since: now,
        reason: `${repository.url}: ${failure.message}`,
        changeSequence,
      });
      await dependents.markDependentsDue(transaction, repositoryId, {
        now,
        // Never read: the scorecard has to say so.
        onlyAwaited: repository.readAt !== undefined || attempts > 0,
      });
    });
  }
}

function createStoredFacts(
  repositoryId: string,
  facts: CollectedFacts,
  factsVersion: string,
): StoredFacts {
  const json = JSON.stringify(facts);
  return {
    repositoryId,
    subPath: facts.subPath,
    factsVersion,
    digest: digestText(`${repositoryId}\n${factsVersion}\n${json}`),
    json,
    ...(facts.revision !== undefined && { revision: facts.revision }),
  };
}
