/** A cell of the grid by its line and column; line −1 is the head. */
export interface GridPosition {
  readonly line: number;
  readonly column: number;
}

/** What a key press in the grid asks for. */
export type GridCommand =
  | { readonly kind: 'move'; readonly to: GridPosition }
  | { readonly kind: 'open' }
  | { readonly kind: 'close' };

/** What of the grid a key's meaning depends on. */
export interface GridShape {
  /** Number of lines below the head. */
  readonly lines: number;
  readonly columns: number;
  readonly pageSize: number;
  /** Of the line that has the focus. */
  readonly isExpandable: boolean;
  readonly isOpen: boolean;
  /** Line of the group it is in, when it is in one. */
  readonly parentLine?: number;
}

/** Columns before the categories: title, meets the bar, score. */
export const LEADING_COLUMNS = 3;

const HEAD = -1;

/**
 * The meaning of a key, after the ARIA practices for tree grids; absent for
 * keys that are none of the grid's business.
 */
export function moveFocus(
  at: GridPosition,
  key: string,
  isControl: boolean,
  shape: GridShape,
): GridCommand | undefined {
  const { line, column } = at;
  const lastLine = shape.lines - 1;
  const lastColumn = shape.columns - 1;
  const isTitle = column === 0 && line !== HEAD;
  switch (key) {
    case 'ArrowUp':
      return move(line - 1, column);
    case 'ArrowDown':
      return move(line + 1, column);
    case 'PageUp':
      return move(line - shape.pageSize, column);
    case 'PageDown':
      return move(line + shape.pageSize, column);
    case 'ArrowRight':
      if (isTitle && shape.isExpandable && !shape.isOpen)
        return { kind: 'open' };
      return move(line, column + 1);
    case 'ArrowLeft':
      if (isTitle && shape.isOpen) return { kind: 'close' };
      if (isTitle && shape.parentLine !== undefined) {
        return move(shape.parentLine, 0);
      }
      return move(line, column - 1);
    case 'Home':
      return isControl ? move(0, 0) : move(line, 0);
    case 'End':
      return isControl ? move(lastLine, lastColumn) : move(line, lastColumn);
    default:
      return undefined;
  }

  function move(toLine: number, toColumn: number): GridCommand {
    return {
      kind: 'move',
      to: {
        line: clamp(toLine, HEAD, lastLine),
        column: clamp(toColumn, 0, lastColumn),
      },
    };
  }
}

/** The line of the group that a line is in: the nearest above with less depth. */
export function findParentLine(
  depths: readonly number[],
  line: number,
): number | undefined {
  const depth = depths[line] ?? 0;
  for (let above = line - 1; above >= 0; above -= 1) {
    if ((depths[above] ?? 0) < depth) return above;
  }
  return undefined;
}

function clamp(number: number, from: number, to: number): number {
  return Math.max(from, Math.min(to, number));
}
