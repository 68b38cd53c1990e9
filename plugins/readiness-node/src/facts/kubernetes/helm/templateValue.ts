import type { YamlNode } from '../../../parsers/yaml';
import type { Value } from '../../value';

/** What a template computes with; maps keep their order and may be changed. */
export type TemplateValue =
  | null
  | boolean
  | number
  | string
  | TemplateValue[]
  | TemplateMap
  | TemplateObject
  | Unresolved;

export class TemplateMap extends Map<string, TemplateValue> {}

/** Something nobody can know from the files: the expression. */
export class Unresolved {
  constructor(readonly expression: string) {}
}

/** Objects with methods, such as `.Files` and `.Capabilities.APIVersions`. */
export interface TemplateObject {
  readonly isObject: true;
  call(name: string, args: readonly TemplateValue[]): TemplateValue;
  /** What `range` goes over. */
  toMap(): TemplateMap;
}

export function isTemplateObject(
  value: TemplateValue,
): value is TemplateObject {
  return typeof value === 'object' && value !== null && 'isObject' in value;
}

/** Whether `if` takes the first branch; what cannot be known counts as true. */
export function isTruthy(value: TemplateValue): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (value instanceof Map) return value.size > 0;
  if (typeof value === 'object' && value !== null) return true;
  return Boolean(value);
}

/** A field; of what has none, nothing. Values give themselves as `.AsMap`. */
export function getField(value: TemplateValue, name: string): TemplateValue {
  if (value instanceof Unresolved) {
    return new Unresolved(`${value.expression}.${name}`);
  }
  if (value instanceof Map) {
    return value.get(name) ?? (name === 'AsMap' ? value : null);
  }
  return isTemplateObject(value) ? value.call(name, []) : null;
}

/** Values of a YAML tree. */
export function fromYamlNode(node: YamlNode | undefined): TemplateValue {
  if (node === undefined) return null;
  switch (node.kind) {
    case 'map':
      return new TemplateMap(
        node.entries.map(entry => [entry.key, fromYamlNode(entry.value)]),
      );
    case 'list':
      return node.items.map(fromYamlNode);
    default:
      return node.value;
  }
}

/** A resolved value as templates see it. */
export function fromValue(value: Value | undefined): TemplateValue {
  if (value === undefined) return null;
  switch (value.kind) {
    case 'map':
      return new TemplateMap(
        Object.entries(value.entries).map(([key, item]) => [
          key,
          fromValue(item),
        ]),
      );
    case 'list':
      return value.items.map(fromValue);
    case 'scalar':
      return value.value;
    default:
      return new Unresolved(value.expression);
  }
}

/** A copy that shares nothing with the original. */
export function copyValue(value: TemplateValue): TemplateValue {
  if (Array.isArray(value)) return value.map(copyValue);
  if (value instanceof Map) {
    return new TemplateMap(
      [...value].map(([key, item]) => [key, copyValue(item)]),
    );
  }
  return value;
}

/**
 * The second map over the first, maps within them likewise; `null` removes, as
 * in values files.
 */
export function mergeValues(base: TemplateMap, over: TemplateMap): TemplateMap {
  const merged = new TemplateMap(base);
  for (const [key, value] of over) {
    const old = merged.get(key);
    if (value === null) merged.delete(key);
    else if (old instanceof Map && value instanceof Map) {
      merged.set(key, mergeValues(old, value));
    } else merged.set(key, value);
  }
  return merged;
}

/** Fills what the first lacks from the second, as sprig's `merge` does. */
export function fillValues(target: TemplateMap, from: TemplateMap): void {
  for (const [key, value] of from) {
    const old = target.get(key);
    if (old instanceof Map && value instanceof Map) fillValues(old, value);
    else if (old === undefined || !isTruthy(old))
      target.set(key, copyValue(value));
  }
}

/** The map, or an empty one for anything else. */
export function toMap(value: TemplateValue | undefined): TemplateMap {
  return value instanceof TemplateMap ? value : new TemplateMap();
}

/** The list, or an empty one for anything else. */
export function toList(value: TemplateValue | undefined): TemplateValue[] {
  return Array.isArray(value) ? value : [];
}

export function toNumber(value: TemplateValue | undefined): number {
  if (typeof value === 'boolean') return value ? 1 : 0;
  const number = Number(value ?? 0);
  return Number.isFinite(number) ? number : 0;
}
