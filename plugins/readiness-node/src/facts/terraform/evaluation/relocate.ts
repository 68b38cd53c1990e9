import type { Location, Value } from '../../value';
import { createEntries, inheritMarks } from './values';

/** Where the value of an attribute is said to stand. */
export interface Place {
  /** Of the attribute itself. */
  readonly at: Location;
  /** Parts that stand within keep their own lines; others stand at `at`. */
  readonly frame: Location;
}

/**
 * The value as evidence of the resource that holds it: what came from
 * variables, locals or other files is said to stand where it is used.
 */
export function relocate(value: Value, place: Place): Value {
  const isInside = isWithin(value.location, place.frame);
  const location = isInside ? value.location : place.at;
  const inner = { at: location, frame: place.frame };
  const decoded = value.decoded && relocate(value.decoded, inner);
  const moved = relocateParts(value, inner);
  if (
    moved === value &&
    location === value.location &&
    decoded === value.decoded
  )
    return value;
  return inheritMarks(value, {
    ...moved,
    location,
    ...(decoded && { decoded }),
  });
}

function relocateParts(value: Value, place: Place): Value {
  if (value.kind === 'scalar') return value;
  if (value.kind === 'map') {
    const pairs = Object.entries(value.entries);
    const moved = pairs.map(
      ([key, item]) => [key, relocate(item, place)] as const,
    );
    return moved.every(([, item], index) => item === pairs[index]?.[1])
      ? value
      : { ...value, entries: createEntries(moved) };
  }
  const parts = value.kind === 'list' ? value.items : value.candidates ?? [];
  const moved = parts.map(item => relocate(item, place));
  if (moved.every((item, index) => item === parts[index])) return value;
  return value.kind === 'list'
    ? { ...value, items: moved }
    : { ...value, candidates: moved };
}

function isWithin(location: Location, frame: Location): boolean {
  return (
    location.path === frame.path &&
    location.startLine >= frame.startLine &&
    location.endLine <= frame.endLine
  );
}
