import type { ReadinessStatus } from 'backstage-plugin-readiness-common';
import { HostStore } from '../database/HostStore';
import { RepositoryRow, RepositoryStore } from '../database/RepositoryStore';
import { TargetRow, TargetStore } from '../database/TargetStore';
import { LeaseQueue } from '../queue/LeaseQueue';

const MAXIMUM_ERRORS = 50;

/** How the queues stand and what keeps failing. */
export class StatusReader {
  constructor(
    private readonly options: {
      readonly targetQueue: LeaseQueue<TargetRow>;
      readonly repositoryQueue: LeaseQueue<RepositoryRow>;
      readonly targets: TargetStore;
      readonly repositories: RepositoryStore;
      readonly hosts: HostStore;
      /** Whether this or another replica has read the catalog. */
      readonly hasCatalogBeenRead: () => boolean;
    },
  ) {}

  async getStatus(): Promise<ReadinessStatus> {
    const { targets, repositories, hosts } = this.options;
    const now = Date.now();
    const targetState = await this.options.targetQueue.getState();
    const repositoryState = await this.options.repositoryQueue.getState();
    const evaluated = await targets.countEvaluated();
    const oldest = Math.min(
      targetState.oldestDueAt ?? now,
      repositoryState.oldestDueAt ?? now,
    );
    return {
      targets: {
        total: targetState.total,
        due: targetState.due,
        leased: targetState.leased,
        ...evaluated,
      },
      repositories: {
        total: repositoryState.total,
        due: repositoryState.due,
        leased: repositoryState.leased,
        failed: await repositories.countFailing(),
        backingOff: await hosts.countBackingOff(now),
      },
      lagSeconds: Math.max(0, Math.round((now - oldest) / 1_000)),
      hasCatalogBeenRead:
        this.options.hasCatalogBeenRead() || targetState.total > 0,
      errors: await this.listErrors(),
    };
  }

  private async listErrors(): Promise<ReadinessStatus['errors']> {
    const { targets, repositories, hosts } = this.options;
    const failingHosts = await hosts.getFailing();
    const failing = await repositories.getFailures(MAXIMUM_ERRORS);
    const broken = await targets.getErrors(MAXIMUM_ERRORS);
    return [
      ...failingHosts.map(host => ({
        what: host.host,
        message: host.error,
        since: toTime(host.failingSince),
        retryAt: toTime(host.retryAt),
      })),
      ...failing.map(repository => ({
        what: repository.repositoryId,
        message: repository.error ?? '',
        since: toTime(repository.failingSince ?? 0),
        retryAt: toTime(repository.dueAt),
      })),
      ...broken.map(target => ({
        what: target.entityRef,
        message: target.error ?? '',
        since: toTime(target.evaluatedAt ?? 0),
        retryAt: toTime(target.dueAt),
      })),
    ];
  }
}

function toTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
