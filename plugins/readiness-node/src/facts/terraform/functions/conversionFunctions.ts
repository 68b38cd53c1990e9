import type { HclFunction } from '../evaluation/calls';
import { membersOf, restOf } from '../evaluation/forExpression';
import { toBoolean, toNumber, toText } from '../evaluation/plain';
import {
  createFailure,
  createList,
  createScalar,
  isNull,
  isSameValue,
  withReferences,
} from '../evaluation/values';
import type { Value } from '../../value';

/** Functions that turn values into values of other types. */
export const conversionFunctions: Readonly<Record<string, HclFunction>> = {
  tostring: convertScalar(toText),
  tonumber: convertScalar(toNumber),
  tobool: convertScalar(toBoolean),
  tolist: ([value], call) => toList(value, call.location),
  toset: ([value], call) => toSet(value, call.location),
  tomap: ([value]) => (value?.kind === 'map' ? value : undefined),
  sensitive: ([value]) => value,
  nonsensitive: ([value]) => value,
  ephemeralasnull: ([value]) => value,
  issensitive: (_, call) => createScalar(false, call.location),
  mark_as_read: ([value]) => value,
};

function convertScalar(
  convert: (value: Value) => string | number | boolean | undefined,
): HclFunction {
  return ([value], call) => {
    if (!value || value.kind === 'unresolved') return value;
    if (isNull(value)) return value;
    const converted = convert(value);
    return converted === undefined
      ? createFailure(call.text, call.location)
      : withReferences(
          createScalar(converted, call.location),
          value.references,
        );
  };
}

function toList(
  value: Value | undefined,
  location: Value['location'],
): Value | undefined {
  if (value?.kind === 'list') return value;
  const members = value && membersOf(value);
  return value && members
    ? createList(
        members.map(([, item]) => item),
        location,
        { unresolvedRest: restOf(value) },
      )
    : undefined;
}

/** Distinct items; texts in order, as Terraform keeps them. */
function toSet(
  value: Value | undefined,
  location: Value['location'],
): Value | undefined {
  const list = toList(value, location);
  if (list?.kind !== 'list') return list ?? value;
  const distinct = distinctItems(list.items);
  if (distinct.every(item => item.kind === 'scalar')) {
    distinct.sort((left, right) =>
      (toText(left) ?? '') < (toText(right) ?? '') ? -1 : 1,
    );
  }
  return createList(distinct, list.location, list);
}

/** The items without repetitions. */
export function distinctItems(items: readonly Value[]): Value[] {
  const seen = new Set<unknown>();
  const distinct: Value[] = [];
  for (const item of items) {
    if (item.kind === 'scalar') {
      if (seen.has(item.value)) continue;
      seen.add(item.value);
    } else if (
      item.kind !== 'unresolved' &&
      distinct.length < 500 &&
      distinct.some(other => isSameValue(other, item))
    ) {
      continue;
    }
    distinct.push(item);
  }
  return distinct;
}
