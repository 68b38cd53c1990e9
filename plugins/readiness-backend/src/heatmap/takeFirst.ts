/**
 * The first `count` items in order, without sorting the others: most of them
 * are compared once, with the last that is kept.
 */
export function takeFirst(
  items: Int32Array,
  count: number,
  compare: (a: number, b: number) => number,
): readonly number[] {
  if (count * 4 >= items.length) {
    return Array.from(items).sort(compare).slice(0, count);
  }
  // Twice as many as wanted are collected before they are cut down again.
  let kept: number[] = [];
  let worst: number | undefined;
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index] ?? 0;
    if (worst !== undefined && compare(item, worst) >= 0) continue;
    kept.push(item);
    if (kept.length >= count * 2) {
      kept = kept.sort(compare).slice(0, count);
      worst = kept[count - 1];
    }
  }
  return kept.sort(compare).slice(0, count);
}
