import type {
  HeatmapGrouping,
  HeatmapRow,
  ScorecardFilter,
} from 'backstage-plugin-readiness-common';
import { getRowId, SUMMARY_KEY } from './gridRow';

/**
 * The filter for the entities behind a row: the page's filter, narrowed to the
 * row. A group that the owner filter lies below keeps that filter.
 */
export function buildCellFilter(
  key: string,
  groupBy: HeatmapGrouping,
  filter: ScorecardFilter,
  rows: readonly HeatmapRow[],
): ScorecardFilter {
  if (key === SUMMARY_KEY) return filter;
  const id = getRowId(key);
  switch (groupBy) {
    case 'owner':
      return isAboveFilter(id, filter, rows)
        ? filter
        : { ...filter, owner: [id] };
    case 'system':
      return { ...filter, system: [id] };
    case 'domain':
      return { ...filter, domain: [id] };
    case 'type':
      return { ...filter, type: [id] };
    case 'lifecycle':
      return { ...filter, lifecycle: [id] };
    case 'entity':
      return { ...filter, text: id.replace(/^.*\//, '') };
    default:
      return groupBy satisfies never;
  }
}

/** Whether the row stands above every owner that is filtered by. */
function isAboveFilter(
  id: string,
  filter: ScorecardFilter,
  rows: readonly HeatmapRow[],
): boolean {
  const wanted = filter.owner ?? [];
  if (wanted.length === 0 || wanted.includes(id)) return false;
  const parents = new Map(rows.map(row => [row.id, row.parentId]));
  let ancestor = parents.get(id);
  for (let steps = 0; ancestor !== undefined && steps < 20; steps += 1) {
    if (wanted.includes(ancestor)) return false;
    ancestor = parents.get(ancestor);
  }
  return true;
}
