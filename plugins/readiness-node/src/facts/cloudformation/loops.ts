import { getEntries, getItems, getText } from '../readValue';
import type { Value } from '../value';
import type { Evaluator } from './evaluator';

/** What `Fn::ForEach` writes out. */
export interface Loop {
  readonly variable: string;
  readonly entries: ReadonlyArray<
    readonly [string, { readonly variable: string; readonly value: Value }]
  >;
  /** Whether every item of the collection was known. */
  readonly isComplete: boolean;
}

/** Expands `Fn::ForEach::Name: [Identifier, [items], { Key${Identifier}: … }]`. */
export function expandLoop(argument: Value, evaluator: Evaluator): Loop {
  const [identifier, collection, body] = getItems(argument);
  const variable = getText(identifier) ?? '';
  const items = collection && evaluator.evaluate(collection);
  if (items?.kind !== 'list' || body === undefined)
    return { variable, entries: [], isComplete: false };
  const texts = items.items.map(item => getText(item));
  const known = texts.filter(text => text !== undefined);
  const entries = known.flatMap(text =>
    getEntries(body).map(
      ([key, value]) =>
        [fillIn(key, variable, text), { variable: text, value }] as const,
    ),
  );
  return {
    variable,
    entries,
    isComplete:
      known.length === texts.length && items.unresolvedRest === undefined,
  };
}

function fillIn(key: string, variable: string, text: string): string {
  return key
    .replaceAll(`\${${variable}}`, text)
    .replaceAll(`&{${variable}}`, text.replaceAll(/[^A-Za-z0-9]/g, ''));
}
