import {
  copyValue,
  fillValues,
  getField,
  isTruthy,
  mergeValues,
  TemplateMap,
  toList,
  toMap,
  toNumber,
  Unresolved,
  type TemplateValue,
} from '../templateValue';
import type { FunctionTable } from './context';

const LENGTH_LIMIT = 10_000;

function toKey(value: TemplateValue | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

function createDict(args: readonly TemplateValue[]): TemplateMap {
  const map = new TemplateMap();
  for (let index = 0; index < args.length; index += 2) {
    map.set(toKey(args[index]), args[index + 1] ?? null);
  }
  return map;
}

function readIndex(
  value: TemplateValue | undefined,
  steps: readonly TemplateValue[],
): TemplateValue {
  let current = value ?? null;
  for (const step of steps) {
    current = Array.isArray(current)
      ? current[Number(step)] ?? null
      : getField(current, toKey(step));
  }
  return current;
}

function isSame(left: TemplateValue, right: TemplateValue): boolean {
  return left === right;
}

/** `dig "a" "b" default map`. */
function dig(args: readonly TemplateValue[]): TemplateValue {
  const keys = args.slice(0, -2);
  const found = readIndex(args[args.length - 1], keys);
  return found ?? args[args.length - 2] ?? null;
}

function selectEntries(
  map: TemplateValue | undefined,
  keep: (key: string) => boolean,
): TemplateMap {
  return new TemplateMap([...toMap(map)].filter(([key]) => keep(key)));
}

function countUp(from: number, to: number, step: number): number[] {
  if (step === 0) return [];
  const length = Math.max(0, Math.ceil((to - from) / step));
  return Array.from(
    { length: Math.min(length, LENGTH_LIMIT) },
    (_unused, index) => from + index * step,
  );
}

function getLength(value: TemplateValue | undefined): number {
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  return value instanceof TemplateMap ? value.size : 0;
}

function mergeInto(
  args: readonly TemplateValue[],
  merge: (target: TemplateMap, from: TemplateMap) => void,
): TemplateValue {
  const [target, ...sources] = args;
  if (!(target instanceof TemplateMap)) return toMap(sources[0]);
  for (const source of sources) merge(target, toMap(source));
  return target;
}

function overwrite(target: TemplateMap, from: TemplateMap): void {
  for (const [key, value] of mergeValues(target, from)) target.set(key, value);
}

export const COLLECTION_FUNCTIONS: FunctionTable = {
  list: args => [...args],
  tuple: args => [...args],
  dict: createDict,
  get: ([map, key]) => getField(map ?? null, toKey(key)) ?? '',
  set: ([map, key, value = null]) => {
    toMap(map).set(toKey(key), value);
    return map ?? null;
  },
  unset: ([map, key]) => {
    toMap(map).delete(toKey(key));
    return map ?? null;
  },
  hasKey: ([map, key], { source }) =>
    map instanceof Unresolved
      ? new Unresolved(source)
      : toMap(map).has(toKey(key)),
  keys: args => args.flatMap(map => [...toMap(map).keys()]),
  values: args => args.flatMap(map => [...toMap(map).values()]),
  pick: ([map, ...keys]) =>
    selectEntries(map, key => keys.map(toKey).includes(key)),
  omit: ([map, ...keys]) =>
    selectEntries(map, key => !keys.map(toKey).includes(key)),
  pluck: ([key, ...maps]) =>
    maps.flatMap(map =>
      toMap(map).has(toKey(key)) ? [getField(map, toKey(key))] : [],
    ),
  dig,
  merge: args => mergeInto(args, fillValues),
  mergeOverwrite: args => mergeInto(args, overwrite),
  deepCopy: ([value = null]) => copyValue(value),
  index: ([value, ...steps]) => readIndex(value, steps),
  first: ([list]) => toList(list)[0] ?? null,
  last: ([list]) => toList(list).at(-1) ?? null,
  rest: ([list]) => toList(list).slice(1),
  initial: ([list]) => toList(list).slice(0, -1),
  append: ([list, ...items]) => [...toList(list), ...items],
  prepend: ([list, ...items]) => [...items, ...toList(list)],
  concat: args => args.flatMap(toList),
  has: ([item = null, list]) => toList(list).some(each => isSame(each, item)),
  without: ([list, ...items]) =>
    toList(list).filter(each => !items.some(item => isSame(each, item))),
  uniq: ([list]) => [...new Set(toList(list))],
  compact: ([list]) => toList(list).filter(isTruthy),
  reverse: ([list]) => [...toList(list)].reverse(),
  slice: ([list, from, to]) =>
    toList(list).slice(
      toNumber(from),
      to === undefined ? undefined : toNumber(to),
    ),
  until: ([count]) => countUp(0, toNumber(count), 1),
  untilStep: ([from, to, step]) =>
    countUp(toNumber(from), toNumber(to), toNumber(step)),
  len: ([value], { source }) =>
    value instanceof Unresolved ? new Unresolved(source) : getLength(value),
  split: ([separator, text]) =>
    new TemplateMap(
      toKey(text)
        .split(toKey(separator))
        .map((part, index) => [`_${index}`, part]),
    ),
};
