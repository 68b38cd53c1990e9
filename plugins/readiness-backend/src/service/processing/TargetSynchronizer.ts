import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { Knex } from 'knex';
import { ChangeFeed } from '../../database/ChangeFeed';
import { takeChangeSequence } from '../../database/changeSequence';
import { Grouping, GroupingStore } from '../../database/GroupingStore';
import { NewRepository, RepositoryStore } from '../../database/RepositoryStore';
import { ScorecardStore } from '../../database/ScorecardStore';
import {
  LinkedTarget,
  TargetEntity,
  TargetLink,
  TargetStore,
} from '../../database/TargetStore';
import { readEntityLinks } from '../../repository/readEntityLinks';
import { formatRepositoryId } from '../../repository/repositoryLink';
import { CatalogReader } from '../../targets/CatalogReader';
import { describeGrouping, listContacts } from '../../targets/describeGrouping';
import { describeTarget } from '../../targets/describeTarget';
import { findMentionedRefs } from '../../targets/findMentionedRefs';
import { digestOf } from './stableDigest';
import { listLeanedOn, TargetPayload } from './targetPayload';

const DAY = 24 * 60 * 60 * 1_000;
/** Replicas read deletions within seconds. */
const KEEP_DELETIONS = DAY;

/** What a look at the catalog found. */
export interface Synchronization {
  readonly total: number;
  readonly changed: number;
  readonly removed: number;
}

type Target = LinkedTarget & {
  readonly repositories: readonly NewRepository[];
};

/**
 * Compares the catalog with what is stored: new and changed entities become
 * due, gone ones are pruned. The catalog tells nobody of changes.
 */
export class TargetSynchronizer {
  constructor(
    private readonly options: {
      readonly knex: Knex;
      readonly reader: CatalogReader;
      readonly integrations: ScmIntegrationRegistry;
      readonly targets: TargetStore;
      readonly repositories: RepositoryStore;
      readonly groupings: GroupingStore;
      readonly scorecards: ScorecardStore;
      readonly feed: ChangeFeed;
      readonly historyDays: number;
      readonly logger: LoggerService;
    },
  ) {}

  async synchronize(): Promise<Synchronization> {
    const groupings = await this.readGroupings();
    const changedGroupings = await this.saveGroupings(groupings);
    const known = await this.options.targets.getDigests();
    const seen = new Set<string>();
    let changed = 0;
    for await (const page of this.options.reader.streamTargets()) {
      const targets = await this.describe(page, groupings);
      for (const target of targets) seen.add(target.entityRef);
      const news = targets.filter(
        target => known.get(target.entityRef) !== target.digest,
      );
      await this.save(news);
      changed += news.length;
    }
    const removed = await this.prune(known, seen);
    return {
      total: seen.size,
      changed: changed + changedGroupings,
      removed,
    };
  }

  private async readGroupings(): Promise<ReadonlyMap<string, Grouping>> {
    const groupings = new Map<string, Grouping>();
    for await (const page of this.options.reader.streamGroupings()) {
      for (const entity of page) {
        const description = describeGrouping(entity);
        groupings.set(description.entityRef, {
          ...description,
          digest: digestOf(description),
        });
      }
    }
    return groupings;
  }

  private async saveGroupings(
    groupings: ReadonlyMap<string, Grouping>,
  ): Promise<number> {
    const known = await this.options.groupings.getDigests();
    const changed = [...groupings.values()].filter(
      ({ entityRef, digest }) => known.get(entityRef) !== digest,
    );
    const gone = [...known.keys()].filter(ref => !groupings.has(ref));
    if (changed.length + gone.length === 0) return 0;
    await this.options.knex.transaction(async transaction => {
      await takeChangeSequence(transaction, 'groupings');
      await this.options.groupings.saveGroupings(transaction, changed);
      await this.options.groupings.deleteGroupings(transaction, gone);
    });
    return changed.length + gone.length;
  }

  private async describe(
    page: readonly Entity[],
    groupings: ReadonlyMap<string, Grouping>,
  ): Promise<readonly Target[]> {
    const described = page.map(entity => ({
      entity,
      description: describeTarget(entity),
      mentioned: findMentionedRefs(entity),
    }));
    const existing = await this.options.reader.getExisting(
      listUnknownRefs(described, groupings),
    );
    return described.map(({ entity, description, mentioned }) => {
      const { links, problems } = readEntityLinks(
        entity,
        this.options.integrations,
      );
      const domain =
        groupings.get(description.system ?? '')?.domain ??
        describeGrouping({ ...entity, kind: 'System' }).domain;
      const payload: TargetPayload = {
        entity: trimEntity(entity),
        catalog: {
          ...describeOwner(description.owner, groupings, existing),
          ...(domain !== undefined && { domain }),
        },
        problems,
        mentioned: Object.fromEntries(
          mentioned.map(ref => [ref, existing.has(ref) || groupings.has(ref)]),
        ),
      };
      return createTarget(
        { ...description, ...(domain !== undefined && { domain }) },
        payload,
        links.map(link => ({
          ...link,
          repositoryId: formatRepositoryId(link),
        })),
      );
    });
  }

  private async save(targets: readonly Target[]): Promise<void> {
    if (targets.length === 0) return;
    const now = Date.now();
    const repositories = new Map(
      targets
        .flatMap(target => target.repositories)
        .map(repository => [repository.repositoryId, repository]),
    );
    await this.options.knex.transaction(async transaction => {
      const changeSequence = await takeChangeSequence(transaction);
      await this.options.repositories.addRepositories(
        transaction,
        [...repositories.values()],
        now,
      );
      await this.options.targets.saveTargets(transaction, targets, {
        now,
        changeSequence,
      });
      await this.options.repositories.markIncompleteDue(
        transaction,
        targets.map(target => target.entityRef),
        now,
      );
    });
  }

  private async prune(
    known: ReadonlyMap<string, string>,
    seen: ReadonlySet<string>,
  ): Promise<number> {
    const { knex, targets, repositories, feed, scorecards } = this.options;
    const now = Date.now();
    const gone = [...known.keys()].filter(ref => !seen.has(ref));
    if (gone.length > 0 && seen.size === 0) {
      this.options.logger.warn(
        `The catalog has no entity to evaluate; ${gone.length} results are kept until it has one`,
      );
      return 0;
    }
    if (gone.length > 0) {
      await knex.transaction(async transaction => {
        const changeSequence = await takeChangeSequence(transaction);
        await targets.deleteTargets(transaction, gone, { now, changeSequence });
      });
    }
    await repositories.prune();
    await feed.pruneDeletions(now - KEEP_DELETIONS);
    await scorecards.pruneHistory(now - this.options.historyDays * DAY);
    return gone.length;
  }
}

/** Owners that are no groups, and what waivers mention. */
function listUnknownRefs(
  described: readonly {
    readonly description: { readonly owner?: string };
    readonly mentioned: readonly string[];
  }[],
  groupings: ReadonlyMap<string, Grouping>,
): readonly string[] {
  const refs = new Set<string>();
  for (const { description, mentioned } of described) {
    for (const ref of [description.owner ?? '', ...mentioned]) {
      if (ref !== '' && !groupings.has(ref)) refs.add(ref);
    }
  }
  return [...refs];
}

function describeOwner(
  owner: string | undefined,
  groupings: ReadonlyMap<string, Grouping>,
  existing: ReadonlyMap<string, Entity>,
): TargetPayload['catalog'] {
  if (owner === undefined) return {};
  const group = groupings.get(owner);
  if (group !== undefined) {
    return { isOwnerResolved: true, ownerContacts: group.contacts };
  }
  const entity = existing.get(owner);
  return {
    isOwnerResolved: entity !== undefined,
    ownerContacts: entity === undefined ? [] : listContacts(entity),
  };
}

/** Without what changes by itself, so that the digest changes with meaning only. */
function trimEntity(entity: Entity): Entity {
  const { uid, etag, ...metadata } = entity.metadata;
  return {
    apiVersion: entity.apiVersion,
    kind: entity.kind,
    metadata,
    ...(entity.spec !== undefined && { spec: entity.spec }),
  };
}

function createTarget(
  description: Omit<TargetEntity, 'entity' | 'digest'>,
  payload: TargetPayload,
  links: readonly (NewRepository & TargetLink)[],
): Target {
  const entity = JSON.stringify(payload);
  return {
    ...description,
    entity,
    mentions: listLeanedOn(payload),
    links: links.map(({ repositoryId, subPath }) => ({
      repositoryId,
      subPath,
    })),
    repositories: links.map(({ repositoryId, url, ref, hostType, host }) => ({
      repositoryId,
      url,
      hostType,
      host,
      ...(ref !== undefined && { ref }),
    })),
    digest: digestOf([
      description,
      payload,
      links.map(({ repositoryId, subPath }) => [repositoryId, subPath]),
    ]),
  };
}
