import type { HeatmapCell } from 'backstage-plugin-readiness-common';

/** What a cell shows: a score, that nothing is decided, or that nothing applies. */
export type CellState =
  | {
      readonly kind: 'score';
      readonly score: number;
      readonly waivedShare: number;
    }
  | { readonly kind: 'undecided' }
  | { readonly kind: 'empty' };

/** The state of a cell; the strict score when asked for. */
export function getCellState(
  cell: HeatmapCell | undefined,
  isStrict: boolean,
): CellState {
  if (cell === undefined) return { kind: 'empty' };
  const score = isStrict ? cell.strictScore : cell.score;
  if (score === undefined) {
    return { kind: cell.undecided > 0 ? 'undecided' : 'empty' };
  }
  return { kind: 'score', score, waivedShare: getWaivedShare(cell) };
}

/** Waived checks of those that apply, 0 to 1. */
export function getWaivedShare({ outcomes }: HeatmapCell): number {
  const { pass, fail, unknown, error, waived } = outcomes;
  const applicable = pass + fail + unknown + error + waived;
  return applicable === 0 ? 0 : waived / applicable;
}

/** The strip's width in percent: what is there is seen. */
export function getStripWidth(share: number): number {
  return share === 0 ? 0 : Math.max(12, Math.round(share * 100));
}
