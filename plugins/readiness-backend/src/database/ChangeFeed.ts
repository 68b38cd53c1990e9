import type { Knex } from 'knex';
import { compact, Row, toBoolean, toNumber, toText } from './columns';
import { Grouping, GroupingStore } from './GroupingStore';
import { PackedCategories, toLevel } from './ScorecardStore';
import type { ReachedLevel } from 'backstage-plugin-readiness-common';

/** What the read model keeps of a target. */
export interface ModelRow {
  readonly entityRef: string;
  readonly uid: string;
  readonly kind: string;
  readonly name: string;
  readonly title?: string;
  readonly type?: string;
  readonly lifecycle?: string;
  readonly owner?: string;
  readonly system?: string;
  readonly domain?: string;
  readonly tags: readonly string[];
  readonly hasError: boolean;
  readonly isStale: boolean;
  readonly evaluatedAt?: number;
  readonly score?: number;
  readonly strictScore?: number;
  readonly coverage?: number;
  readonly level: ReachedLevel;
  readonly meetsBar?: boolean;
  readonly categories: PackedCategories;
  /** Last days of active waivers, empty for those without end. */
  readonly waiverEnds: readonly string[];
}

/** A page of what changed. */
export interface ModelChanges {
  readonly rows: readonly ModelRow[];
  /** Where the next page starts; absent after the last. */
  readonly next?: FeedPosition;
}

/** Everything up to a sequence, or up to an entity of that sequence, is known. */
export interface FeedPosition {
  readonly sequence: number;
  readonly entityRef?: string;
}

/** Counters that rise with every change. */
export interface ChangeSequences {
  readonly targets: number;
  readonly groupings: number;
}

/** Parsing a page keeps the event loop for some milliseconds. */
const PAGE_SIZE = 1_000;

/** What changed since a change sequence, for read models in memory. */
export class ChangeFeed {
  constructor(private readonly knex: Knex) {}

  async getChanges(since: FeedPosition): Promise<ModelChanges> {
    const rows: Row[] = await this.knex('readiness_targets as target')
      .leftJoin(
        'readiness_scorecards as scorecard',
        'scorecard.entity_ref',
        'target.entity_ref',
      )
      .select(
        ...[
          'entity_ref',
          'uid',
          'kind',
          'name',
          'title',
          'type',
          'lifecycle',
        ].map(column => `target.${column}`),
        ...['owner', 'system', 'domain', 'tags', 'error', 'stale_since'].map(
          column => `target.${column}`,
        ),
        ...['evaluated_at', 'change_sequence'].map(
          column => `target.${column}`,
        ),
        ...['score', 'strict_score', 'coverage', 'level', 'meets_bar'].map(
          column => `scorecard.${column}`,
        ),
        ...['categories', 'waivers'].map(column => `scorecard.${column}`),
      )
      .modify(query => {
        if (since.entityRef === undefined) {
          query.where('target.change_sequence', '>', since.sequence);
        } else {
          query.whereRaw('(??, ??) > (?, ?)', [
            'target.change_sequence',
            'target.entity_ref',
            since.sequence,
            since.entityRef,
          ]);
        }
      })
      .orderBy(['target.change_sequence', 'target.entity_ref'])
      .limit(PAGE_SIZE);
    const last = rows[rows.length - 1];
    return {
      rows: rows.map(parseModelRow),
      ...(last !== undefined &&
        rows.length === PAGE_SIZE && {
          next: {
            sequence: Number(last.change_sequence),
            entityRef: String(last.entity_ref),
          },
        }),
    };
  }

  /** Entities that left since a sequence, in order. */
  async getDeletions(since: number): Promise<readonly string[]> {
    return this.knex('readiness_deletions')
      .where('change_sequence', '>', since)
      .orderBy('change_sequence')
      .pluck('entity_ref');
  }

  async getGroupings(): Promise<readonly Grouping[]> {
    const rows: Row[] = await this.knex('readiness_groupings').select();
    return rows.map(GroupingStore.parseRow);
  }

  /** What the last writers took: one query tells whether anything changed. */
  async getSequences(): Promise<ChangeSequences> {
    const rows: Row[] = await this.knex('readiness_sequence').select();
    const values = new Map(
      rows.map(row => [String(row.name), Number(row.value)]),
    );
    return {
      targets: values.get('targets') ?? 0,
      groupings: values.get('groupings') ?? 0,
    };
  }

  async pruneDeletions(before: number): Promise<void> {
    await this.knex('readiness_deletions')
      .where('deleted_at', '<', before)
      .delete();
  }
}

function parseModelRow(row: Row): ModelRow {
  return compact({
    entityRef: String(row.entity_ref),
    uid: String(row.uid),
    kind: String(row.kind),
    name: String(row.name),
    title: toText(row.title),
    type: toText(row.type),
    lifecycle: toText(row.lifecycle),
    owner: toText(row.owner),
    system: toText(row.system),
    domain: toText(row.domain),
    tags: JSON.parse(String(row.tags)),
    hasError: row.error !== null,
    isStale: row.stale_since !== null,
    evaluatedAt: toNumber(row.evaluated_at),
    score: toNumber(row.score),
    strictScore: toNumber(row.strict_score),
    coverage: toNumber(row.coverage),
    level: toLevel(Number(row.level ?? 0)),
    meetsBar: toBoolean(row.meets_bar),
    categories: JSON.parse(toText(row.categories) ?? '{}'),
    waiverEnds: JSON.parse(toText(row.waivers) ?? '[]'),
  });
}
