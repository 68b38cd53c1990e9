import {
  isTemplateObject,
  TemplateMap,
  type TemplateValue,
} from './templateValue';

const RANGE_LIMIT = 10_000;

/** Keys and values in the order `range` takes them: maps by sorted key. */
export function listItems(
  value: TemplateValue,
): [TemplateValue, TemplateValue][] {
  if (Array.isArray(value)) return value.map((item, index) => [index, item]);
  if (typeof value === 'number') {
    const length = Math.max(0, Math.min(Math.floor(value), RANGE_LIMIT));
    return Array.from({ length }, (_unused, index) => [index, index]);
  }
  const map = !isTemplateObject(value) ? value : value.toMap();
  if (!(map instanceof TemplateMap)) return [];
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}
