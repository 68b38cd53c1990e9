import type { YamlEntry, YamlNode } from '../parsers/yaml';
import type { Location, MapValue, Value } from './value';

/**
 * What a local tag means, e.g. `!Ref`; nothing when it has no meaning, then the
 * value is unresolved with the tag as its expression.
 */
export type TagResolver = (
  node: YamlNode,
  location: Location,
) => Value | undefined;

/**
 * A YAML node as a value of a file. The value of a map's entry is located from
 * its key to its end.
 */
export function toYamlValue(
  node: YamlNode,
  path: string,
  resolveTag: TagResolver = () => undefined,
): Value {
  return convert(node, node.startLine, path, resolveTag);
}

/** Like {@link toYamlValue} for what must be a map; empty for anything else. */
export function toYamlMap(
  node: YamlNode,
  path: string,
  resolveTag?: TagResolver,
): MapValue {
  const value = toYamlValue(node, path, resolveTag);
  return value.kind === 'map'
    ? value
    : { kind: 'map', entries: {}, location: value.location };
}

function convert(
  node: YamlNode,
  startLine: number,
  path: string,
  resolveTag: TagResolver,
): Value {
  const location = getYamlLocation(node, path, startLine);
  if (node.tag !== undefined) {
    const resolved = resolveTag(node, location);
    return (
      resolved ?? { kind: 'unresolved', expression: formatTag(node), location }
    );
  }
  switch (node.kind) {
    case 'map':
      return {
        kind: 'map',
        entries: Object.fromEntries(
          node.entries.map(entry => [
            entry.key,
            convert(entry.value, entry.keyLine, path, resolveTag),
          ]),
        ),
        location,
      };
    case 'list':
      return {
        kind: 'list',
        items: node.items.map(item => toYamlValue(item, path, resolveTag)),
        location,
      };
    case 'scalar':
      return { kind: 'scalar', value: node.value, location };
    default:
      throw new TypeError(`Unexpected node ${String(node satisfies never)}`);
  }
}

/** Where a node stands, from its key when that is given. */
export function getYamlLocation(
  node: YamlNode,
  path: string,
  startLine: number = node.startLine,
): Location {
  return { path, startLine, endLine: Math.max(startLine, node.endLine) };
}

/** Where an entry stands: from its key to the end of its value. */
export function getYamlEntryLocation(entry: YamlEntry, path: string): Location {
  return getYamlLocation(entry.value, path, entry.keyLine);
}

function formatTag(node: YamlNode): string {
  const content = node.kind === 'scalar' ? ` ${node.text}` : '';
  return `${node.tag}${content}`;
}
