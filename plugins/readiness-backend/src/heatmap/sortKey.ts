/**
 * A text that sorts, character by character, as people expect: case aside,
 * `team-2` before `team-10`. Much faster to compare than a collator.
 */
export function createSortKey(text: string): string {
  return text.toLowerCase().replace(/\d+/g, digits => digits.padStart(10, '0'));
}

export function compareKeys(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Sorts by a text that is computed once an item. */
export function sortByText<T>(
  items: readonly T[],
  getText: (item: T) => string,
): readonly T[] {
  return items
    .map(item => ({ item, key: createSortKey(getText(item)) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ item }) => item);
}
