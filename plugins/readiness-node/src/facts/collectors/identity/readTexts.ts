import { getItems, getText } from '../../readValue';
import type { FactValue, Location, Value } from '../../value';

/**
 * Texts of a policy: one or several. A wildcard among them is known whatever
 * the others are; what is built from a resource's address is no wildcard and
 * reads as its expression.
 */
export function readTexts(
  value: Value | undefined,
  setting: string,
  enclosing: Location,
): FactValue<readonly string[]> {
  if (value === undefined)
    return { state: 'absent', setting, location: enclosing, defaultValue: [] };
  const { location } = value;
  const known: string[] = [];
  let open: string | undefined;
  for (const item of value.kind === 'unresolved' ? [value] : getItems(value)) {
    const text = getText(item);
    if (text !== undefined) known.push(text);
    else if (item.kind === 'unresolved' && isNarrow(item))
      known.push(item.expression);
    else open = item.kind === 'unresolved' ? item.expression : setting;
  }
  if (value.kind === 'list' && value.unresolvedRest !== undefined)
    open = value.unresolvedRest;
  return open === undefined || known.some(isWildcard)
    ? { state: 'known', value: known, setting, location }
    : { state: 'unresolved', expression: open, setting, location };
}

/** `*` and `*:*`. */
export function isWildcard(text: string): boolean {
  return /^\*(:\*)?$/.test(text.trim());
}

function isNarrow(item: Extract<Value, { kind: 'unresolved' }>): boolean {
  return (item.references ?? []).length > 0 || item.expression.includes('arn:');
}
