import { getText } from '../readValue';
import type { ListValue, MapValue, Value } from '../value';

/** Lists that a later file replaces instead of adding to. */
const REPLACED = new Set(['command', 'entrypoint', 'test']);
/** Settings written as a list of `KEY=value` or as a map. */
const PAIRS = new Set([
  'environment',
  'labels',
  'sysctls',
  'args',
  'annotations',
]);

/** One compose file over another, as `docker compose -f a -f b` merges them. */
export function mergeCompose(base: MapValue, over: MapValue): MapValue {
  const entries = new Map(Object.entries(base.entries));
  for (const [key, value] of Object.entries(over.entries)) {
    const old = entries.get(key);
    entries.set(key, old === undefined ? value : mergeSetting(key, old, value));
  }
  return { ...base, entries: Object.fromEntries(entries) };
}

function mergeSetting(key: string, base: Value, over: Value): Value {
  const left = PAIRS.has(key) ? toPairs(base) : base;
  const right = PAIRS.has(key) ? toPairs(over) : over;
  if (left.kind === 'map' && right.kind === 'map') {
    return mergeCompose(left, right);
  }
  if (left.kind === 'list' && right.kind === 'list' && !REPLACED.has(key)) {
    return mergeLists(left, right);
  }
  const isEmpty = right.kind === 'scalar' && right.value === null;
  return isEmpty && left.kind !== 'scalar' ? left : right;
}

function mergeLists(base: ListValue, over: ListValue): ListValue {
  const texts = new Set(over.items.map(getText));
  const kept = base.items.filter(item => {
    const text = getText(item);
    return text === undefined || !texts.has(text);
  });
  return { ...base, items: [...kept, ...over.items] };
}

/** `[A=1, B]` as a map. */
export function toPairs(value: Value): Value {
  if (value.kind !== 'list') return value;
  const entries = value.items.flatMap((item): [string, Value][] => {
    const text =
      getText(item) ??
      (item.kind === 'unresolved' ? item.expression : undefined);
    if (text === undefined) return [];
    const equals = text.indexOf('=');
    const { location } = item;
    if (equals < 0) {
      return [
        [text, { kind: 'unresolved', expression: `\${${text}}`, location }],
      ];
    }
    const name = text.slice(0, equals);
    const written = text.slice(equals + 1);
    return [
      [
        name,
        item.kind === 'unresolved'
          ? { kind: 'unresolved', expression: written, location }
          : { kind: 'scalar', value: written, location },
      ],
    ];
  });
  return {
    kind: 'map',
    entries: Object.fromEntries(entries),
    location: value.location,
  };
}
