import type {
  CategoryId,
  HeatmapResponse,
  HeatmapRow,
  ScorecardSummary,
} from 'backstage-plugin-readiness-common';
import {
  getEntityNumbers,
  getGroupNumbers,
  getRowKey,
  SUMMARY_KEY,
  type DataRow,
  type GridRow,
  type RowNumbers,
} from './gridRow';
import type { HeatmapSort } from './parameters';

/** The entities directly in an open group, as far as they are known. */
export type GroupEntities =
  | { readonly kind: 'loading' }
  | { readonly kind: 'error'; readonly message: string }
  | {
      readonly kind: 'loaded';
      readonly items: readonly ScorecardSummary[];
      readonly totalItems: number;
    };

/** How rows are ordered and what is open. */
export interface GridOptions {
  readonly open: ReadonlySet<string>;
  readonly entities: ReadonlyMap<string, GroupEntities>;
  readonly sort: HeatmapSort;
  readonly isStrict: boolean;
  readonly summaryTitle: string;
  readonly getTitle: (row: HeatmapRow) => string;
}

/** More groups than this begin closed. */
const OPEN_UP_TO = 30;

/** The tree as lines, siblings sorted, open groups followed by what is in them. */
export function buildGridRows(
  heatmap: HeatmapResponse,
  options: GridOptions,
): readonly GridRow[] {
  const known = new Set(heatmap.rows.map(row => row.id));
  const children = groupByParent(heatmap.rows, known);
  const rows: GridRow[] = [];

  function addGroups(parent: string | undefined, depth: number) {
    const siblings = sortBy(
      children.get(parent) ?? [],
      heatmap.columns,
      options,
      getGroupNumbers,
      options.getTitle,
    );
    for (const [index, group] of siblings.entries()) {
      const key = getRowKey(group.id);
      const isEntity = heatmap.groupBy === 'entity';
      const isOpen = !isEntity && options.open.has(key);
      rows.push({
        kind: isEntity ? 'entity' : 'group',
        key,
        id: group.id,
        title: options.getTitle(group),
        depth,
        isExpandable: !isEntity,
        isOpen,
        position: index + 1,
        siblings: siblings.length,
        numbers: getGroupNumbers(group),
      });
      if (!isOpen) continue;
      // A row can only be its own ancestor in broken data; depth ends that.
      if (depth < 20) addGroups(group.id, depth + 1);
      if (group.directEntities > 0) {
        addEntities(rows, key, depth + 1, heatmap.columns, options);
      }
    }
  }

  addGroups(undefined, 0);
  return rows;
}

/** The line over everything. */
export function buildSummaryRow(
  heatmap: HeatmapResponse,
  title: string,
): DataRow {
  return {
    kind: 'summary',
    key: SUMMARY_KEY,
    id: SUMMARY_KEY,
    title,
    depth: 0,
    isExpandable: false,
    isOpen: false,
    position: 1,
    siblings: 1,
    numbers: getGroupNumbers(heatmap.summary),
  };
}

/** What is open before anybody opened or closed anything. */
export function getOpenAtFirst(heatmap: HeatmapResponse): readonly string[] {
  if (heatmap.rows.length > OPEN_UP_TO) return [];
  const parents = new Set(
    heatmap.rows.flatMap(({ parentId }) => parentId ?? []),
  );
  return heatmap.rows
    .filter(({ id }) => parents.has(id))
    .map(({ id }) => getRowKey(id));
}

function addEntities(
  rows: GridRow[],
  groupKey: string,
  depth: number,
  columns: readonly CategoryId[],
  options: GridOptions,
) {
  const entities = options.entities.get(groupKey) ?? { kind: 'loading' };
  if (entities.kind !== 'loaded') {
    rows.push({ kind: 'note', key: `${groupKey}#note`, depth, note: entities });
    return;
  }
  const sorted = sortBy(
    entities.items,
    columns,
    options,
    getEntityNumbers,
    getEntityTitle,
  );
  for (const [index, entity] of sorted.entries()) {
    rows.push({
      kind: 'entity',
      key: entity.entityRef,
      id: entity.entityRef,
      title: getEntityTitle(entity),
      depth,
      isExpandable: false,
      isOpen: false,
      position: index + 1,
      siblings: sorted.length,
      numbers: getEntityNumbers(entity),
    });
  }
  const rest = entities.totalItems - entities.items.length;
  if (rest > 0) {
    const note = { kind: 'more', count: rest } as const;
    rows.push({ kind: 'note', key: `${groupKey}#note`, depth, note });
  }
}

/** The title, or the name inside the reference. */
export function getEntityTitle(
  entity: Pick<ScorecardSummary, 'title' | 'entityRef'>,
): string {
  return entity.title ?? entity.entityRef.replace(/^.*\//, '');
}

function groupByParent(
  rows: readonly HeatmapRow[],
  known: ReadonlySet<string>,
): ReadonlyMap<string | undefined, readonly HeatmapRow[]> {
  const children = new Map<string | undefined, HeatmapRow[]>();
  for (const row of rows) {
    const { parentId } = row;
    const parent =
      parentId !== undefined && known.has(parentId) && parentId !== row.id
        ? parentId
        : undefined;
    const siblings = children.get(parent);
    if (siblings) siblings.push(row);
    else children.set(parent, [row]);
  }
  return children;
}

/** Sorted by the chosen score; what has none comes last, equals by title. */
function sortBy<Item>(
  items: readonly Item[],
  columns: readonly CategoryId[],
  { sort, isStrict }: Pick<GridOptions, 'sort' | 'isStrict'>,
  getNumbers: (item: Item) => RowNumbers,
  getTitle: (item: Item) => string,
): readonly Item[] {
  const byTitle = (one: Item, other: Item) =>
    getTitle(one).localeCompare(getTitle(other));
  if (sort.by === 'name') return [...items].sort(byTitle);
  const column = columns.findIndex(id => id === sort.by);
  const getScore = (item: Item) => {
    const numbers = getNumbers(item);
    const scores = column < 0 ? numbers : numbers.cells[column];
    return isStrict ? scores?.strictScore : scores?.score;
  };
  const sign = sort.direction === 'worst' ? 1 : -1;
  return [...items].sort((one, other) => {
    const left = getScore(one);
    const right = getScore(other);
    if (left === undefined || right === undefined) {
      if (left === right) return byTitle(one, other);
      return left === undefined ? 1 : -1;
    }
    return sign * (left - right) || byTitle(one, other);
  });
}
