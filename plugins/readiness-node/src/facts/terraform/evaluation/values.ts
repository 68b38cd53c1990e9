import type {
  ListValue,
  Location,
  MapValue,
  ScalarValue,
  UnresolvedValue,
  Value,
} from '../../value';

/** Collections of more parts than this are not carried around. */
const MAX_WEIGHT = 20_000;
/** Lighter ones are not remembered: most are, and remembering costs time. */
const LIGHT = 24;
const MAX_TEXT = 1_000_000;
const MAX_EXPRESSION = 240;
const MAX_CANDIDATES = 8;

const weights = new WeakMap<Value, number>();
const failures = new WeakSet<Value>();

/** A known value. Texts beyond a million characters are not kept. */
export function createScalar(
  value: ScalarValue['value'],
  location: Location,
): Value {
  if (typeof value === 'string' && value.length > MAX_TEXT)
    return createUnresolved('a very long text', location);
  if (typeof value === 'number' && !Number.isFinite(value))
    return createFailure(String(value), location);
  return { kind: 'scalar', value, location };
}

/** What nobody can know from the files: the expression, on one line. */
export function createUnresolved(
  expression: string,
  location: Location,
  references: readonly string[] = [],
  candidates: readonly Value[] = [],
): UnresolvedValue {
  const few = candidates.length > 0 ? limitCandidates(candidates) : undefined;
  const weight = few ? sumWeights(few) : 1;
  const value: UnresolvedValue = {
    kind: 'unresolved',
    expression: shorten(expression),
    location,
    ...(references.length > 0 && { references }),
    ...(few && weight <= MAX_WEIGHT && { candidates: few }),
  };
  if (value.candidates && weight > LIGHT) weights.set(value, weight);
  return value;
}

/**
 * An expression that Terraform itself would refuse (a missing key, an index
 * out of range). `try` and `can` look for it; everyone else sees an
 * unresolved value.
 */
export function createFailure(
  expression: string,
  location: Location,
): UnresolvedValue {
  const value = createUnresolved(expression, location);
  failures.add(value);
  return value;
}

/** Whether Terraform itself would refuse the expression. */
export function isFailure(value: Value): boolean {
  return failures.has(value);
}

/** A failure of which nothing is left; a list or map with a broken part is still one. */
export function isBroken(value: Value): boolean {
  return value.kind === 'unresolved' && failures.has(value);
}

/** The value as others see it: what failed is just not known to them. */
export function forgive(value: Value): Value {
  return failures.has(value) ? { ...value } : value;
}

/** A list; absurdly large ones become unresolved. */
export function createList(
  items: readonly Value[],
  location: Location,
  rest?: { readonly unresolvedRest?: string },
): ListValue | UnresolvedValue {
  return weighed({ kind: 'list', items, location, ...restOf(rest) }, items);
}

/** A map; absurdly large ones become unresolved. */
export function createMap(
  entries: Readonly<Record<string, Value>>,
  location: Location,
  rest?: {
    readonly unresolvedRest?: string;
    readonly references?: readonly string[];
  },
): MapValue | UnresolvedValue {
  const value: MapValue = {
    kind: 'map',
    entries,
    location,
    ...restOf(rest),
    ...(rest?.references?.length && { references: rest.references }),
  };
  return weighed(value, Object.values(entries));
}

function restOf(rest?: { readonly unresolvedRest?: string }) {
  return rest?.unresolvedRest === undefined
    ? {}
    : { unresolvedRest: shorten(rest.unresolvedRest) };
}

/** Bounds the size; what holds a failure is one itself, and keeps its other parts. */
function weighed<T extends ListValue | MapValue>(
  value: T,
  parts: readonly Value[],
): T | UnresolvedValue {
  const weight = sumWeights(parts);
  if (weight > MAX_WEIGHT) {
    return createUnresolved('a collection too large to follow', value.location);
  }
  if (weight > LIGHT) weights.set(value, weight);
  if (parts.some(part => part.kind !== 'scalar' && failures.has(part))) {
    failures.add(value);
  }
  return value;
}

function sumWeights(parts: readonly Value[]): number {
  let weight = 1;
  for (const part of parts) weight += weightOf(part);
  return weight;
}

/** Number of values in a value; light ones are counted again each time. */
function weightOf(value: Value): number {
  const known = value.kind === 'scalar' ? 1 : weights.get(value);
  if (known !== undefined) return known;
  return sumWeights(partsOf(value));
}

function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'list':
      return value.items;
    case 'map':
      return Object.values(value.entries);
    case 'unresolved':
      return value.candidates ?? [];
    default:
      return [];
  }
}

/** Entries without a prototype's own keys getting in the way. */
export function createEntries(
  pairs: Iterable<readonly [string, Value]>,
): Record<string, Value> {
  return Object.fromEntries(pairs);
}

/** The same value that also refers to these addresses. */
export function withReferences(
  value: Value,
  references: readonly string[] = [],
): Value {
  if (references.length === 0) return value;
  const merged = [...new Set([...(value.references ?? []), ...references])];
  if (merged.length === value.references?.length) return value;
  return copyValue(value, { references: merged });
}

/** A changed copy that keeps what is known about the value beside its data. */
export function copyValue(
  value: Value,
  changes: Partial<Pick<Value, 'references' | 'location' | 'decoded'>>,
): Value {
  return inheritMarks(value, { ...value, ...changes });
}

/** Marks a changed copy as its original is marked. */
export function inheritMarks<T extends Value>(original: Value, copy: T): T {
  const weight = weights.get(original);
  if (weight !== undefined) weights.set(copy, weight);
  if (failures.has(original)) failures.add(copy);
  return copy;
}

/** Addresses that any of the values, or a part of them, refers to. */
export function unionReferences(values: readonly Value[]): readonly string[] {
  const found = new Set<string>();
  for (const value of values) addReferences(value, found);
  return [...found];
}

function addReferences(value: Value, found: Set<string>): void {
  for (const reference of value.references ?? []) found.add(reference);
  if (value.kind === 'list')
    value.items.forEach(item => addReferences(item, found));
  if (value.kind === 'map')
    Object.values(value.entries).forEach(item => addReferences(item, found));
}

/** Whether nothing in the value is unresolved. */
export function isFullyKnown(value: Value): boolean {
  switch (value.kind) {
    case 'scalar':
      return true;
    case 'list':
      return (
        value.unresolvedRest === undefined && value.items.every(isFullyKnown)
      );
    case 'map':
      return (
        value.unresolvedRest === undefined &&
        Object.values(value.entries).every(isFullyKnown)
      );
    default:
      return false;
  }
}

/** Whether the value is `null`. */
export function isNull(value: Value): boolean {
  return value.kind === 'scalar' && value.value === null;
}

/** Whether two values say the same, wherever they stand. */
export function isSameValue(left: Value, right: Value): boolean {
  if (left === right) return true;
  if (left.kind === 'scalar')
    return right.kind === 'scalar' && left.value === right.value;
  if (left.kind === 'unresolved') {
    return (
      right.kind === 'unresolved' &&
      left.expression === right.expression &&
      !isFailure(left)
    );
  }
  if (left.kind === 'list') {
    return (
      right.kind === 'list' &&
      left.unresolvedRest === right.unresolvedRest &&
      left.items.length === right.items.length &&
      left.items.every((item, index) => isSameItem(item, right.items[index]))
    );
  }
  if (right.kind !== 'map' || left.unresolvedRest !== right.unresolvedRest)
    return false;
  const keys = Object.keys(left.entries);
  return (
    keys.length === Object.keys(right.entries).length &&
    keys.every(
      key =>
        Object.hasOwn(right.entries, key) &&
        isSameItem(left.entries[key], right.entries[key]),
    )
  );
}

function isSameItem(
  left: Value | undefined,
  right: Value | undefined,
): boolean {
  return left !== undefined && right !== undefined && isSameValue(left, right);
}

/** Values an unresolved one may take; the candidates of candidates count. */
export function candidatesOf(value: Value): readonly Value[] {
  return value.kind === 'unresolved' ? value.candidates ?? [] : [value];
}

function limitCandidates(
  values: readonly Value[],
): readonly Value[] | undefined {
  const distinct: Value[] = [];
  for (const value of values) {
    if (!distinct.some(other => isSameValue(other, value)))
      distinct.push(value);
    if (distinct.length > MAX_CANDIDATES) return undefined;
  }
  return distinct.length > 0 ? distinct : undefined;
}

/** An expression on one line, cut when it is long. */
export function shorten(expression: string): string {
  const line = expression.replace(/\s+/g, ' ').trim();
  return line.length > MAX_EXPRESSION
    ? `${line.slice(0, MAX_EXPRESSION)}…`
    : line;
}
