import { NotFoundError } from '@backstage/errors';
import type {
  Checklist,
  EvaluationRequestResponse,
  FailingCheck,
  HeatmapRequest,
  HeatmapResponse,
  HeatmapRow,
  ReadinessApi,
  ReadinessStatus,
  ScorecardFilter,
  ScorecardsRequest,
  ScorecardsResponse,
  ScorecardSummary,
  StoredScorecard,
} from 'backstage-plugin-readiness-common';
import { rollUp } from './rollUp';
import { sampleCategories, sampleChecklist } from './sampleChecklist';
import {
  sampleEntities,
  sampleOwners,
  type SampleOwner,
} from './sampleOrganisation';
import { cartStored } from './sampleScorecard';

/** A backend in memory: the sample organisation, filtered and rolled up as asked. */
export class FakeReadinessApi implements ReadinessApi {
  readonly requested: string[] = [];
  /** Calls of these methods fail while the name is in here. */
  readonly failing = new Set<keyof ReadinessApi>();
  /** Calls of these methods never answer. */
  readonly hanging = new Set<keyof ReadinessApi>();
  readonly heatmapRequests: HeatmapRequest[] = [];
  stored: Readonly<Record<string, StoredScorecard>>;
  checklist: Checklist = sampleChecklist;
  entities: readonly ScorecardSummary[];
  owners: readonly SampleOwner[];

  constructor(
    options: {
      readonly stored?: Readonly<Record<string, StoredScorecard>>;
      readonly entities?: readonly ScorecardSummary[];
      readonly owners?: readonly SampleOwner[];
    } = {},
  ) {
    this.stored = options.stored ?? { [cartStored.entityRef]: cartStored };
    this.entities = options.entities ?? sampleEntities;
    this.owners = options.owners ?? sampleOwners;
  }

  async getChecklist(): Promise<Checklist> {
    await this.answer('getChecklist');
    return this.checklist;
  }

  async getScorecard(entityRef: string): Promise<StoredScorecard> {
    await this.answer('getScorecard');
    const stored = this.stored[entityRef];
    if (!stored) throw new NotFoundError(`No scorecard of ${entityRef}`);
    return stored;
  }

  async getScorecards(
    request: ScorecardsRequest = {},
  ): Promise<ScorecardsResponse> {
    await this.answer('getScorecards');
    const { category, directOwner, limit = 50, offset = 0 } = request;
    const found = this.filter(request)
      .filter(({ owner }) => directOwner === undefined || owner === directOwner)
      .map(entity => (category ? addFailing(entity, category) : entity));
    const score = (entity: ScorecardSummary) =>
      entity.categories.find(({ id }) => id === category)?.score ??
      (category ? 101 : entity.score ?? 101);
    const sorted = [...found].sort((one, other) => score(one) - score(other));
    return {
      items: sorted.slice(offset, offset + limit),
      totalItems: sorted.length,
    };
  }

  async getHeatmap(request: HeatmapRequest = {}): Promise<HeatmapResponse> {
    this.heatmapRequests.push(request);
    await this.answer('getHeatmap');
    const groupBy = request.groupBy ?? 'owner';
    const entities = this.filter(request);
    return {
      groupBy,
      columns: sampleCategories.map(({ id }) => id),
      summary: rollUp(
        { id: '*', title: 'Everything' },
        entities,
        entities.length,
      ),
      rows:
        groupBy === 'owner'
          ? this.buildOwnerRows(entities)
          : buildFlatRows(groupBy, entities),
      facets: {
        kinds: ['Component'],
        types: ['library', 'service', 'website'],
        lifecycles: ['experimental', 'production'],
        owners: this.owners.flatMap(({ id }) => (id === '' ? [] : [id])),
        systems: [
          'system:default/insight',
          'system:default/shop',
          'system:default/warehouse',
        ],
        domains: [],
        tags: ['go', 'java'],
      },
      freshness: {
        upToDate: entities.filter(({ isStale }) => !isStale).length,
        stale: entities.filter(({ isStale }) => isStale).length,
        oldestEvaluatedAt: '2026-11-21T07:14:00Z',
      },
      waivers: { active: 41, expiringWithin30Days: 6 },
    };
  }

  async requestEvaluation(
    entityRef: string,
  ): Promise<EvaluationRequestResponse> {
    await this.answer('requestEvaluation');
    this.requested.push(entityRef);
    return { entityRef, state: 'queued' };
  }

  async getStatus(): Promise<ReadinessStatus> {
    await this.answer('getStatus');
    return {
      targets: { total: 228, evaluated: 0, due: 228, leased: 4, failed: 0 },
      repositories: { total: 90, due: 80, leased: 4, failed: 0, backingOff: 0 },
      lagSeconds: 4,
      hasCatalogBeenRead: true,
      errors: [],
    };
  }

  private async answer(method: keyof ReadinessApi): Promise<void> {
    if (this.hanging.has(method)) await new Promise(() => {});
    if (this.failing.has(method)) throw new Error('503 Service Unavailable');
  }

  private filter(filter: ScorecardFilter): readonly ScorecardSummary[] {
    const owners = filter.owner?.flatMap(owner => this.getGroupsBelow(owner));
    const allows = (
      allowed: readonly string[] | undefined,
      value: string | undefined,
    ) => !allowed?.length || allowed.includes(value ?? '');
    return this.entities.filter(
      entity =>
        allows(filter.kind, entity.kind) &&
        allows(filter.type, entity.type) &&
        allows(filter.lifecycle, entity.lifecycle) &&
        allows(filter.system, entity.system) &&
        allows(owners, entity.owner) &&
        (!filter.level?.length || filter.level.includes(entity.level)) &&
        (!filter.tag?.length || entity.entityRef.length % 2 === 0) &&
        entity.entityRef.includes((filter.text ?? '').toLocaleLowerCase()),
    );
  }

  private getGroupsBelow(id: string): readonly string[] {
    return [
      id,
      ...this.owners
        .filter(({ parentId }) => parentId === id)
        .flatMap(owner => this.getGroupsBelow(owner.id)),
    ];
  }

  private buildOwnerRows(
    entities: readonly ScorecardSummary[],
  ): readonly HeatmapRow[] {
    return this.owners
      .map(owner => {
        const below = new Set(this.getGroupsBelow(owner.id));
        return rollUp(
          owner,
          entities.filter(entity => below.has(entity.owner ?? '')),
          entities.filter(entity => (entity.owner ?? '') === owner.id).length,
        );
      })
      .filter(row => row.entities > 0);
  }
}

function buildFlatRows(
  groupBy: Exclude<HeatmapRequest['groupBy'], 'owner' | undefined>,
  entities: readonly ScorecardSummary[],
): readonly HeatmapRow[] {
  const getId = (entity: ScorecardSummary) => {
    switch (groupBy) {
      case 'entity':
        return entity.entityRef;
      case 'domain':
        return '';
      default:
        return entity[groupBy] ?? '';
    }
  };
  return [...new Set(entities.map(getId))].map(id => {
    const own = entities.filter(entity => getId(entity) === id);
    const row = rollUp(
      { id, title: id.split('/').pop() ?? id },
      own,
      own.length,
    );
    return groupBy === 'entity' && own[0]
      ? { ...row, level: own[0].level }
      : row;
  });
}

function addFailing(
  entity: ScorecardSummary,
  category: string,
): ScorecardSummary {
  const score = entity.categories.find(({ id }) => id === category);
  const checks = sampleChecklist.checks.filter(
    check => check.category === category,
  );
  const count = (score?.outcomes.fail ?? 0) + (score?.outcomes.waived ?? 0);
  const failing = checks.slice(0, count).map(
    ({ id, severity }, index): FailingCheck => ({
      checkId: id,
      severity,
      outcome: 'fail',
      isWaived: index >= (score?.outcomes.fail ?? 0),
      message: `aws_db_instance.orders: ${id.replace(/-/g, '_')} = 0`,
      subject: 'aws_db_instance.orders',
      evidenceUrl:
        'https://github.com/acme/infra/blob/b81d07e/services/orders/rds.tf#L28-L36',
      evidenceLabel: 'acme/infra@b81d07e · services/orders/rds.tf:28–36',
      failingFindings: 1,
    }),
  );
  return { ...entity, failing };
}
