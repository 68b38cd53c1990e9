import { useCallback, useMemo } from 'react';
import type {
  HeatmapResponse,
  HeatmapRow,
} from 'backstage-plugin-readiness-common';
import { useTranslation, type Translate } from '../translation/useTranslation';
import {
  buildGridRows,
  buildSummaryRow,
  getOpenAtFirst,
} from './build/buildGridRows';
import { getRowKey, type DataRow, type GridRow } from './build/gridRow';
import type { HeatmapParameters, HeatmapSort } from './build/parameters';
import { useGroupEntities } from './useGroupEntities';
import { useHeatmapParameters } from './useHeatmapParameters';

/** The lines of the grid, and what opens, closes and sorts them. */
export function useGridModel(
  heatmap: HeatmapResponse,
  parameters: HeatmapParameters,
): {
  readonly summary: DataRow;
  readonly rows: readonly GridRow[];
  readonly toggle: (key: string) => void;
  readonly sortBy: (by: HeatmapSort['by']) => void;
} {
  const { filter, sort, isStrict, open: opened } = parameters;
  const { change } = useHeatmapParameters();
  const t = useTranslation();
  const open = useMemo(
    () => opened ?? getOpenAtFirst(heatmap),
    [opened, heatmap],
  );
  const openGroups = useMemo(() => {
    const isOpen = new Set(open);
    return heatmap.rows
      .filter(row => row.directEntities > 0 && isOpen.has(getRowKey(row.id)))
      .map(row => getRowKey(row.id));
  }, [heatmap, open]);
  const entities = useGroupEntities(openGroups, heatmap.groupBy, filter);

  const summaryTitle =
    heatmap.groupBy === 'owner'
      ? t('heatmap.allOwners')
      : t('heatmap.summaryRow');
  const summary = useMemo(
    () => buildSummaryRow(heatmap, summaryTitle),
    [heatmap, summaryTitle],
  );
  const rows = useMemo(
    () =>
      buildGridRows(heatmap, {
        open: new Set(open),
        entities,
        sort,
        isStrict,
        summaryTitle,
        getTitle: row => getRowTitle(row, heatmap, t),
      }),
    [heatmap, open, entities, sort, isStrict, summaryTitle, t],
  );

  const toggle = useCallback(
    (key: string) =>
      change({
        open: open.includes(key)
          ? open.filter(each => each !== key)
          : [...open, key],
      }),
    [change, open],
  );
  const sortBy = useCallback(
    (by: HeatmapSort['by']) => {
      const isWorst = sort.by === by && sort.direction === 'worst';
      const direction = isWorst && by !== 'name' ? 'best' : 'worst';
      change({ sort: { by, direction } });
    },
    [change, sort],
  );
  return { summary, rows, toggle, sortBy };
}

function getRowTitle(
  row: HeatmapRow,
  { groupBy }: HeatmapResponse,
  t: Translate,
): string {
  if (row.id !== '') return row.title;
  switch (groupBy) {
    case 'owner':
      return t('heatmap.noOwner');
    case 'system':
      return t('heatmap.noSystem');
    default:
      return t('heatmap.none');
  }
}
