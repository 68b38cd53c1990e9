import type { Location, Value } from '../value';

/** The value with its lines translated; its path changed when one is given. */
export function shiftLines(
  value: Value,
  translate: (line: number) => number,
  path?: string,
): Value {
  const location = shiftLocation(value.location, translate, path);
  switch (value.kind) {
    case 'list':
      return {
        ...value,
        location,
        items: value.items.map(item => shiftLines(item, translate, path)),
      };
    case 'map':
      return {
        ...value,
        location,
        entries: Object.fromEntries(
          Object.entries(value.entries).map(([key, item]) => [
            key,
            shiftLines(item, translate, path),
          ]),
        ),
      };
    default:
      return { ...value, location };
  }
}

/** A location with its lines translated. */
export function shiftLocation(
  location: Location,
  translate: (line: number) => number,
  path: string = location.path,
): Location {
  const startLine = translate(location.startLine);
  const endLine = Math.max(startLine, translate(location.endLine));
  return { ...location, path, startLine, endLine };
}
