import type { HclCall, HclExpression, HclObject } from '../../../parsers/hcl';
import type { Value } from '../../value';
import { evaluate } from './evaluate';
import { toBoolean, toNumber, toText } from './plain';
import type { Scope } from './scope';
import {
  copyValue,
  createEntries,
  createList,
  createMap,
  createScalar,
  isNull,
} from './values';

const MAX_DEPTH = 20;

/**
 * The value as a variable of this type holds it: texts become numbers or
 * truth values, missing `optional` attributes take their defaults. What does
 * not fit stays as it is.
 */
export function applyType(
  value: Value,
  type: HclExpression,
  scope: Scope,
  depth = 0,
): Value {
  if (depth > MAX_DEPTH || isNull(value)) return value;
  if (type.kind === 'variable') return convertScalar(value, type.name);
  if (type.kind !== 'call') return value;
  const [inner] = type.arguments;
  if (!inner) return value;
  switch (type.name) {
    case 'list':
    case 'set':
      return value.kind === 'list'
        ? withItems(
            value,
            value.items.map(item => applyType(item, inner, scope, depth + 1)),
          )
        : value;
    case 'map':
      return value.kind === 'map'
        ? mapEntries(value, item => applyType(item, inner, scope, depth + 1))
        : value;
    case 'object':
      return value.kind === 'map' && inner.kind === 'object'
        ? applyObject(value, inner, scope, depth)
        : value;
    case 'optional':
      return applyType(value, inner, scope, depth + 1);
    case 'tuple':
      return applyTuple(value, inner, scope, depth);
    default:
      return value;
  }
}

function applyTuple(
  value: Value,
  types: HclExpression,
  scope: Scope,
  depth: number,
): Value {
  if (value.kind !== 'list' || types.kind !== 'list') return value;
  const items = value.items.map((item, index) => {
    const type = types.items[index];
    return type ? applyType(item, type, scope, depth + 1) : item;
  });
  return withItems(value, items);
}

function withItems(
  list: Extract<Value, { kind: 'list' }>,
  items: readonly Value[],
): Value {
  return items.every((item, index) => item === list.items[index])
    ? list
    : createList(items, list.location, list);
}

function mapEntries(
  map: Extract<Value, { kind: 'map' }>,
  convert: (value: Value) => Value,
): Value {
  const pairs = Object.entries(map.entries).map(
    ([key, value]) => [key, convert(value)] as const,
  );
  return createMap(createEntries(pairs), map.location, map);
}

function applyObject(
  map: Extract<Value, { kind: 'map' }>,
  type: HclObject,
  scope: Scope,
  depth: number,
): Value {
  const entries = new Map<string, Value>(Object.entries(map.entries));
  for (const { key, value: memberType } of type.entries) {
    const name = key.kind === 'literal' ? String(key.value) : key.text;
    const given = entries.get(name);
    const optional =
      memberType.kind === 'call' && memberType.name === 'optional'
        ? memberType
        : undefined;
    if (given && !(optional && isNull(given))) {
      entries.set(name, applyType(given, memberType, scope, depth + 1));
    } else if (optional && map.unresolvedRest === undefined) {
      entries.set(name, defaultOf(optional, map, scope, depth));
    }
  }
  return createMap(createEntries(entries), map.location, map);
}

function defaultOf(
  optional: HclCall,
  map: Value,
  scope: Scope,
  depth: number,
): Value {
  const [type, fallback] = optional.arguments;
  if (!type || !fallback) return createScalar(null, map.location);
  return applyType(evaluate(fallback, scope), type, scope, depth + 1);
}

function convertScalar(value: Value, type: string): Value {
  if (value.kind !== 'scalar') return value;
  const converted = convertTo(type, value);
  if (converted === undefined || converted === value.value) return value;
  const scalar = createScalar(converted, value.location);
  return value.references
    ? copyValue(scalar, { references: value.references })
    : scalar;
}

function convertTo(type: string, value: Value) {
  switch (type) {
    case 'string':
      return toText(value);
    case 'number':
      return toNumber(value);
    case 'bool':
      return toBoolean(value);
    default:
      return undefined;
  }
}
