import type { Location, MapValue, Value } from '../value';

/** A text, number or truth value standing at a place. */
export function createScalar(
  value: string | number | boolean | null,
  location: Location,
): Value {
  return { kind: 'scalar', value, location };
}

/** A map standing at a place. */
export function createMap(
  entries: Readonly<Record<string, Value>>,
  location: Location,
): MapValue {
  return { kind: 'map', entries, location };
}

/** The own entry of a map. */
export function getOwn(
  value: Value | undefined,
  key: string,
): Value | undefined {
  return value?.kind === 'map' && Object.hasOwn(value.entries, key)
    ? value.entries[key]
    : undefined;
}

/** The map with one entry more or changed, or without it. */
export function withEntry(
  map: MapValue,
  key: string,
  value: Value | undefined,
): MapValue {
  const entries = Object.entries(map.entries).filter(([name]) => name !== key);
  if (value === undefined) {
    return { ...map, entries: Object.fromEntries(entries) };
  }
  if (!Object.hasOwn(map.entries, key)) entries.push([key, value]);
  else {
    return {
      ...map,
      entries: Object.fromEntries(
        Object.entries(map.entries).map(([name, old]) => [
          name,
          name === key ? value : old,
        ]),
      ),
    };
  }
  return { ...map, entries: Object.fromEntries(entries) };
}

/** The map with a value set at a path; maps on the way are made. */
export function withPath(
  map: MapValue,
  path: readonly string[],
  value: Value,
): MapValue {
  const [key, ...rest] = path;
  if (key === undefined) return map;
  if (rest.length === 0) return withEntry(map, key, value);
  const inner = getOwn(map, key);
  const next = inner?.kind === 'map' ? inner : createMap({}, value.location);
  return withEntry(map, key, withPath(next, rest, value));
}

/** The map with what stands at a path changed, when something stands there. */
export function changePath(
  map: MapValue,
  path: readonly string[],
  change: (value: Value) => Value,
): MapValue {
  const [key, ...rest] = path;
  const inner = key === undefined ? undefined : getOwn(map, key);
  if (key === undefined || inner === undefined) return map;
  if (rest.length === 0) return withEntry(map, key, change(inner));
  return inner.kind === 'map'
    ? withEntry(map, key, changePath(inner, rest, change))
    : map;
}
