/** A score of 0 to 100 as it is shown, `–` when nothing is decided. */
export function formatScore(score: number | undefined): string {
  return score === undefined ? '–' : String(Math.round(score));
}

/**
 * Coverage 0 to 1 as percent. Only full coverage is shown as 100: 0.996 is 99.
 */
export function formatPercent(share: number | undefined): string {
  if (share === undefined) return '–';
  const percent = share < 1 ? Math.min(99, Math.round(share * 100)) : 100;
  return `${percent} %`;
}

/** `+1.1`, `−0.4`, `0`: change of a score. */
export function formatChange(change: number): string {
  const rounded = Math.round(change * 10) / 10;
  if (rounded === 0) return '0';
  return rounded > 0 ? `+${rounded}` : `−${Math.abs(rounded)}`;
}
