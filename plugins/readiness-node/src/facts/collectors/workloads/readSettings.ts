import { AttributeReader, getItems } from '../../readValue';
import type { Resource } from '../../resource';
import type { FactValue, Value } from '../../value';
import { absent, known } from './blankFacts';

/** Items of a list as a number; unresolved when the list is. */
export function countItems(
  reader: AttributeReader,
  path: string,
): FactValue<number> {
  const value = reader.get(path);
  if (value === undefined) return absent(path, reader.location);
  const expression = getOpenExpression(value);
  return expression === undefined
    ? known(getItems(value).length, path, value.location)
    : {
        state: 'unresolved',
        expression,
        setting: path,
        location: value.location,
      };
}

function getOpenExpression(value: Value): string | undefined {
  if (value.kind === 'unresolved') return value.expression;
  return value.kind === 'list' ? value.unresolvedRest : undefined;
}

/** The first of several paths that is set. */
export function findPath(
  reader: AttributeReader,
  paths: readonly string[],
): string | undefined {
  return paths.find(path => reader.has(path));
}

/** Whether any of several settings is there. */
export function readPresence(
  reader: AttributeReader,
  paths: readonly string[],
): FactValue<boolean> {
  const found = paths.map(path => reader.presence(path)).find(isThere);
  return found ?? reader.presence(paths[0] ?? '');
}

/** Neither absent nor known to be empty. */
export function isThere(value: FactValue<boolean>): boolean {
  return (
    value.state === 'unresolved' || (value.state === 'known' && value.value)
  );
}

/** Reads an attribute under the name its language has for it. */
export function pickName(
  resource: Resource,
  names: { readonly terraform: string; readonly cloudFormation: string },
): string {
  return resource.language === 'cloudformation'
    ? names.cloudFormation
    : names.terraform;
}

/** `healthCheck.path` as CloudFormation writes it. */
export function toPascal(path: string): string {
  return path
    .split('.')
    .map(step => step.charAt(0).toUpperCase() + step.slice(1))
    .join('.');
}
