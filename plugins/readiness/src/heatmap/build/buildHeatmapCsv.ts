import type { CategoryId } from 'backstage-plugin-readiness-common';
import { getCellState } from './cellState';
import { buildCsv } from './buildCsv';
import type { DataRow, GridRow } from './gridRow';

/** What the grid shows, line by line. */
export function buildHeatmapCsv(options: {
  readonly summary: DataRow;
  readonly rows: readonly GridRow[];
  readonly columns: readonly CategoryId[];
  readonly isStrict: boolean;
}): string {
  const { summary, rows, columns, isStrict } = options;
  const head = [
    'kind',
    'id',
    'title',
    'depth',
    'entities',
    'meets bar',
    'with bar',
    isStrict ? 'strict score' : 'score',
    ...columns,
  ];
  const lines = [summary, ...rows].flatMap(row =>
    row.kind === 'note' ? [] : [buildLine(row, isStrict)],
  );
  return buildCsv([head, ...lines]);
}

function buildLine(
  row: DataRow,
  isStrict: boolean,
): readonly (string | number | undefined)[] {
  const { numbers } = row;
  return [
    row.kind,
    row.id,
    row.title,
    row.depth,
    numbers.entities,
    numbers.meetsBar,
    numbers.withBar,
    isStrict ? numbers.strictScore : numbers.score,
    ...numbers.cells.map(cell => {
      const state = getCellState(cell, isStrict);
      return state.kind === 'score' ? state.score : undefined;
    }),
  ];
}
