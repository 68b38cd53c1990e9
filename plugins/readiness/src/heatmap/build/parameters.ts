import type {
  CategoryId,
  HeatmapGrouping,
  HeatmapRequest,
  ReachedLevel,
  ScorecardFilter,
} from 'backstage-plugin-readiness-common';

/** What rows are sorted by: a name, the score, or a category. */
export interface HeatmapSort {
  readonly by: 'name' | 'score' | CategoryId;
  readonly direction: 'worst' | 'best';
}

/** A cell by its row and its category. */
export interface CellAddress {
  readonly row: string;
  readonly category: CategoryId;
}

/** All that makes the page look as it does; it lives in the address. */
export interface HeatmapParameters {
  readonly groupBy: HeatmapGrouping;
  readonly filter: ScorecardFilter;
  readonly sort: HeatmapSort;
  readonly isStrict: boolean;
  /** Keys of the open rows; absent while nobody opened or closed one. */
  readonly open?: readonly string[];
  readonly cell?: CellAddress;
}

/** Filters with a list of values, as they are named in the address. */
export const listFilters = [
  'kind',
  'type',
  'lifecycle',
  'owner',
  'system',
  'domain',
  'tag',
] as const;

/** @see listFilters */
export type ListFilter = (typeof listFilters)[number];

const GROUPINGS: readonly HeatmapGrouping[] = [
  'owner',
  'system',
  'domain',
  'type',
  'lifecycle',
  'entity',
];
const LEVELS: Readonly<Record<string, ReachedLevel>> = {
  '0': 0,
  '1': 1,
  '2': 2,
  '3': 3,
};
const WORST_FIRST: HeatmapSort = { by: 'score', direction: 'worst' };

/** Reads the address; what it doesn't know is left out. */
export function readHeatmapParameters(
  query: URLSearchParams,
  categories: readonly CategoryId[],
): HeatmapParameters {
  const cell = readCell(query.get('cell'), categories);
  const open = query.has('open')
    ? query.getAll('open').filter(key => key !== '')
    : undefined;
  return {
    groupBy:
      GROUPINGS.find(grouping => grouping === query.get('groupBy')) ?? 'owner',
    filter: readFilter(query),
    sort: readSort(query.get('sort'), categories),
    isStrict: query.get('strict') === 'true',
    ...(open && { open }),
    ...(cell && { cell }),
  };
}

/** The address with these parameters changed and everything else as it was. */
export function writeHeatmapParameters(
  before: URLSearchParams,
  changed: Partial<HeatmapParameters>,
): URLSearchParams {
  const query = new URLSearchParams(before);
  if (changed.groupBy) {
    setValues(
      query,
      'groupBy',
      changed.groupBy === 'owner' ? [] : [changed.groupBy],
    );
    query.delete('open');
    query.delete('cell');
  }
  if (changed.filter) writeFilter(query, changed.filter);
  if (changed.sort) setValues(query, 'sort', formatSort(changed.sort));
  if (changed.isStrict !== undefined) {
    setValues(query, 'strict', changed.isStrict ? ['true'] : []);
  }
  if (changed.open) {
    setValues(query, 'open', changed.open.length === 0 ? [''] : changed.open);
  }
  if ('cell' in changed) {
    const { cell } = changed;
    setValues(query, 'cell', cell ? [`${cell.row}~${cell.category}`] : []);
  }
  return query;
}

/** The parameters as a question to the backend. */
export function buildHeatmapRequest(
  parameters: Pick<HeatmapParameters, 'groupBy' | 'filter'>,
): HeatmapRequest {
  return { groupBy: parameters.groupBy, ...parameters.filter };
}

/** How many filters are set. */
export function countFilters(filter: ScorecardFilter): number {
  const lists = listFilters.filter(name => (filter[name]?.length ?? 0) > 0);
  const others = [(filter.level?.length ?? 0) > 0, Boolean(filter.text)];
  return lists.length + others.filter(Boolean).length;
}

function readFilter(query: URLSearchParams): ScorecardFilter {
  const filter: { -readonly [Name in ListFilter]?: readonly string[] } = {};
  for (const name of listFilters) {
    const values = query.getAll(name).filter(value => value !== '');
    if (values.length > 0) filter[name] = values;
  }
  const level = query.getAll('level').flatMap(text => LEVELS[text] ?? []);
  const text = query.get('q') ?? '';
  return {
    ...filter,
    ...(level.length > 0 && { level }),
    ...(text !== '' && { text }),
  };
}

function writeFilter(query: URLSearchParams, filter: ScorecardFilter) {
  for (const name of listFilters) setValues(query, name, filter[name] ?? []);
  setValues(query, 'level', (filter.level ?? []).map(String));
  setValues(query, 'q', filter.text ? [filter.text] : []);
  query.delete('cell');
}

function readSort(
  text: string | null,
  categories: readonly CategoryId[],
): HeatmapSort {
  if (text === 'name') return { by: 'name', direction: 'worst' };
  const direction = text?.startsWith('-') ? 'best' : 'worst';
  const name = text?.replace(/^-/, '');
  if (name === 'score') return { by: 'score', direction };
  const category = categories.find(id => id === name);
  return category ? { by: category, direction } : WORST_FIRST;
}

function formatSort(sort: HeatmapSort): readonly string[] {
  if (sort.by === 'score' && sort.direction === 'worst') return [];
  return [`${sort.direction === 'best' ? '-' : ''}${sort.by}`];
}

function readCell(
  text: string | null,
  categories: readonly CategoryId[],
): CellAddress | undefined {
  const place = text?.lastIndexOf('~') ?? -1;
  if (text === null || place < 1) return undefined;
  const category = categories.find(id => id === text.slice(place + 1));
  return category && { row: text.slice(0, place), category };
}

function setValues(
  query: URLSearchParams,
  name: string,
  values: readonly string[],
) {
  query.delete(name);
  for (const value of values) query.append(name, value);
}
