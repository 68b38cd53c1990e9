import {
  isTruthy,
  toNumber,
  TemplateMap,
  Unresolved,
  type TemplateValue,
} from '../templateValue';
import type { FunctionTable, TemplateFunction } from './context';
import { isVersionInRange } from './versions';

/** Comparing with what nobody knows gives nothing anybody knows. */
function compare(
  decide: (...args: readonly TemplateValue[]) => boolean,
): TemplateFunction {
  return (args, { source }) =>
    args.some(arg => arg instanceof Unresolved)
      ? new Unresolved(source)
      : decide(...args);
}

function isEqual(
  left: TemplateValue | undefined,
  right: TemplateValue | undefined,
): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object') return false;
  return (
    JSON.stringify(toComparable(left)) === JSON.stringify(toComparable(right))
  );
}

function toComparable(value: TemplateValue | undefined): unknown {
  if (Array.isArray(value)) return value.map(toComparable);
  if (value instanceof TemplateMap) {
    return [...value]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, toComparable(item)]);
  }
  return value;
}

function order(
  left: TemplateValue | undefined,
  right: TemplateValue | undefined,
): number {
  if (typeof left === 'string' && typeof right === 'string') {
    if (left === right) return 0;
    return left < right ? -1 : 1;
  }
  return toNumber(left) - toNumber(right);
}

function toText(value: TemplateValue | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

function getKind(value: TemplateValue | undefined): string {
  if (value === null || value === undefined) return 'invalid';
  if (Array.isArray(value)) return 'slice';
  if (value instanceof TemplateMap) return 'map';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return 'float64';
  return typeof value === 'string' ? 'string' : 'struct';
}

function isOfKind(kind: string, value: TemplateValue | undefined): boolean {
  const actual = getKind(value);
  if (actual === 'float64') return /^(float64|int|int64)$/.test(kind);
  return (
    kind === actual ||
    (actual === 'map' && kind.startsWith('map[')) ||
    (actual === 'slice' && kind.startsWith('[]'))
  );
}

export const LOGIC_FUNCTIONS: FunctionTable = {
  and: args =>
    args.find(arg => !isTruthy(arg)) ?? args[args.length - 1] ?? null,
  or: args => args.find(isTruthy) ?? args[args.length - 1] ?? null,
  not: compare(value => !isTruthy(value ?? null)),
  eq: compare((left, ...others) => others.some(other => isEqual(left, other))),
  ne: compare((left, right) => !isEqual(left, right)),
  lt: compare((left, right) => order(left, right) < 0),
  le: compare((left, right) => order(left, right) <= 0),
  gt: compare((left, right) => order(left, right) > 0),
  ge: compare((left, right) => order(left, right) >= 0),
  empty: compare(value => !isTruthy(value ?? null)),
  default: ([fallback = null, value = null]) =>
    isTruthy(value) ? value : fallback,
  coalesce: args => args.find(isTruthy) ?? null,
  ternary: ([yes = null, no = null, test = null], { source }) =>
    test instanceof Unresolved
      ? new Unresolved(source)
      : pick(isTruthy(test), yes, no),
  all: args => args.every(isTruthy),
  any: args => args.some(isTruthy),
  contains: compare((part, text) => toText(text).includes(toText(part))),
  hasPrefix: compare((part, text) => toText(text).startsWith(toText(part))),
  hasSuffix: compare((part, text) => toText(text).endsWith(toText(part))),
  kindIs: compare((kind, value) => isOfKind(toText(kind), value)),
  typeIs: compare((kind, value) => isOfKind(toText(kind), value)),
  typeIsLike: compare((kind, value) => isOfKind(toText(kind), value)),
  kindOf: ([value]) => getKind(value),
  typeOf: ([value]) => getKind(value),
  semverCompare: compare((range, version) =>
    isVersionInRange(toText(version), toText(range)),
  ),
  required: ([, value = null], { source }) =>
    value === null || value === '' ? new Unresolved(source) : value,
  fail: () => '',
  // Without a cluster `lookup` finds nothing, as in `helm template`.
  lookup: () => new TemplateMap(),
};

function pick<T>(isFirst: boolean, first: T, second: T): T {
  return isFirst ? first : second;
}
