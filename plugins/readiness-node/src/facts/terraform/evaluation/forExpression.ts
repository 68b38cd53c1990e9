import type { HclFor } from '../../../parsers/hcl';
import type { Value } from '../../value';
import { evaluate } from './evaluate';
import { toBoolean, toText } from './plain';
import type { Scope } from './scope';
import { bind, locate } from './scope';
import {
  createEntries,
  createFailure,
  createList,
  createMap,
  createScalar,
  createUnresolved,
  isBroken,
  unionReferences,
  withReferences,
} from './values';

/** The members of a collection with their keys; undefined when it is none. */
export function membersOf(
  collection: Value,
): readonly (readonly [Value, Value])[] | undefined {
  if (collection.kind === 'list') {
    return collection.items.map(
      (item, index) =>
        [
          createScalar(index, item.location),
          withReferences(item, collection.references),
        ] as const,
    );
  }
  if (collection.kind === 'map') {
    return Object.entries(collection.entries)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(
        ([key, item]) =>
          [
            createScalar(key, item.location),
            withReferences(item, collection.references),
          ] as const,
      );
  }
  return undefined;
}

/** The text of what is missing from a collection, undefined when nothing is. */
export function restOf(collection: Value): string | undefined {
  return collection.kind === 'list' || collection.kind === 'map'
    ? collection.unresolvedRest
    : undefined;
}

/** A scope in which the names of a loop are bound to a member. */
export function bindMember(
  scope: Scope,
  names: { readonly keyName?: string; readonly valueName: string },
  [key, value]: readonly [Value, Value],
): Scope {
  const inner = bind(scope, names.valueName, value);
  return names.keyName === undefined ? inner : bind(inner, names.keyName, key);
}

class ForResults {
  readonly items: Value[] = [];
  readonly groups = new Map<string, Value[]>();
  /** Keys and values that could not be placed. */
  readonly lost: Value[] = [];

  constructor(public rest: string | undefined) {}
}

/** `[for …]` and `{for …}`. */
export function evaluateFor(expression: HclFor, scope: Scope): Value {
  const location = locate(expression, scope);
  const collection = evaluate(expression.collection, scope);
  if (isBroken(collection)) return collection;
  const members = membersOf(collection);
  if (!members) {
    return collection.kind === 'unresolved'
      ? createUnresolved(expression.text, location, collection.references)
      : createFailure(expression.text, location);
  }
  const results = new ForResults(restOf(collection));
  for (const member of members) {
    const broken = addMember(
      expression,
      bindMember(scope, expression, member),
      results,
    );
    if (broken) return broken;
  }
  const rest = { unresolvedRest: results.rest };
  if (!expression.keyResult) return createList(results.items, location, rest);
  const values = [...results.groups].map(
    ([key, items]): readonly [string, Value] => {
      const single = items[items.length - 1];
      return [
        key,
        expression.isGrouped || !single ? createList(items, location) : single,
      ];
    },
  );
  return createMap(createEntries(values), location, {
    ...rest,
    references: unionReferences(results.lost),
  });
}

/** Adds what one member gives; answers with the failure when there is one. */
function addMember(
  expression: HclFor,
  scope: Scope,
  results: ForResults,
): Value | undefined {
  if (expression.condition) {
    const condition = evaluate(expression.condition, scope);
    if (isBroken(condition)) return condition;
    const decided = toBoolean(condition);
    if (decided === false) return undefined;
    if (decided === undefined) {
      results.rest ??= expression.text;
      return undefined;
    }
  }
  const value = evaluate(expression.valueResult, scope);
  if (!expression.keyResult) {
    results.items.push(value);
    return undefined;
  }
  const key = evaluate(expression.keyResult, scope);
  if (isBroken(key)) return key;
  const name = toText(key);
  if (name === undefined) {
    results.rest ??= expression.text;
    results.lost.push(key, value);
    return undefined;
  }
  const group = results.groups.get(name);
  if (group) group.push(value);
  else results.groups.set(name, [value]);
  return undefined;
}
