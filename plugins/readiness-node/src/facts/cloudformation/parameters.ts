import { getItems, getText, getValue } from '../readValue';
import type { Location, Value } from '../value';
import { relocate, scalar, unresolved } from './expression';
import { toList } from './intrinsics';
import { getSection, type Template } from './template';

const MOST_CANDIDATES = 12;

/**
 * The values of a template's parameters: as given, else by default; without a
 * default unresolved, with the allowed values as candidates.
 */
export function getParameterValues(
  template: Template,
  given: ReadonlyMap<string, Value | string>,
): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const [name, declaration] of getSection(template, 'Parameters')) {
    values.set(name, getParameter(name, declaration, given.get(name)));
  }
  return values;
}

function getParameter(
  name: string,
  declaration: Value,
  given: Value | string | undefined,
): Value {
  const { location } = declaration;
  const type = getText(getValue(declaration, 'Type')) ?? 'String';
  const value = typeof given === 'string' ? scalar(given, location) : given;
  if (value !== undefined && value.kind !== 'scalar') return value;
  const text =
    value === undefined
      ? getText(getValue(declaration, 'Default'))
      : getText(value);
  if (text === undefined) return getUnknown(name, declaration);
  if (type.startsWith('AWS::SSM::Parameter::Value'))
    return unresolved(`{{resolve:ssm:${text}}}`, location);
  if (type === 'CommaDelimitedList' || type.startsWith('List<'))
    return splitList(text, location);
  return (
    value ??
    relocate(
      getValue(declaration, 'Default') ?? scalar(text, location),
      location,
    )
  );
}

function splitList(text: string, location: Location): Value {
  const items = text.split(',').map(item => item.trim());
  return toList(
    items.filter(item => item !== ''),
    location,
  );
}

function getUnknown(name: string, declaration: Value): Value {
  const allowed = getItems(getValue(declaration, 'AllowedValues'));
  return unresolved(`!Ref ${name}`, declaration.location, {
    candidates: allowed.length <= MOST_CANDIDATES ? allowed : [],
  });
}
