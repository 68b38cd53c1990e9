/** How warm a score is: 5 for 95–100 down to 1 for 0–39. */
export type Heat = 1 | 2 | 3 | 4 | 5;

/** Lower bounds of each heat, worst last. */
export const heatSteps: readonly {
  readonly heat: Heat;
  readonly from: number;
  readonly to: number;
}[] = [
  { heat: 1, from: 0, to: 39 },
  { heat: 2, from: 40, to: 59 },
  { heat: 3, from: 60, to: 79 },
  { heat: 4, from: 80, to: 94 },
  { heat: 5, from: 95, to: 100 },
];

/** The heat of a score as it is shown, that is rounded. */
export function getHeat(score: number): Heat {
  const shown = Math.round(score);
  if (shown >= 95) return 5;
  if (shown >= 80) return 4;
  if (shown >= 60) return 3;
  return shown >= 40 ? 2 : 1;
}
