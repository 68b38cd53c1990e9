import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react';
import type { CategoryId } from 'backstage-plugin-readiness-common';
import type { GridRow } from '../build/gridRow';
import {
  findParentLine,
  LEADING_COLUMNS,
  moveFocus,
  type GridPosition,
} from '../build/moveFocus';
import type { CellAddress } from '../build/parameters';

/** Stands for the row of column heads. */
const HEAD = '#head';

/** Where the one tab stop of the grid is, and what keys and clicks do. */
export function useGridFocus(options: {
  readonly grid: RefObject<HTMLElement>;
  readonly lines: readonly GridRow[];
  readonly columns: readonly CategoryId[];
  readonly rowHeight: number;
  readonly onToggle: (key: string) => void;
  readonly onOpenCell: (cell: CellAddress) => void;
  readonly onMoveTo: (cell: CellAddress) => void;
  readonly scrollToLine: (line: number) => void;
}) {
  const { grid, lines, columns, rowHeight } = options;
  const { onToggle, onOpenCell, onMoveTo, scrollToLine } = options;
  // The row is kept by its key: lines above it open and close.
  const [at, setAt] = useState<{ key: string | undefined; column: number }>({
    key: lines[0]?.key,
    column: 0,
  });
  const found = lines.findIndex(row => row.key === at.key);
  const position: GridPosition = {
    line: at.key === HEAD ? -1 : Math.max(0, found),
    column: at.column,
  };
  const isFocusWanted = useRef(false);

  useEffect(() => {
    if (!isFocusWanted.current) return;
    const cell = findCell(grid.current, position);
    if (!cell) return;
    isFocusWanted.current = false;
    cell.focus({ preventScroll: position.line <= 0 });
  });

  const getAddress = useCallback(
    (line: number, column: number): CellAddress | undefined => {
      const row = lines[line];
      const category = columns[column - LEADING_COLUMNS];
      if (!row || row.kind === 'note' || !category) return undefined;
      return { row: row.key, category };
    },
    [lines, columns],
  );

  function moveTo(to: GridPosition) {
    const row = lines[to.line];
    // A line of words has one cell only.
    const column = row?.kind === 'note' ? 0 : to.column;
    isFocusWanted.current = true;
    setAt({ key: to.line < 0 ? HEAD : row?.key, column });
    scrollToLine(to.line);
    const address = getAddress(to.line, column);
    if (address) onMoveTo(address);
  }

  function activate(line: number, column: number): boolean {
    const row = lines[line];
    if (row?.kind === 'group' && column === 0) {
      onToggle(row.key);
      return true;
    }
    const address = getAddress(line, column);
    if (!address) return false;
    onOpenCell(address);
    return true;
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.altKey || event.metaKey) return;
    const { line, column } = position;
    const row = lines[line];
    if (event.key === 'Enter' || event.key === ' ') {
      // Links and sort buttons answer for themselves.
      if (line >= 0 && activate(line, column)) event.preventDefault();
      return;
    }
    const command = moveFocus(position, event.key, event.ctrlKey, {
      lines: lines.length,
      columns: columns.length + LEADING_COLUMNS,
      pageSize: Math.max(
        1,
        Math.floor(((grid.current?.clientHeight ?? 0) - 180) / rowHeight),
      ),
      isExpandable: row?.kind === 'group' && row.isExpandable,
      isOpen: row?.kind === 'group' && row.isOpen,
      ...getParent(lines, line),
    });
    if (command === undefined) return;
    event.preventDefault();
    if (command.kind === 'move') moveTo(command.to);
    else if (row) onToggle(row.key);
  }

  function onClick(event: MouseEvent<HTMLElement>) {
    const place = readPosition(event.target);
    if (!place || place.line < 0) return;
    if (event.target instanceof HTMLElement && event.target.closest('a'))
      return;
    activate(place.line, place.column);
  }

  function onFocus(event: FocusEvent<HTMLElement>) {
    const place = readPosition(event.target);
    if (!place) return;
    setAt({
      key: place.line < 0 ? HEAD : lines[place.line]?.key,
      column: place.column,
    });
  }

  return { position, onKeyDown, onClick, onFocus };
}

function getParent(
  lines: readonly GridRow[],
  line: number,
): { parentLine?: number } {
  const parentLine = findParentLine(
    lines.map(row => row.depth),
    line,
  );
  return parentLine === undefined ? {} : { parentLine };
}

function findCell(
  grid: HTMLElement | null,
  { line, column }: GridPosition,
): HTMLElement | null | undefined {
  return grid
    ?.querySelector(`[data-line="${line}"]`)
    ?.querySelector<HTMLElement>(`[data-column="${column}"]`);
}

function readPosition(target: EventTarget): GridPosition | undefined {
  if (!(target instanceof Element)) return undefined;
  const row = target.closest<HTMLElement>('[data-line]');
  const cell =
    target.closest<HTMLElement>('[data-column]') ??
    target
      .closest('[role="rowheader"]')
      ?.querySelector<HTMLElement>('[data-column]');
  if (!row || !cell) return undefined;
  return {
    line: Number(row.dataset.line),
    column: Number(cell.dataset.column),
  };
}
