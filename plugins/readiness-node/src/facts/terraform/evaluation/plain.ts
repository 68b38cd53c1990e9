import type { Location, Value } from '../../value';
import { createEntries, createList, createMap, createScalar } from './values';

/** Plain JSON data as a value; everything stands at one location. */
export function fromPlain(plain: unknown, location: Location): Value {
  if (Array.isArray(plain)) {
    return createList(
      plain.map(item => fromPlain(item, location)),
      location,
    );
  }
  if (typeof plain === 'object' && plain !== null) {
    const entries = Object.entries(plain).map(
      ([key, item]) => [key, fromPlain(item, location)] as const,
    );
    return createMap(createEntries(entries), location);
  }
  if (
    typeof plain === 'string' ||
    typeof plain === 'number' ||
    typeof plain === 'boolean'
  ) {
    return createScalar(plain, location);
  }
  return createScalar(null, location);
}

/** A scalar as text, as templates and `tostring` write it. */
export function toText(value: Value | undefined): string | undefined {
  if (value?.kind !== 'scalar' || value.value === null) return undefined;
  return String(value.value);
}

/** A scalar as a number; texts that read as one count. */
export function toNumber(value: Value | undefined): number | undefined {
  if (value?.kind !== 'scalar') return undefined;
  if (typeof value.value === 'number') return value.value;
  if (typeof value.value !== 'string' || value.value.trim() === '')
    return undefined;
  const number = Number(value.value);
  return Number.isFinite(number) ? number : undefined;
}

/** A scalar as a truth value; the texts `true` and `false` count. */
export function toBoolean(value: Value | undefined): boolean | undefined {
  if (value?.kind !== 'scalar') return undefined;
  if (value.value === true || value.value === 'true') return true;
  if (value.value === false || value.value === 'false') return false;
  return undefined;
}
