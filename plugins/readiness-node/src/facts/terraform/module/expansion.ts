import type { HclBlock, HclExpression } from '../../../parsers/hcl';
import type { Location, Value } from '../../value';
import { evaluate } from '../evaluation/evaluate';
import { restOf } from '../evaluation/forExpression';
import { toNumber, toText } from '../evaluation/plain';
import type { Bindings, Scope } from '../evaluation/scope';
import {
  createMap,
  createScalar,
  createUnresolved,
  isBroken,
  isNull,
  shorten,
} from '../evaluation/values';

/** `for_each` over more members than this is not followed. */
const MAX_MEMBERS = 1_000;
const MAX_COUNT = 10_000;

/** How often a resource or module exists. */
export type Expansion =
  | { readonly kind: 'single' }
  | { readonly kind: 'count'; readonly count: number }
  | {
      readonly kind: 'each';
      readonly members: readonly (readonly [string, Value])[];
    }
  | {
      /** Nobody knows how often; there is one that stands for all. */
      readonly kind: 'unknown';
      readonly by: 'count' | 'for_each';
      /** Absent when at least one is certain. */
      readonly condition?: string;
      readonly each?: Value;
    };

/** Works out `count`, `for_each` and OpenTofu's `enabled`. */
export function expand(block: HclBlock, scope: Scope): Expansion {
  const count = findExpression(block, 'count');
  if (count) return expandCount(count, scope);
  const forEach = findExpression(block, 'for_each');
  return forEach ? expandForEach(forEach, scope) : { kind: 'single' };
}

function findExpression(
  block: HclBlock,
  name: string,
): HclExpression | undefined {
  return block.body.attributes.find(attribute => attribute.name === name)
    ?.expression;
}

function expandCount(expression: HclExpression, scope: Scope): Expansion {
  const value = evaluate(expression, scope);
  const count = toNumber(value);
  if (count !== undefined)
    return {
      kind: 'count',
      count: Math.max(0, Math.min(MAX_COUNT, Math.floor(count))),
    };
  const isCertain =
    value.kind === 'unresolved' &&
    value.candidates !== undefined &&
    value.candidates.every(candidate => (toNumber(candidate) ?? 0) > 0);
  return {
    kind: 'unknown',
    by: 'count',
    ...(!isCertain && { condition: describeCondition(expression, value) }),
  };
}

/** The expression that decides, with its cause when that reads differently. */
function describeCondition(expression: HclExpression, value: Value): string {
  return value.kind === 'unresolved' && expression.kind === 'access'
    ? value.expression
    : shorten(expression.text);
}

function expandForEach(expression: HclExpression, scope: Scope): Expansion {
  const collection = evaluate(expression, scope);
  if (isNull(collection)) return { kind: 'count', count: 0 };
  const members = isBroken(collection) ? undefined : keyed(collection);
  const isComplete = members && restOf(collection) === undefined;
  if (
    members &&
    members.length <= MAX_MEMBERS &&
    (isComplete || members.length > 0)
  ) {
    return { kind: 'each', members };
  }
  const items = collection.kind === 'list' ? collection.items : [];
  const condition = describeCondition(expression, collection);
  const [only] = items;
  return {
    kind: 'unknown',
    by: 'for_each',
    ...(items.length === 0 && { condition }),
    ...(items.length === 1 && only && { each: only }),
  };
}

/** Keys and values; undefined when a key cannot be known. */
function keyed(
  collection: Value,
): readonly (readonly [string, Value])[] | undefined {
  if (collection.kind === 'map') {
    return Object.entries(collection.entries).sort(([left], [right]) =>
      left < right ? -1 : 1,
    );
  }
  if (collection.kind !== 'list') return undefined;
  const members: (readonly [string, Value])[] = [];
  for (const item of collection.items) {
    const key = toText(item);
    if (key === undefined) return undefined;
    members.push([key, item]);
  }
  return members;
}

/** `each.key` and `each.value` of a member. */
export function bindEach(
  key: string,
  value: Value,
  location: Location,
): Bindings {
  const each = createMap({ key: createScalar(key, location), value }, location);
  return { name: 'each', value: each, outer: undefined };
}

/** `each` of a collection nobody knows. */
export function bindUnknownEach(
  value: Value | undefined,
  location: Location,
): Bindings {
  const unknown = (name: string) =>
    createUnresolved(`each.${name}`, location, value?.references);
  const each = createMap(
    { key: value ?? unknown('key'), value: value ?? unknown('value') },
    location,
  );
  return { name: 'each', value: each, outer: undefined };
}

/** `count.index`; undefined for an index nobody knows. */
export function bindIndex(
  index: number | undefined,
  location: Location,
): Bindings {
  const value =
    index === undefined
      ? createUnresolved('count.index', location)
      : createScalar(index, location);
  return {
    name: 'count',
    value: createMap({ index: value }, location),
    outer: undefined,
  };
}
