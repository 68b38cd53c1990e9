import type { HclFunction } from '../evaluation/calls';
import { membersOf, restOf } from '../evaluation/forExpression';
import { toText } from '../evaluation/plain';
import {
  createEntries,
  createFailure,
  createList,
  createMap,
  createScalar,
  createUnresolved,
  isNull,
  isSameValue,
  unionReferences,
  withReferences,
} from '../evaluation/values';
import type { Location, Value } from '../../value';

/** Functions on maps, and those that choose among values. */
export const collectionFunctions: Readonly<Record<string, HclFunction>> = {
  merge: (maps, call) => merge(maps, call.location),
  lookup: ([map, key, fallback], call) =>
    lookUp(map, key, fallback, call.text, call.location),
  keys: ([map], call) => fromMembers(map, call.location, ([key]) => key),
  values: ([map], call) =>
    fromMembers(map, call.location, ([, value]) => value),
  zipmap: ([keys, values], call) => zipMap(keys, values, call.location),
  coalesce: values =>
    firstOf(values, value => !isNull(value) && toText(value) !== ''),
  coalescelist: values =>
    firstOf(values, value => value.kind === 'list' && value.items.length > 0),
  length: ([value], call) =>
    value && isNull(value)
      ? createFailure(call.text, call.location)
      : getLength(value, call.location),
  contains: ([list, item], call) => contains(list, item, call.location),
  one: ([list], call) => {
    if (list?.kind !== 'list' || list.unresolvedRest !== undefined)
      return undefined;
    if (list.items.length > 1) return createFailure(call.text, call.location);
    return list.items[0] ?? createScalar(null, call.location);
  },
};

/** Later maps win; what cannot be known may overwrite anything before it. */
function merge(maps: readonly Value[], location: Location): Value | undefined {
  let entries = new Map<string, Value>();
  const rests: string[] = [];
  for (const map of maps) {
    if (isNull(map)) continue;
    if (map.kind === 'unresolved') {
      rests.push(map.expression);
      entries = new Map(
        [...entries].map(([key, value]) => [key, doubt(key, value, map)]),
      );
    } else if (map.kind === 'map') {
      for (const [key, value] of Object.entries(map.entries))
        entries.set(key, value);
      if (map.unresolvedRest !== undefined) rests.push(map.unresolvedRest);
    } else {
      return undefined;
    }
  }
  return createMap(createEntries(entries), location, {
    ...(rests.length > 0 && { unresolvedRest: rests.join(', ') }),
    references: unionReferences(maps.filter(map => map.kind === 'unresolved')),
  });
}

/** A map that comes later may hold the key too. */
function doubt(key: string, value: Value, map: Value): Value {
  if (map.kind !== 'unresolved') return value;
  const candidates =
    value.kind === 'unresolved' ? value.candidates ?? [] : [value];
  return createUnresolved(
    `${map.expression}["${key}"]`,
    value.location,
    map.references,
    candidates,
  );
}

function lookUp(
  map: Value | undefined,
  key: Value | undefined,
  fallback: Value | undefined,
  text: string,
  location: Location,
): Value | undefined {
  const name = toText(key);
  if (map?.kind === 'map' && name !== undefined) {
    const entry = Object.hasOwn(map.entries, name)
      ? map.entries[name]
      : undefined;
    if (entry) return withReferences(entry, map.references);
    if (map.unresolvedRest === undefined)
      return fallback ?? createFailure(text, location);
    return createUnresolved(text, location, map.references);
  }
  if (
    map?.kind === 'map' &&
    key?.kind === 'unresolved' &&
    map.unresolvedRest === undefined
  ) {
    const candidates = [
      ...Object.values(map.entries),
      ...(fallback ? [fallback] : []),
    ];
    return createUnresolved(text, location, unionReferences([key]), candidates);
  }
  return undefined;
}

function fromMembers(
  collection: Value | undefined,
  location: Location,
  pick: (member: readonly [Value, Value]) => Value,
): Value | undefined {
  if (collection?.kind !== 'map') return undefined;
  const members = membersOf(collection) ?? [];
  return createList(members.map(pick), location, {
    unresolvedRest: restOf(collection),
  });
}

function zipMap(
  keys: Value | undefined,
  values: Value | undefined,
  location: Location,
): Value | undefined {
  if (keys?.kind !== 'list' || values?.kind !== 'list') return undefined;
  const pairs: [string, Value][] = [];
  for (const [index, key] of keys.items.entries()) {
    const name = toText(key);
    const value = values.items[index];
    if (name === undefined || !value) return undefined;
    pairs.push([name, value]);
  }
  return createMap(createEntries(pairs), location, keys);
}

/** The first value that fits; an unresolved one before it makes that unknown. */
function firstOf(
  values: readonly Value[],
  fits: (value: Value) => boolean,
): Value | undefined {
  for (const value of values) {
    if (value.kind === 'unresolved' && !isCertainlySet(value)) return undefined;
    if (fits(value)) return value;
  }
  return undefined;
}

/** An attribute of a resource is set, though nobody knows to what. */
function isCertainlySet(value: Value): boolean {
  return (
    value.kind === 'unresolved' &&
    /\.(id|arn|name)$/.test(value.expression) &&
    value.references !== undefined
  );
}

function getLength(
  value: Value | undefined,
  location: Location,
): Value | undefined {
  if (value?.kind === 'scalar' && typeof value.value === 'string') {
    return createScalar([...value.value].length, location);
  }
  if (
    (value?.kind !== 'list' && value?.kind !== 'map') ||
    value.unresolvedRest !== undefined
  )
    return undefined;
  const length =
    value.kind === 'list'
      ? value.items.length
      : Object.keys(value.entries).length;
  return createScalar(length, location);
}

function contains(
  list: Value | undefined,
  item: Value | undefined,
  location: Location,
): Value | undefined {
  if (list?.kind !== 'list' || !item || item.kind === 'unresolved')
    return undefined;
  if (
    list.items.some(
      other => other.kind !== 'unresolved' && isSameValue(other, item),
    )
  ) {
    return createScalar(true, location);
  }
  const isCertain =
    list.unresolvedRest === undefined &&
    list.items.every(other => other.kind !== 'unresolved');
  return isCertain ? createScalar(false, location) : undefined;
}
