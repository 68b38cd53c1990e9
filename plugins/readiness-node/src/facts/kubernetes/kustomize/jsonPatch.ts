import { getItems, getText } from '../../readValue';
import type { ListValue, MapValue, Value } from '../../value';
import { getOwn, withEntry } from '../editValue';

/**
 * Applies the operations of a JSON patch (RFC 6902). An operation that finds no
 * place changes nothing.
 */
export function applyJsonPatch(body: MapValue, operations: Value): MapValue {
  let result: Value = body;
  for (const operation of getItems(operations)) {
    result = applyOperation(result, operation);
  }
  return result.kind === 'map' ? result : body;
}

function applyOperation(root: Value, operation: Value): Value {
  const steps = parsePointer(getText(getOwn(operation, 'path')));
  if (steps === undefined) return root;
  switch (getText(getOwn(operation, 'op'))) {
    case 'add':
      return edit(root, steps, 'add', getOwn(operation, 'value'));
    case 'replace':
      return edit(root, steps, 'replace', getOwn(operation, 'value'));
    case 'remove':
      return edit(root, steps, 'remove', undefined);
    case 'copy':
    case 'move':
      return copyOrMove(root, steps, operation);
    default:
      return root;
  }
}

function copyOrMove(
  root: Value,
  steps: readonly string[],
  operation: Value,
): Value {
  const from = parsePointer(getText(getOwn(operation, 'from')));
  const value = from && readPointer(root, from);
  if (from === undefined || value === undefined) return root;
  const isMove = getText(getOwn(operation, 'op')) === 'move';
  const source = isMove ? edit(root, from, 'remove', undefined) : root;
  return edit(source, steps, 'add', value);
}

function parsePointer(pointer: string | undefined): string[] | undefined {
  if (!pointer?.startsWith('/')) return undefined;
  return pointer
    .slice(1)
    .split('/')
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function readPointer(root: Value, steps: readonly string[]): Value | undefined {
  let current: Value | undefined = root;
  for (const step of steps) {
    current =
      current?.kind === 'list'
        ? current.items[Number(step)]
        : getOwn(current, step);
  }
  return current;
}

type Operation = 'add' | 'replace' | 'remove';

function edit(
  target: Value,
  steps: readonly string[],
  operation: Operation,
  value: Value | undefined,
): Value {
  const [step, ...rest] = steps;
  if (step === undefined) return value ?? target;
  if (target.kind === 'map') {
    if (rest.length === 0) return editEntry(target, step, operation, value);
    const inner = getOwn(target, step);
    return inner === undefined
      ? target
      : withEntry(target, step, edit(inner, rest, operation, value));
  }
  if (target.kind !== 'list') return target;
  if (rest.length === 0) return editItem(target, step, operation, value);
  const items = target.items.map((item, index) =>
    index === Number(step) ? edit(item, rest, operation, value) : item,
  );
  return { ...target, items };
}

function editEntry(
  map: MapValue,
  key: string,
  operation: Operation,
  value: Value | undefined,
): MapValue {
  if (operation === 'replace' && getOwn(map, key) === undefined) return map;
  return withEntry(map, key, operation === 'remove' ? undefined : value);
}

function editItem(
  list: ListValue,
  step: string,
  operation: Operation,
  value: Value | undefined,
): ListValue {
  const index = step === '-' ? list.items.length : Number(step);
  if (!Number.isInteger(index) || index < 0) return list;
  const items = [...list.items];
  if (operation === 'add') {
    if (value !== undefined) items.splice(index, 0, value);
  } else if (operation === 'remove') {
    items.splice(index, 1);
  } else if (value !== undefined && index < items.length) {
    items[index] = value;
  }
  return { ...list, items };
}
