import { useMemo, useRef } from 'react';
import Drawer from '@material-ui/core/Drawer';
import Paper from '@material-ui/core/Paper';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import useMeasure from 'react-use/esm/useMeasure';
import type { HeatmapResponse } from 'backstage-plugin-readiness-common';
import { useNow } from '../hooks/useNow';
import { visuallyHidden } from '../theme/mixins';
import { useTranslation } from '../translation/useTranslation';
import { downloadCsv } from './build/buildCsv';
import { buildHeatmapCsv } from './build/buildHeatmapCsv';
import { HeatmapControls, getGroupingLabel } from './controls/HeatmapControls';
import { HeatmapGrid } from './grid/HeatmapGrid';
import { KpiCard } from './KpiCard';
import { CellPanel } from './panel/CellPanel';
import { HeatmapFilteredOut } from './states/HeatmapEmpty';
import { useGridModel } from './useGridModel';
import type { useHeatmapParameters } from './useHeatmapParameters';

/** Grid and panel stand side by side from this width of the content on. */
const WIDE_ENOUGH = 1180;

const useStyles = makeStyles(theme => ({
  root: {
    fontFamily: theme.typography.fontFamily,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: 16,
    fontSize: 14,
    lineHeight: '20px',
  },
  split: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 384px',
    gap: 16,
    alignItems: 'start',
  },
  grid: { minWidth: 0, transition: 'opacity .15s' },
  updating: { opacity: 0.6 },
  beside: {
    position: 'sticky',
    top: 16,
    maxHeight: 'max(480px, calc(100vh - 48px))',
    overflowY: 'auto',
  },
  right: { width: 400, maxWidth: '90vw' },
  sheet: {
    maxHeight: '66vh',
    // The app's own navigation lies over the lowest part of the screen.
    paddingBottom: 56,
    borderRadius: '12px 12px 0 0',
    boxShadow: theme.shadows[8],
  },
}));

/** Numbers, controls, the grid, and the panel of the cell that is open. */
export function HeatmapView(
  props: {
    readonly heatmap: HeatmapResponse;
    readonly isUpdating: boolean;
    readonly getEntityUrl: (entityRef: string) => string;
  } & ReturnType<typeof useHeatmapParameters>,
) {
  const { heatmap, isUpdating, getEntityUrl, parameters, change } = props;
  const { filter, sort, isStrict, cell, groupBy } = parameters;
  const classes = useStyles();
  const t = useTranslation();
  const theme = useTheme();
  const now = useNow();
  const isNarrow = useMediaQuery(theme.breakpoints.down('sm'));
  const [measure, { width }] = useMeasure<HTMLDivElement>();
  const root = useRef<HTMLDivElement>(null);
  const model = useGridModel(heatmap, parameters);
  const cellRow = useMemo(
    () => [model.summary, ...model.rows].find(row => row.key === cell?.row),
    [model, cell],
  );

  function closePanel() {
    change({ cell: undefined });
    // Back to the cell that opened it.
    root.current
      ?.querySelector<HTMLElement>('[role="treegrid"] [tabindex="0"]')
      ?.focus();
  }

  const panel = cell && (
    <CellPanel
      cell={cell}
      row={cellRow?.kind === 'note' ? undefined : cellRow}
      heatmap={heatmap}
      filter={filter}
      isStrict={isStrict}
      getEntityUrl={getEntityUrl}
      onClose={closePanel}
    />
  );
  // Before it is measured, and where nothing can be, the panel stands beside.
  const isBeside = !isNarrow && (width === 0 || width >= WIDE_ENOUGH);

  return (
    <div
      ref={root}
      role="presentation"
      className={classes.root}
      onKeyDown={event => {
        if (event.key === 'Escape' && cell) closePanel();
      }}
    >
      <KpiCard heatmap={heatmap} now={now} />
      <HeatmapControls
        parameters={parameters}
        facets={heatmap.facets}
        onChange={change}
        onCsv={() =>
          downloadCsv(
            'readiness.csv',
            buildHeatmapCsv({ ...model, columns: heatmap.columns, isStrict }),
          )
        }
      />
      <p role="status" style={visuallyHidden}>
        {isUpdating
          ? t('heatmap.updating')
          : t('heatmap.updated', {
              rows: model.rows.length,
              entities: heatmap.summary.entities,
            })}
      </p>
      {heatmap.summary.entities === 0 ? (
        <HeatmapFilteredOut
          filter={filter}
          onChange={changed => change({ filter: changed })}
        />
      ) : (
        <div ref={measure}>
          <div className={panel && isBeside ? classes.split : undefined}>
            <Paper
              component="section"
              className={`${classes.grid} ${
                isUpdating ? classes.updating : ''
              }`}
              aria-busy={isUpdating}
            >
              <HeatmapGrid
                label={t('heatmap.gridLabel', {
                  rows: getGroupingLabel(heatmap.groupBy, t),
                })}
                rowsTitle={getGroupingLabel(groupBy, t)}
                summary={model.summary}
                rows={model.rows}
                columns={heatmap.columns}
                sort={sort}
                isStrict={isStrict}
                selected={cell}
                getEntityUrl={getEntityUrl}
                onSort={model.sortBy}
                onToggle={model.toggle}
                onOpenCell={opened => change({ cell: opened })}
                onMoveTo={moved => cell && change({ cell: moved })}
              />
            </Paper>
            {panel && isBeside && (
              <Paper className={classes.beside}>{panel}</Paper>
            )}
          </div>
          {panel && !isBeside && (
            <Drawer
              open
              variant="persistent"
              anchor={isNarrow ? 'bottom' : 'right'}
              classes={{ paper: isNarrow ? classes.sheet : classes.right }}
            >
              {panel}
            </Drawer>
          )}
        </div>
      )}
    </div>
  );
}
