/** Spreads due times, by up to a tenth to either side, so that work never comes in waves. */
export function addJitter(
  milliseconds: number,
  random: () => number = Math.random,
): number {
  return Math.round(milliseconds * (0.9 + 0.2 * random()));
}

/** Doubles with every failure in a row, from a first wait up to a longest one. */
export function getBackOff(
  failures: number,
  limits: { readonly first: number; readonly longest: number },
): number {
  return Math.min(
    limits.first * 2 ** Math.min(Math.max(failures - 1, 0), 30),
    limits.longest,
  );
}
