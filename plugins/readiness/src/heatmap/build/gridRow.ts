import type {
  HeatmapCell,
  HeatmapRow,
  ReachedLevel,
  ScorecardSummary,
} from 'backstage-plugin-readiness-common';

/** Key of the row over everything. */
export const SUMMARY_KEY = '*';

/** The numbers that a row shows. */
export interface RowNumbers {
  readonly score?: number;
  readonly strictScore?: number;
  readonly meetsBar: number;
  readonly withBar: number;
  readonly level?: ReachedLevel;
  readonly entities: number;
  readonly cells: readonly HeatmapCell[];
}

/** A line of the grid. */
export type GridRow = DataRow | NoteRow;

/** A line with numbers: everything, a group, an entity. */
export interface DataRow {
  readonly kind: 'summary' | 'group' | 'entity';
  /** Unique, and what the address calls the row. */
  readonly key: string;
  /** The group's id or the entity's reference. */
  readonly id: string;
  readonly title: string;
  readonly depth: number;
  readonly isExpandable: boolean;
  readonly isOpen: boolean;
  /** Place among its siblings, from 1, and how many they are. */
  readonly position: number;
  readonly siblings: number;
  readonly numbers: RowNumbers;
}

/** A line of words where entities are to come, or could not. */
export interface NoteRow {
  readonly kind: 'note';
  readonly key: string;
  readonly depth: number;
  readonly note:
    | { readonly kind: 'loading' }
    | { readonly kind: 'error'; readonly message: string }
    | { readonly kind: 'more'; readonly count: number };
}

/** The key of a group's row: the id, `-` for entities without a group. */
export function getRowKey(id: string): string {
  return id === '' ? '-' : id;
}

/** The reverse of {@link getRowKey}. */
export function getRowId(key: string): string {
  return key === '-' ? '' : key;
}

/** A group's numbers. */
export function getGroupNumbers(row: HeatmapRow): RowNumbers {
  const { score, strictScore, meetsBar, withBar, level, entities, cells } = row;
  return {
    ...(score !== undefined && { score }),
    ...(strictScore !== undefined && { strictScore }),
    ...(level !== undefined && { level }),
    meetsBar,
    withBar,
    entities,
    cells,
  };
}

/** An entity's numbers in the shape of a group of one. */
export function getEntityNumbers(entity: ScorecardSummary): RowNumbers {
  const { score, strictScore, meetsBar, level } = entity;
  return {
    ...(score !== undefined && { score }),
    ...(strictScore !== undefined && { strictScore }),
    level,
    meetsBar: meetsBar ? 1 : 0,
    withBar: meetsBar === undefined ? 0 : 1,
    entities: 1,
    cells: entity.categories.map(category => {
      const hasScore = category.score !== undefined;
      const { unknown, error } = category.outcomes;
      const isUndecided = !hasScore && unknown + error > 0;
      return {
        ...(category.score !== undefined && { score: category.score }),
        ...(category.strictScore !== undefined && {
          strictScore: category.strictScore,
        }),
        scored: hasScore ? 1 : 0,
        undecided: isUndecided ? 1 : 0,
        notApplicable: hasScore || isUndecided ? 0 : 1,
        outcomes: category.outcomes,
      };
    }),
  };
}
