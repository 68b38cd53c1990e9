import type { HclFunction } from '../evaluation/calls';
import { toNumber, toText } from '../evaluation/plain';
import {
  createFailure,
  createList,
  createScalar,
  createUnresolved,
  isFullyKnown,
  isNull,
  isSameValue,
  unionReferences,
  withReferences,
} from '../evaluation/values';
import type { ListValue, Location, Value } from '../../value';
import { distinctItems } from './conversionFunctions';

const MAX_ITEMS = 10_000;
const MAX_DEPTH = 20;

/** Functions on lists and sets. */
export const listFunctions: Readonly<Record<string, HclFunction>> = {
  concat: (lists, call) => concatenate(lists, call.location),
  flatten: ([list], call) => flatten(list, call.location),
  distinct: onList((list, location) =>
    createList(distinctItems(list.items), location, list),
  ),
  compact: onList((list, location) =>
    createList(
      list.items.filter(item => !isNull(item) && toText(item) !== ''),
      location,
      list,
    ),
  ),
  reverse: onList((list, location) =>
    createList([...list.items].reverse(), location, list),
  ),
  sort: onList((list, location) =>
    isFullyKnown(list) ? sortTexts(list, location) : undefined,
  ),
  element: ([list, index], call) =>
    pickElement(list, index, call.location, call.text),
  index: ([list, item], call) =>
    findIndex(list, item, call.text, call.location),
  slice: ([list, from, to], call) => slice(list, from, to, call.location),
  chunklist: ([list, size], call) => chunk(list, toNumber(size), call.location),
  range: (limits, call) => range(limits.map(toNumber), call.location),
  setproduct: (lists, call) => product(lists, call.location),
  setunion: (lists, call) => {
    const all = concatenate(lists, call.location);
    return all?.kind === 'list'
      ? createList(distinctItems(all.items), call.location, all)
      : all;
  },
  setintersection: (lists, call) => combineSets(lists, call.location, true),
  setsubtract: (lists, call) => combineSets(lists, call.location, false),
  matchkeys: () => undefined,
};

function onList(
  compute: (list: ListValue, location: Location) => Value | undefined,
): HclFunction {
  return ([list], call) =>
    list?.kind === 'list' ? compute(list, call.location) : undefined;
}

function concatenate(
  lists: readonly Value[],
  location: Location,
): Value | undefined {
  const items: Value[] = [];
  const rests: string[] = [];
  for (const list of lists) {
    if (list.kind === 'list') {
      items.push(...list.items);
      if (list.unresolvedRest !== undefined) rests.push(list.unresolvedRest);
    } else if (list.kind === 'unresolved') {
      rests.push(list.expression);
    } else if (!isNull(list)) {
      return undefined;
    }
  }
  if (items.length === 0 && rests.length > 0) return undefined;
  const joined = createList(
    items,
    location,
    rests.length > 0 ? { unresolvedRest: rests.join(', ') } : undefined,
  );
  return withReferences(
    joined,
    unionReferences(lists.filter(list => list.kind === 'unresolved')),
  );
}

function flatten(
  list: Value | undefined,
  location: Location,
): Value | undefined {
  if (list?.kind !== 'list') return undefined;
  const items: Value[] = [];
  const rests: string[] = [];
  const visit = (value: Value, depth: number) => {
    if (value.kind === 'list' && depth < MAX_DEPTH) {
      value.items.forEach(item => visit(item, depth + 1));
      if (value.unresolvedRest !== undefined) rests.push(value.unresolvedRest);
    } else if (value.kind === 'unresolved' && depth > 0) {
      rests.push(value.expression);
      items.push(value);
    } else {
      items.push(value);
    }
  };
  visit(list, 0);
  return createList(
    items,
    location,
    rests.length > 0 ? { unresolvedRest: rests.join(', ') } : undefined,
  );
}

function sortTexts(list: ListValue, location: Location): Value {
  const sorted = [...list.items].sort((left, right) =>
    (toText(left) ?? '') < (toText(right) ?? '') ? -1 : 1,
  );
  return createList(sorted, location);
}

function pickElement(
  list: Value | undefined,
  index: Value | undefined,
  location: Location,
  text: string,
): Value | undefined {
  if (list?.kind !== 'list' || list.unresolvedRest !== undefined)
    return undefined;
  const position = toNumber(index);
  if (list.items.length === 0) return createFailure(text, location);
  if (position === undefined) {
    return createUnresolved(
      text,
      location,
      unionReferences(list.items),
      list.items,
    );
  }
  const length = list.items.length;
  return list.items[((position % length) + length) % length];
}

function findIndex(
  list: Value | undefined,
  item: Value | undefined,
  text: string,
  location: Location,
): Value | undefined {
  if (
    list?.kind !== 'list' ||
    !item ||
    !isFullyKnown(list) ||
    !isFullyKnown(item)
  )
    return undefined;
  const position = list.items.findIndex(other => isSameValue(other, item));
  return position < 0
    ? createFailure(text, location)
    : createScalar(position, location);
}

/**
 * Part of a list. Of a list that cannot be known (the zones of a region), the
 * number of items is still certain.
 */
function slice(
  list: Value | undefined,
  from: Value | undefined,
  to: Value | undefined,
  location: Location,
): Value | undefined {
  const start = toNumber(from);
  const end = toNumber(to);
  if (
    start === undefined ||
    end === undefined ||
    end < start ||
    end - start > 100
  )
    return undefined;
  if (list?.kind === 'list' && list.unresolvedRest === undefined) {
    return createList(list.items.slice(start, end), location);
  }
  if (list?.kind !== 'unresolved') return undefined;
  const items = Array.from({ length: end - start }, (_, index) =>
    createUnresolved(
      `${list.expression}[${start + index}]`,
      location,
      list.references,
    ),
  );
  return createList(items, location);
}

function chunk(
  list: Value | undefined,
  size: number | undefined,
  location: Location,
): Value | undefined {
  if (
    list?.kind !== 'list' ||
    list.unresolvedRest !== undefined ||
    !size ||
    size < 1
  )
    return undefined;
  const chunks: Value[] = [];
  for (let at = 0; at < list.items.length; at += size) {
    chunks.push(createList(list.items.slice(at, at + size), location));
  }
  return createList(chunks, location);
}

function range(
  limits: readonly (number | undefined)[],
  location: Location,
): Value | undefined {
  const [first, second, third] = limits;
  if (first === undefined || (limits.length > 1 && second === undefined))
    return undefined;
  const start = second === undefined ? 0 : first;
  const end = second ?? first;
  const step = third ?? (end < start ? -1 : 1);
  if (step === 0 || Math.abs((end - start) / step) > MAX_ITEMS)
    return undefined;
  const items: Value[] = [];
  for (let at = start; step > 0 ? at < end : at > end; at += step)
    items.push(createScalar(at, location));
  return createList(items, location);
}

function product(
  lists: readonly Value[],
  location: Location,
): Value | undefined {
  let rows: (readonly Value[])[] = [[]];
  for (const list of lists) {
    if (list.kind !== 'list' || list.unresolvedRest !== undefined)
      return undefined;
    if (rows.length * list.items.length > MAX_ITEMS) return undefined;
    rows = rows.flatMap(row => list.items.map(item => [...row, item]));
  }
  return createList(
    rows.map(row => createList(row, location)),
    location,
  );
}

function combineSets(
  lists: readonly Value[],
  location: Location,
  keepsShared: boolean,
): Value | undefined {
  const [first, ...others] = lists;
  if (first?.kind !== 'list' || !lists.every(isFullyKnown)) return undefined;
  const isIn = (item: Value, list: Value) =>
    list.kind === 'list' && list.items.some(other => isSameValue(other, item));
  const items = first.items.filter(item =>
    keepsShared
      ? others.every(list => isIn(item, list))
      : !others.some(list => isIn(item, list)),
  );
  return createList(items, location);
}
