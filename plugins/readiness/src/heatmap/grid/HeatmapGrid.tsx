import { useCallback, useMemo, useRef } from 'react';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { useTheme } from '@material-ui/core/styles';
import {
  defaultRangeExtractor,
  useVirtualizer,
  type Range,
} from '@tanstack/react-virtual';
import type { CategoryId } from 'backstage-plugin-readiness-common';
import {
  useTranslation,
  type Translate,
} from '../../translation/useTranslation';
import type { DataRow, GridRow, NoteRow } from '../build/gridRow';
import { LEADING_COLUMNS } from '../build/moveFocus';
import type { CellAddress, HeatmapSort } from '../build/parameters';
import { CellTooltip, TOOLTIP_ID, useCellTooltip } from './CellTooltip';
import { GridHead } from './GridHead';
import { GridLine, NoteLine } from './GridLine';
import { NARROW_ROW_HEIGHT, ROW_HEIGHT, useGridStyles } from './gridStyles';
import { Legend } from './Legend';
import { useGridFocus } from './useGridFocus';

/**
 * Owners (or systems, types …) × categories. One tab stop; arrows move in it.
 * Only the lines in sight are there, so thousands scroll smoothly.
 */
export function HeatmapGrid(props: {
  readonly label: string;
  readonly rowsTitle: string;
  readonly summary: DataRow;
  readonly rows: readonly GridRow[];
  readonly columns: readonly CategoryId[];
  readonly sort: HeatmapSort;
  readonly isStrict: boolean;
  readonly selected: CellAddress | undefined;
  readonly getEntityUrl: (entityRef: string) => string;
  readonly onSort: (by: HeatmapSort['by']) => void;
  readonly onToggle: (key: string) => void;
  readonly onOpenCell: (cell: CellAddress) => void;
  readonly onMoveTo: (cell: CellAddress) => void;
}) {
  const { summary, rows, columns, sort, isStrict, selected } = props;
  const classes = useGridStyles();
  const t = useTranslation();
  const theme = useTheme();
  const isNarrow = useMediaQuery(theme.breakpoints.down('sm'));
  const rowHeight = isNarrow ? NARROW_ROW_HEIGHT : ROW_HEIGHT;
  const scroller = useRef<HTMLDivElement>(null);
  const sticky = useRef<HTMLDivElement>(null);
  const scrollToIndex = useRef<(index: number) => void>();
  const lines = useMemo(() => [summary, ...rows], [summary, rows]);

  const focus = useGridFocus({
    grid: scroller,
    lines,
    columns,
    rowHeight,
    onToggle: props.onToggle,
    onOpenCell: props.onOpenCell,
    onMoveTo: props.onMoveTo,
    scrollToLine: line => {
      if (line > 0) scrollToIndex.current?.(line - 1);
    },
  });

  const focusedIndex = focus.position.line - 1;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: index => rows[index]?.key ?? index,
    overscan: 8,
    // Keeps what is scrolled to clear of the head that sticks above it.
    scrollPaddingStart: sticky.current?.offsetHeight ?? 0,
    // The focusable cell stays in the page, else the tab stop would be lost.
    rangeExtractor: (range: Range) => {
      const shown = defaultRangeExtractor(range);
      if (focusedIndex < 0 || shown.includes(focusedIndex)) return shown;
      return focusedIndex < rows.length ? [...shown, focusedIndex] : shown;
    },
  });

  scrollToIndex.current = index => virtualizer.scrollToIndex(index);

  const findTarget = useCallback(
    (cell: HTMLElement) => {
      const line = Number(
        cell.closest<HTMLElement>('[data-line]')?.dataset.line ?? -1,
      );
      const index = Number(cell.dataset.column) - LEADING_COLUMNS;
      const row = lines[line];
      if (!row || row.kind === 'note' || index < 0) return undefined;
      return { anchor: cell, row, index };
    },
    [lines],
  );
  const tooltip = useCellTooltip(scroller, findTarget);

  const getFocusedColumn = (line: number) =>
    focus.position.line === line ? focus.position.column : undefined;
  const getSelectedColumn = (key: string) =>
    selected?.row === key
      ? columns.indexOf(selected.category) + LEADING_COLUMNS
      : undefined;

  return (
    <>
      {/* The one tab stop is a cell inside. */}
      {/* eslint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div
        ref={scroller}
        className={classes.scroller}
        role="treegrid"
        aria-label={props.label}
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length + LEADING_COLUMNS}
        aria-describedby={tooltip.target ? TOOLTIP_ID : undefined}
        onKeyDown={event => {
          if (event.key === 'Escape') tooltip.close();
          focus.onKeyDown(event);
        }}
        onClick={focus.onClick}
        onFocus={focus.onFocus}
      >
        <div ref={sticky} className={classes.sticky} role="rowgroup">
          <GridHead
            columns={columns}
            rowsTitle={props.rowsTitle}
            sort={sort}
            isStrict={isStrict}
            focusedColumn={getFocusedColumn(-1)}
            onSort={props.onSort}
          />
          <GridLine
            row={summary}
            line={0}
            isStrict={isStrict}
            focusedColumn={getFocusedColumn(0)}
            selectedColumn={getSelectedColumn(summary.key)}
            entityUrl={undefined}
            t={t}
          />
        </div>
        <div
          role="rowgroup"
          style={{ position: 'relative', height: virtualizer.getTotalSize() }}
        >
          {virtualizer.getVirtualItems().map(item => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const line = item.index + 1;
            const style = { transform: `translateY(${item.start}px)` };
            return row.kind === 'note' ? (
              <NoteLine
                key={row.key}
                text={getNoteText(row, t)}
                depth={row.depth}
                isError={row.note.kind === 'error'}
                line={line}
                style={style}
                isFocusable={focus.position.line === line}
              />
            ) : (
              <GridLine
                key={row.key}
                row={row}
                line={line}
                isStrict={isStrict}
                style={style}
                focusedColumn={getFocusedColumn(line)}
                selectedColumn={getSelectedColumn(row.key)}
                entityUrl={
                  row.kind === 'entity' ? props.getEntityUrl(row.id) : undefined
                }
                t={t}
              />
            );
          })}
        </div>
      </div>
      <Legend />
      <CellTooltip target={tooltip.target} columns={columns} />
    </>
  );
}

function getNoteText(row: NoteRow, t: Translate): string {
  switch (row.note.kind) {
    case 'loading':
      return t('heatmap.loadingEntities');
    case 'error':
      return `${t('heatmap.entitiesError')} ${row.note.message}`;
    case 'more':
      return t('heatmap.moreEntities', { count: row.note.count });
    default:
      return row.note satisfies never;
  }
}
