import type { Location, ScalarValue, UnresolvedValue, Value } from '../value';

const LONGEST_EXPRESSION = 160;

/** A literal at a place. */
export function scalar(
  value: ScalarValue['value'],
  location: Location,
): ScalarValue {
  return { kind: 'scalar', value, location };
}

/** What nobody can resolve, as the author would write it in YAML. */
export function unresolved(
  expression: string,
  location: Location,
  more: Partial<
    Pick<UnresolvedValue, 'references' | 'candidates' | 'isOneOfCandidates'>
  > = {},
): UnresolvedValue {
  return {
    kind: 'unresolved',
    expression: shorten(expression),
    location,
    ...(more.references &&
      more.references.length > 0 && { references: more.references }),
    ...(more.candidates &&
      more.candidates.length > 0 && { candidates: more.candidates }),
    ...(more.isOneOfCandidates && { isOneOfCandidates: true }),
  };
}

/** The value, standing where it is used rather than where it was written. */
export function relocate<T extends Value>(value: T, location: Location): T {
  return { ...value, location };
}

/** Short YAML form of a value: `!If [IsProd, true, false]`. */
export function formatExpression(value: Value): string {
  return shorten(format(value, 0));
}

/** Whether two values are the same, wherever they stand. */
export function isSameValue(left: Value, right: Value): boolean {
  return format(left, 0) === format(right, 0) && left.kind === right.kind;
}

function format(value: Value, depth: number): string {
  if (depth > 12) return '…';
  switch (value.kind) {
    case 'scalar':
      return value.value === '' ? "''" : String(value.value);
    case 'unresolved':
      return value.expression;
    case 'list':
      return `[${value.items.map(item => format(item, depth + 1)).join(', ')}]`;
    case 'map':
      return formatMap(Object.entries(value.entries), depth);
    default:
      throw new TypeError(
        `Unexpected value ${JSON.stringify(value satisfies never)}`,
      );
  }
}

function formatMap(
  entries: ReadonlyArray<readonly [string, Value]>,
  depth: number,
): string {
  const [only] = entries;
  if (
    only !== undefined &&
    entries.length === 1 &&
    /^(Ref|Condition|Fn::)/.test(only[0])
  ) {
    return `!${only[0].replace('Fn::', '')} ${format(only[1], depth + 1)}`;
  }
  return `{${entries
    .map(([key, item]) => `${key}: ${format(item, depth + 1)}`)
    .join(', ')}}`;
}

function shorten(text: string): string {
  return text.length > LONGEST_EXPRESSION
    ? `${text.slice(0, LONGEST_EXPRESSION - 1)}…`
    : text;
}
