import type {
  Checklist,
  EvaluationRequestResponse,
  EvaluationState,
  HeatmapRequest,
  HeatmapResponse,
  ReadinessStatus,
  ScorecardsRequest,
  ScorecardsResponse,
  ScorecardSummary,
  StoredScorecard,
} from 'backstage-plugin-readiness-common';
import { HostStore } from '../database/HostStore';
import { RepositoryStore } from '../database/RepositoryStore';
import { ScorecardStore } from '../database/ScorecardStore';
import { TargetRow, TargetStore } from '../database/TargetStore';
import { listSummaries } from '../heatmap/listSummaries';
import { ModelKeeper } from '../heatmap/ModelKeeper';
import { addEvidenceLinks, FormatLink } from './addEvidenceLinks';
import { createNotFound } from './AuthorizedReadinessService';
import type { EntityVisibility } from './EntityVisibility';
import { HeatmapCache } from './HeatmapCache';
import { listFailingChecks } from './listFailingChecks';
import {
  ReadinessService,
  ReadinessServiceOptions,
  TooManyRequestsError,
} from './ReadinessService';
import { StatusReader } from './StatusReader';
import { VisibleModel } from './VisibleModel';

const MINUTE = 60_000;
const TREND_DAYS = 90;
const DAY = 24 * 60 * MINUTE;

/** Answers from the database and from the model in memory. */
export class DefaultReadinessService implements ReadinessService {
  private readonly visible: VisibleModel;
  private readonly heatmaps = new HeatmapCache();

  constructor(
    private readonly options: {
      readonly checklist: Checklist;
      readonly targets: TargetStore;
      readonly repositories: RepositoryStore;
      readonly hosts: HostStore;
      readonly scorecards: ScorecardStore;
      readonly model: ModelKeeper;
      readonly status: StatusReader;
      readonly formatLink: FormatLink;
      /** Work was added to the queues. */
      readonly onRequest: () => void;
    },
  ) {
    this.visible = new VisibleModel(options.model);
  }

  async getChecklist(): Promise<Checklist> {
    return this.options.checklist;
  }

  async getScorecard(entityRef: string): Promise<StoredScorecard> {
    const { targets, scorecards, formatLink } = this.options;
    const target = await targets.getTarget(entityRef);
    if (target === undefined) throw createNotFound(entityRef);
    const now = Date.now();
    const stored = (await scorecards.getScorecards([entityRef])).get(entityRef);
    return {
      entityRef,
      state: getState(target, now),
      ...(stored && {
        scorecard: addEvidenceLinks(stored.scorecard, formatLink),
        changedAt: toTime(stored.changedAt),
      }),
      ...(target.evaluatedAt !== undefined && {
        evaluatedAt: toTime(target.evaluatedAt),
      }),
      nextEvaluationAt: toTime(target.dueAt),
      ...(target.staleSince !== undefined && {
        stale: {
          since: toTime(target.staleSince),
          reason: target.staleReason ?? '',
        },
      }),
      trend: await scorecards.getTrend(entityRef, now - TREND_DAYS * DAY),
    };
  }

  async getScorecards(
    request: ScorecardsRequest,
    { visibility }: ReadinessServiceOptions,
  ): Promise<ScorecardsResponse> {
    const { model, tree, mask } = await this.visible.get(visibility);
    const page = listSummaries(model, mask, tree, request);
    const items = await keepVisible(page.items, visibility);
    return {
      totalItems: page.totalItems,
      items: await this.addFailing(items, request),
    };
  }

  async getHeatmap(
    request: HeatmapRequest,
    { visibility }: ReadinessServiceOptions,
  ): Promise<HeatmapResponse> {
    const part = await this.visible.get(visibility);
    return this.heatmaps.get(part, request);
  }

  async requestEvaluation(
    entityRef: string,
  ): Promise<EvaluationRequestResponse> {
    const { targets } = this.options;
    const target = await targets.getTarget(entityRef);
    if (target === undefined) throw createNotFound(entityRef);
    const now = Date.now();
    const isNoted = await targets.saveRequest(entityRef, {
      now,
      notAfter: now - MINUTE,
    });
    if (!isNoted) {
      const since = now - (target.requestedAt ?? now);
      throw new TooManyRequestsError(
        `${entityRef} was asked for less than a minute ago`,
        Math.max(1, Math.ceil((MINUTE - since) / 1_000)),
      );
    }
    await this.markDue(entityRef, now);
    this.options.onRequest();
    return {
      entityRef,
      state: isLeased(target, now) ? 'evaluating' : 'queued',
    };
  }

  async getStatus({
    visibility,
  }: ReadinessServiceOptions): Promise<ReadinessStatus> {
    const status = await this.options.status.getStatus();
    // Errors name repositories and entities.
    return visibility === undefined || visibility.kind === 'everything'
      ? status
      : { ...status, errors: [] };
  }

  /**
   * The repositories first: the target follows once they are read. Without
   * one that can be read now, the target is judged at once.
   */
  private async markDue(entityRef: string, now: number): Promise<void> {
    const { targets, repositories, hosts } = this.options;
    const links = (await targets.getLinks([entityRef])).get(entityRef) ?? [];
    const linked = await repositories.getRepositories(
      links.map(link => link.repositoryId),
    );
    const blocked = new Set(
      (await hosts.getFailing())
        .filter(({ retryAt }) => retryAt > now)
        .map(({ host }) => host),
    );
    await repositories.markDueForEntity(entityRef, now);
    if ([...linked.values()].every(({ host }) => blocked.has(host))) {
      await targets.markDue(entityRef, now);
    }
  }

  private async addFailing(
    items: readonly ScorecardSummary[],
    { category }: ScorecardsRequest,
  ): Promise<readonly ScorecardSummary[]> {
    if (category === undefined || items.length === 0) return items;
    const stored = await this.options.scorecards.getScorecards(
      items.map(item => item.entityRef),
    );
    return items.map(item => {
      const scorecard = stored.get(item.entityRef)?.scorecard;
      if (scorecard === undefined) return item;
      const { formatLink } = this.options;
      return {
        ...item,
        failing: listFailingChecks(scorecard, category, formatLink),
      };
    });
  }
}

/** What may be seen is up to a minute old; rows are checked once more. */
async function keepVisible(
  items: readonly ScorecardSummary[],
  visibility: EntityVisibility | undefined,
): Promise<readonly ScorecardSummary[]> {
  if (visibility?.kind !== 'some' || items.length === 0) return items;
  const visible = await visibility.findVisible(
    items.map(item => item.entityRef),
  );
  return items.filter(item => visible.has(item.entityRef));
}

function getState(target: TargetRow, now: number): EvaluationState {
  if (isLeased(target, now)) return 'evaluating';
  const { evaluatedAt, requestedAt, error } = target;
  if (evaluatedAt === undefined) return 'queued';
  if (requestedAt !== undefined && requestedAt > evaluatedAt) return 'queued';
  return error === undefined ? 'evaluated' : 'failed';
}

function isLeased({ leasedUntil }: TargetRow, now: number): boolean {
  return leasedUntil !== undefined && leasedUntil > now;
}

function toTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
