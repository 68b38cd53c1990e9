import type {
  CategoryId,
  CategoryScore,
  OutcomeCounts,
  ReachedLevel,
} from 'backstage-plugin-readiness-common';
import { Dictionary } from './Dictionary';
import { createSortKey } from './sortKey';

/** A target as it enters the model. */
export interface ModelEntry {
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
  /** Score, strict score, coverage in percent, six counts; -1 for absent. */
  readonly categories: Readonly<Record<string, readonly number[]>>;
  readonly waiverEnds: readonly string[];
}

/** The dimensions that rows can be grouped and narrowed by. */
export type Dimension =
  | 'kind'
  | 'type'
  | 'lifecycle'
  | 'owner'
  | 'system'
  | 'domain';

const DIMENSIONS: readonly Dimension[] = [
  'kind',
  'type',
  'lifecycle',
  'owner',
  'system',
  'domain',
];

/** Absent, in columns of bytes. */
export const NO_SCORE = 255;
const NO_COVERAGE = 65_535;
export const COUNTS = 6;

/** Columns of numbers, one slot a row. */
function createColumns(capacity: number, categoryCount: number) {
  return {
    isAlive: new Uint8Array(capacity),
    kind: new Int32Array(capacity),
    type: new Int32Array(capacity),
    lifecycle: new Int32Array(capacity),
    owner: new Int32Array(capacity),
    system: new Int32Array(capacity),
    domain: new Int32Array(capacity),
    level: new Uint8Array(capacity),
    /** 0 no bar, 1 met, 2 missed. */
    bar: new Uint8Array(capacity),
    isStale: new Uint8Array(capacity),
    hasError: new Uint8Array(capacity),
    hasWaivers: new Uint8Array(capacity),
    /** NaN before the first evaluation. */
    evaluatedAt: new Float64Array(capacity),
    score: new Uint8Array(capacity),
    strictScore: new Uint8Array(capacity),
    /** NaN when nothing applies. */
    coverage: new Float32Array(capacity),
    categoryScore: new Uint8Array(capacity * categoryCount),
    categoryStrictScore: new Uint8Array(capacity * categoryCount),
    /** In tenths of a percent. */
    categoryCoverage: new Uint16Array(capacity * categoryCount),
    counts: new Uint8Array(capacity * categoryCount * COUNTS),
  };
}

/** @see createColumns */
export type Columns = ReturnType<typeof createColumns>;

/**
 * All targets in columns of numbers: the sums of a heatmap run over them
 * without a query or an object per entity. The database is the truth; this is
 * refreshed from it.
 */
export class ReadinessModel {
  columns: Columns;
  /** Rows in use, gone ones included. */
  size = 0;
  /** Rises with every change, for what is derived from rows. */
  version = 0;
  readonly entityRefs: string[] = [];
  readonly uids: string[] = [];
  readonly titles: string[] = [];
  /** To sort by title, then by reference. */
  readonly sortKeys: string[] = [];
  /** Name and title in lower case, for text search. */
  readonly searchTexts: string[] = [];
  readonly tags: (readonly number[])[] = [];
  readonly waiverEnds: (readonly string[])[] = [];
  readonly dictionaries: Readonly<Record<Dimension | 'tag', Dictionary>> = {
    kind: new Dictionary(),
    type: new Dictionary(),
    lifecycle: new Dictionary(),
    owner: new Dictionary(),
    system: new Dictionary(),
    domain: new Dictionary(),
    tag: new Dictionary(),
  };
  private readonly rows = new Map<string, number>();
  private readonly freeRows: number[] = [];
  private capacity = 1_024;

  constructor(readonly categories: readonly CategoryId[]) {
    this.columns = createColumns(this.capacity, categories.length);
  }

  findRow(entityRef: string): number | undefined {
    return this.rows.get(entityRef);
  }

  /** Adds targets, or replaces what was known of them. */
  save(entries: readonly ModelEntry[]): void {
    for (const entry of entries) this.saveEntry(entry);
    if (entries.length > 0) this.version += 1;
  }

  delete(entityRefs: readonly string[]): void {
    for (const entityRef of entityRefs) {
      const row = this.rows.get(entityRef);
      if (row === undefined) continue;
      this.rows.delete(entityRef);
      this.columns.isAlive[row] = 0;
      this.uids[row] = '';
      this.freeRows.push(row);
    }
    if (entityRefs.length > 0) this.version += 1;
  }

  getLevel(row: number): ReachedLevel {
    const level = this.columns.level[row];
    return level === 1 || level === 2 || level === 3 ? level : 0;
  }

  /** The category scores of a row, in the checklist's order. */
  getCategories(row: number): readonly CategoryScore[] {
    const { columns } = this;
    return this.categories.map((id, index) => {
      const cell = row * this.categories.length + index;
      const coverage = columns.categoryCoverage[cell] ?? NO_COVERAGE;
      return {
        id,
        ...withScore('score', columns.categoryScore[cell]),
        ...withScore('strictScore', columns.categoryStrictScore[cell]),
        ...(coverage !== NO_COVERAGE && { coverage: coverage / 1_000 }),
        outcomes: getCounts(columns.counts, cell * COUNTS),
      };
    });
  }

  private saveEntry(entry: ModelEntry): void {
    const row = this.rows.get(entry.entityRef) ?? this.addRow(entry.entityRef);
    const { columns, dictionaries } = this;
    this.uids[row] = entry.uid;
    this.titles[row] = entry.title ?? entry.name;
    this.sortKeys[row] = createSortKey(
      `${entry.title ?? entry.name}\0${entry.entityRef}`,
    );
    this.searchTexts[row] = `${entry.name}\n${entry.title ?? ''}`.toLowerCase();
    this.tags[row] = entry.tags.map(tag => dictionaries.tag.getId(tag));
    this.waiverEnds[row] = entry.waiverEnds;
    for (const dimension of DIMENSIONS) {
      columns[dimension][row] = dictionaries[dimension].getId(entry[dimension]);
    }
    columns.isAlive[row] = 1;
    columns.level[row] = entry.level;
    columns.bar[row] = formatBar(entry.meetsBar);
    columns.isStale[row] = entry.isStale ? 1 : 0;
    columns.hasError[row] = entry.hasError ? 1 : 0;
    columns.hasWaivers[row] = entry.waiverEnds.length > 0 ? 1 : 0;
    columns.evaluatedAt[row] = entry.evaluatedAt ?? NaN;
    columns.score[row] = packScore(entry.score);
    columns.strictScore[row] = packScore(entry.strictScore);
    columns.coverage[row] = entry.coverage ?? NaN;
    this.categories.forEach((category, index) =>
      this.saveCategory(
        row * this.categories.length + index,
        entry.categories[category] ?? [],
      ),
    );
  }

  private saveCategory(cell: number, packed: readonly number[]): void {
    const { columns } = this;
    const [score, strictScore, coverage = -1, ...counts] = packed;
    columns.categoryScore[cell] = packScore(score);
    columns.categoryStrictScore[cell] = packScore(strictScore);
    columns.categoryCoverage[cell] =
      coverage < 0 ? NO_COVERAGE : Math.round(coverage * 10);
    for (let index = 0; index < COUNTS; index += 1) {
      columns.counts[cell * COUNTS + index] = Math.min(counts[index] ?? 0, 255);
    }
  }

  private addRow(entityRef: string): number {
    const row = this.freeRows.pop() ?? this.size;
    if (row === this.size) {
      this.size += 1;
      if (this.size > this.capacity) this.grow();
    }
    this.rows.set(entityRef, row);
    this.entityRefs[row] = entityRef;
    return row;
  }

  private grow(): void {
    this.capacity *= 2;
    const grown = createColumns(this.capacity, this.categories.length);
    copyColumns(this.columns, grown);
    this.columns = grown;
  }
}

type NumberColumn = {
  set(values: ArrayLike<number>): void;
} & ArrayLike<number>;

function copyColumns(
  from: Readonly<Record<string, NumberColumn>>,
  to: Readonly<Record<string, NumberColumn>>,
): void {
  for (const [key, column] of Object.entries(from)) to[key]?.set(column);
}

/** The six counts at an offset, as the API has them. */
export function getCounts(
  counts: ArrayLike<number>,
  offset: number,
): OutcomeCounts {
  return {
    pass: counts[offset] ?? 0,
    fail: counts[offset + 1] ?? 0,
    unknown: counts[offset + 2] ?? 0,
    notApplicable: counts[offset + 3] ?? 0,
    error: counts[offset + 4] ?? 0,
    waived: counts[offset + 5] ?? 0,
  };
}

/** A score as an optional field. */
export function withScore<K extends string>(
  key: K,
  score: number | undefined,
): { readonly [key in K]?: number } {
  const field: { [key in K]?: number } = {};
  if (score !== undefined && score !== NO_SCORE) field[key] = score;
  return field;
}

function packScore(score: number | undefined): number {
  return score === undefined || score < 0 ? NO_SCORE : Math.round(score);
}

function formatBar(meetsBar: boolean | undefined): number {
  if (meetsBar === undefined) return 0;
  return meetsBar ? 1 : 2;
}
