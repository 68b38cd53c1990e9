/** One point per full euro, two in gold; a refund takes back what it gave. */
export function pointsFor(cents: number, gold: boolean): number {
  return Math.trunc(cents / 100) * (gold ? 2 : 1);
}
