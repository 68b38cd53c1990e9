import type {
  HeatmapGrouping,
  HeatmapRequest,
  HeatmapResponse,
  HeatmapRow,
} from 'backstage-plugin-readiness-common';
import { buildOwnerRows, sortRows } from './buildOwnerRows';
import { buildFacets } from './buildFacets';
import { CellSums, RowSums } from './CellSums';
import type { GroupTree } from './GroupTree';
import type { Dimension, ReadinessModel } from './ReadinessModel';
import { RowMask, selectRows } from './selectRows';
import { compareKeys } from './sortKey';
import { takeFirst } from './takeFirst';

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
  const { total, ...grouped } = buildRows(groupBy, rows, input);
  return {
    groupBy,
    columns: model.categories,
    summary: { id: '', title: '', directEntities: total.entities, ...total },
    ...grouped,
    facets: buildFacets(model, mask),
    freshness: buildFreshness(model, rows),
    waivers: countWaivers(model, rows, input.now),
  };
}

/** The rows of an answer, and everything together. */
interface GroupedRows {
  readonly rows: readonly HeatmapRow[];
  readonly totalRows: number;
  readonly total: RowSums;
}

function buildRows(
  groupBy: HeatmapGrouping,
  rows: Int32Array,
  { model, tree, request }: HeatmapInput,
): GroupedRows {
  if (groupBy === 'entity') return buildEntityRows(model, rows, request);
  const sums = new CellSums(model, model.dictionaries[groupBy].size);
  sums.addRows(rows, model.columns[groupBy]);
  const result =
    groupBy === 'owner'
      ? buildOwnerRows(model, sums, tree)
      : buildDimensionRows(model, sums, groupBy, tree);
  return { rows: result, totalRows: result.length, total: sums.getTotal() };
}

function buildDimensionRows(
  model: ReadinessModel,
  sums: CellSums,
  dimension: Dimension,
  tree: GroupTree,
): readonly HeatmapRow[] {
  const dictionary = model.dictionaries[dimension];
  const isReference = dimension === 'system' || dimension === 'domain';
  const result: HeatmapRow[] = [];
  for (let group = 0; group < dictionary.size; group += 1) {
    const entities = sums.getEntities(group);
    if (entities === 0) continue;
    const id = dictionary.getText(group);
    const title = isReference ? tree.getTitle(id) : id;
    result.push({
      id,
      title: id === '' ? `No ${dimension}` : title,
      directEntities: entities,
      ...sums.getSums(group),
    });
  }
  return sortRows(result);
}

function buildEntityRows(
  model: ReadinessModel,
  rows: Int32Array,
  { offset = 0, limit = MAXIMUM_ENTITY_ROWS }: HeatmapRequest,
): GroupedRows {
  const byTitle = (a: number, b: number) =>
    compareKeys(model.sortKeys[a] ?? '', model.sortKeys[b] ?? '');
  const page = takeFirst(rows, offset + limit, byTitle).slice(offset);
  const sums = new CellSums(model, page.length);
  page.forEach((row, group) => sums.addRow(row, group));
  const all = new CellSums(model, 1);
  for (const row of rows) all.addRow(row, 0);
  return {
    total: all.getSums(0),
    totalRows: rows.length,
    rows: page.map((row, group) => ({
      id: model.entityRefs[row] ?? '',
      title: model.titles[row] ?? '',
      directEntities: 1,
      ...sums.getSums(group),
      level: model.getLevel(row),
    })),
  };
}

function buildFreshness(
  model: ReadinessModel,
  rows: Int32Array,
): HeatmapResponse['freshness'] {
  const { evaluatedAt, isStale } = model.columns;
  let upToDate = 0;
  let stale = 0;
  let oldest = Infinity;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
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
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    if (model.columns.hasWaivers[row] === 0) continue;
    for (const end of model.waiverEnds[row] ?? []) {
      active += 1;
      if (end !== '' && end <= soon) expiringWithin30Days += 1;
    }
  }
  return { active, expiringWithin30Days };
}
