import { readChoices } from './choices';
import type { Resource } from './resource';
import type { FactValue, Location, MapValue, Value } from './value';

/**
 * Follows a dotted path through a value. A list of one item is stepped through
 * silently, since nested Terraform blocks are lists of maps; a number picks an
 * item. An unresolved value on the way ends the walk and is returned; a map
 * or list with an unresolved rest that lacks the step gives an unresolved value.
 */
export function getValue(root: Value, path: string): Value | undefined {
  let current: Value | undefined = root;
  for (const step of path === '' ? [] : path.split('.')) {
    if (current === undefined || current.kind === 'unresolved') return current;
    current = getStep(current, step);
  }
  return current;
}

function getStep(value: Value, step: string): Value | undefined {
  if (value.kind === 'list') {
    if (/^\d+$/.test(step)) return value.items[Number(step)] ?? getRest(value);
    const first = value.items[0];
    return first === undefined ? getRest(value) : getStep(first, step);
  }
  if (value.kind === 'map') {
    return Object.hasOwn(value.entries, step)
      ? value.entries[step]
      : getRest(value);
  }
  return value.kind === 'unresolved' ? value : undefined;
}

function getRest(value: Value): Value | undefined {
  if (value.kind !== 'list' && value.kind !== 'map') return undefined;
  return value.unresolvedRest === undefined
    ? undefined
    : {
        kind: 'unresolved',
        expression: value.unresolvedRest,
        location: value.location,
      };
}

/**
 * Reads attributes of a resource or of a nested block as facts. Missing ones
 * become `absent` with the documented default the caller names.
 */
export class AttributeReader {
  constructor(
    readonly value: Value,
    readonly location: Location,
    private readonly prefix = '',
  ) {}

  static of(resource: Resource): AttributeReader {
    return new AttributeReader(resource.attributes, resource.location);
  }

  /** The raw value at a path. */
  get(path: string): Value | undefined {
    const value = getValue(this.value, path);
    return value?.kind === 'scalar' && value.value === null ? undefined : value;
  }

  /** Whether something is set, resolved or not. */
  has(path: string): boolean {
    return this.get(path) !== undefined;
  }

  boolean(
    path: string,
    options: { default?: boolean } = {},
  ): FactValue<boolean> {
    return this.scalar(path, options.default, toBoolean);
  }

  number(path: string, options: { default?: number } = {}): FactValue<number> {
    return this.scalar(path, options.default, toNumber);
  }

  text(path: string, options: { default?: string } = {}): FactValue<string> {
    return this.scalar(path, options.default, toText);
  }

  /**
   * A list of texts, known only when every item is; a single scalar counts as
   * a list of one (CloudFormation and IAM allow both).
   */
  texts(
    path: string,
    options: { default?: readonly string[] } = {},
  ): FactValue<readonly string[]> {
    const value = this.get(path);
    const setting = this.prefix + path;
    if (value === undefined) return this.absent(setting, options.default);
    const items = value.kind === 'list' ? value.items : [value];
    const texts: string[] = [];
    for (const item of items) {
      const text = item.kind === 'scalar' ? toText(item.value) : undefined;
      if (text === undefined) return unresolved(item, setting);
      texts.push(text);
    }
    if (value.kind === 'list' && value.unresolvedRest !== undefined) {
      return {
        state: 'unresolved',
        expression: value.unresolvedRest,
        setting,
        location: value.location,
      };
    }
    return { state: 'known', value: texts, setting, location: value.location };
  }

  /** Whether a block or attribute exists: known true, or known false. */
  presence(path: string): FactValue<boolean> {
    const value = this.get(path);
    const setting = this.prefix + path;
    if (value === undefined) return this.absent(setting, false);
    if (value.kind === 'unresolved') return unresolved(value, setting);
    const isEmpty = value.kind === 'list' && value.items.length === 0;
    return {
      state: 'known',
      value: !isEmpty,
      setting,
      location: value.location,
    };
  }

  /** Readers of the nested blocks (or list items, or the single map) at a path. */
  blocks(path: string): AttributeReader[] {
    const value = this.get(path);
    if (value === undefined) return [];
    const items = value.kind === 'list' ? value.items : [value];
    return items.map(
      item =>
        new AttributeReader(item, item.location, `${this.prefix}${path}.`),
    );
  }

  /** The first nested block at a path. */
  block(path: string): AttributeReader | undefined {
    return this.blocks(path)[0];
  }

  /** Addresses the value at a path refers to. */
  references(path: string): readonly string[] {
    const value = this.get(path);
    return value === undefined ? [] : collectReferences(value);
  }

  private scalar<T>(
    path: string,
    defaultValue: T | undefined,
    convert: (value: string | number | boolean) => T | undefined,
  ): FactValue<T> {
    const setting = this.prefix + path;
    const value = this.get(path);
    if (value === undefined) return this.absent(setting, defaultValue);
    if (value.kind !== 'scalar' || value.value === null) {
      const choices = readChoices(value, convert);
      return {
        ...unresolved<T>(value, setting),
        ...(choices && { choices }),
      };
    }
    const converted = convert(value.value);
    if (converted === undefined) return unresolved(value, setting);
    return {
      state: 'known',
      value: converted,
      setting,
      location: value.location,
      ...(value.variants && { variants: value.variants }),
    };
  }

  private absent<T>(
    setting: string,
    defaultValue: T | undefined,
  ): FactValue<T> {
    return {
      state: 'absent',
      setting,
      location: this.location,
      ...(defaultValue !== undefined && { defaultValue }),
    };
  }
}

/** Every address a value, or anything inside it, refers to. */
export function collectReferences(value: Value): readonly string[] {
  const found = new Set(value.references ?? []);
  const inner = getInnerValues(value);
  for (const item of inner) {
    for (const reference of collectReferences(item)) found.add(reference);
  }
  return [...found];
}

/** The values right inside a list or map. */
function getInnerValues(value: Value): readonly Value[] {
  if (value.kind === 'list') return value.items;
  return value.kind === 'map' ? Object.values(value.entries) : [];
}

/** The entries of a map, empty for anything else. */
export function getEntries(
  value: Value | undefined,
): ReadonlyArray<readonly [string, Value]> {
  return value?.kind === 'map' ? Object.entries(value.entries) : [];
}

/** The items of a list; a lone value counts as a list of one. */
export function getItems(value: Value | undefined): readonly Value[] {
  if (value === undefined) return [];
  return value.kind === 'list' ? value.items : [value];
}

/** The text of a scalar, absent for anything else. */
export function getText(value: Value | undefined): string | undefined {
  return value?.kind === 'scalar' && value.value !== null
    ? String(value.value)
    : undefined;
}

/** Plain JavaScript data of a fully resolved value, e.g. for schemas. */
export function toPlain(value: MapValue | Value): unknown {
  switch (value.kind) {
    case 'scalar':
      return value.value;
    case 'list':
      return value.items.map(toPlain);
    case 'map':
      return Object.fromEntries(
        Object.entries(value.entries).map(([key, item]) => [
          key,
          toPlain(item),
        ]),
      );
    case 'unresolved':
      return undefined;
    default:
      throw new TypeError(
        `Unexpected value ${JSON.stringify(value satisfies never)}`,
      );
  }
}

function unresolved<T>(value: Value, setting: string): FactValue<T> {
  return {
    state: 'unresolved',
    expression: describeValue(value),
    setting,
    location: value.location,
  };
}

function describeValue(value: Value): string {
  switch (value.kind) {
    case 'unresolved':
      return value.expression;
    case 'scalar':
      return JSON.stringify(value.value);
    case 'list':
      return value.unresolvedRest ?? 'a list';
    default:
      return value.unresolvedRest ?? 'a block';
  }
}

function toBoolean(value: string | number | boolean): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return undefined;
  if (/^(true|yes|on)$/i.test(value)) return true;
  if (/^(false|no|off)$/i.test(value)) return false;
  return undefined;
}

function toNumber(value: string | number | boolean): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean' || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

function toText(value: string | number | boolean | null): string | undefined {
  return value === null ? undefined : String(value);
}
