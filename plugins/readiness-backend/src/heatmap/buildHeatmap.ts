import type {
  HeatmapGrouping,
  HeatmapRequest,
  HeatmapResponse,
  HeatmapRow,
} from 'backstage-plugin-readiness-common';
import { buildOwnerRows } from './buildOwnerRows';
import { buildFacets } from './buildFacets';
import { CellSums } from './CellSums';
import { compareTexts } from './compareTexts';
import type { GroupTree } from './GroupTree';
import type { Dimension, ReadinessModel } from './ReadinessModel';
import { RowMask, selectRows } from './selectRows';

/** What a heatmap is built from. */
export interface HeatmapInput {
  readonly model: ReadinessModel;
  /** Rows the reader may see. */
  readonly mask: RowMask;
  /** Groups, systems and domains the reader may see. */
  readonly tree: GroupTree;
  readonly request: HeatmapRequest;
  readonly now: number;
}

/** Rows of entities that one answer holds at most. */
export const MAXIMUM_ENTITY_ROWS = 5_000;
const DAY = 24 * 60 * 60 * 1_000;

/** Sums the columns of the model into a heatmap. */
export function buildHeatmap(input: HeatmapInput): HeatmapResponse {
  const { model, mask, tree, request } = input;
  const groupBy = request.groupBy ?? 'owner';
  const rows = selectRows(model, mask, request, tree);
  const all = new CellSums(model, 1);
  all.addRows(rows);
  const sums = all.getSums(0);
  return {
    groupBy,
    columns: model.categories,
    summary: { id: '', title: '', directEntities: sums.entities, ...sums },
    ...buildRows(groupBy, rows, input),
    facets: buildFacets(model, mask),
    freshness: buildFreshness(model, rows),
    waivers: countWaivers(model, rows, input.now),
  };
}

function buildRows(
  groupBy: HeatmapGrouping,
  rows: Int32Array,
  { model, tree, request }: HeatmapInput,
): { readonly rows: readonly HeatmapRow[]; readonly totalRows: number } {
  switch (groupBy) {
    case 'entity':
      return buildEntityRows(model, rows, request);
    case 'owner':
      return allOf(buildOwnerRows(model, rows, tree));
    case 'system':
    case 'domain':
      return allOf(
        buildDimensionRows(model, rows, groupBy, ref => tree.getTitle(ref)),
      );
    case 'type':
    case 'lifecycle':
      return allOf(buildDimensionRows(model, rows, groupBy, value => value));
    default:
      throw new TypeError(`Unknown grouping '${groupBy satisfies never}'`);
  }
}

function allOf(rows: readonly HeatmapRow[]) {
  return { rows, totalRows: rows.length };
}

function buildDimensionRows(
  model: ReadinessModel,
  rows: Int32Array,
  dimension: Dimension,
  getTitle: (value: string) => string,
): readonly HeatmapRow[] {
  const dictionary = model.dictionaries[dimension];
  const sums = new CellSums(model, dictionary.size);
  sums.addRows(rows, model.columns[dimension]);
  const result: HeatmapRow[] = [];
  for (let group = 0; group < dictionary.size; group += 1) {
    const entities = sums.getEntities(group);
    if (entities === 0) continue;
    const id = dictionary.getText(group);
    result.push({
      id,
      title: id === '' ? `No ${dimension}` : getTitle(id),
      directEntities: entities,
      ...sums.getSums(group),
    });
  }
  return result.sort(compareTitles);
}

function buildEntityRows(
  model: ReadinessModel,
  rows: Int32Array,
  request: HeatmapRequest,
): { readonly rows: readonly HeatmapRow[]; readonly totalRows: number } {
  const sorted = Array.from(rows).sort((a, b) =>
    compareTexts(model.titles[a] ?? '', model.titles[b] ?? ''),
  );
  const offset = request.offset ?? 0;
  const page = sorted.slice(
    offset,
    offset + (request.limit ?? MAXIMUM_ENTITY_ROWS),
  );
  const sums = new CellSums(model, page.length);
  page.forEach((row, group) => sums.addRow(row, group));
  return {
    totalRows: sorted.length,
    rows: page.map((row, group) => ({
      id: model.entityRefs[row] ?? '',
      title: model.titles[row] ?? '',
      directEntities: 1,
      ...sums.getSums(group),
      level: model.getLevel(row),
    })),
  };
}

function compareTitles(a: HeatmapRow, b: HeatmapRow): number {
  // What belongs nowhere comes last.
  if ((a.id === '') !== (b.id === '')) return a.id === '' ? 1 : -1;
  return compareTexts(a.title, b.title) || compareTexts(a.id, b.id);
}

function buildFreshness(
  model: ReadinessModel,
  rows: Int32Array,
): HeatmapResponse['freshness'] {
  const { evaluatedAt, isStale } = model.columns;
  let upToDate = 0;
  let stale = 0;
  let oldest = Infinity;
  for (const row of rows) {
    const at = evaluatedAt[row] ?? NaN;
    if (isStale[row] === 1) stale += 1;
    else if (!Number.isNaN(at)) upToDate += 1;
    if (at < oldest) oldest = at;
  }
  return {
    upToDate,
    stale,
    ...(oldest !== Infinity && {
      oldestEvaluatedAt: new Date(oldest).toISOString(),
    }),
  };
}

function countWaivers(
  model: ReadinessModel,
  rows: Int32Array,
  now: number,
): HeatmapResponse['waivers'] {
  const soon = new Date(now + 30 * DAY).toISOString().slice(0, 10);
  let active = 0;
  let expiringWithin30Days = 0;
  for (const row of rows) {
    for (const end of model.waiverEnds[row] ?? []) {
      active += 1;
      if (end !== '' && end <= soon) expiringWithin30Days += 1;
    }
  }
  return { active, expiringWithin30Days };
}
