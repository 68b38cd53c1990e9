import { mapChoices } from '../../choices';
import { AttributeReader, getItems, getText, getValue } from '../../readValue';
import type { Resource } from '../../resource';
import type { SettingFact } from '../../types/dataStores';
import type { FactValue, Location, Value } from '../../value';

/** A setting of the store itself. */
export function own<T>(value: FactValue<T>, note?: string): SettingFact<T> {
  return { value, ...(note !== undefined && { note }) };
}

/** A setting that a companion holds. */
export function heldBy<T>(
  holder: Resource,
  value: FactValue<T>,
  note?: string,
): SettingFact<T> {
  return {
    value,
    holder: {
      subject: holder.address,
      type: holder.type,
      location: holder.location,
      ...(holder.condition !== undefined && { condition: holder.condition }),
    },
    ...(note !== undefined && { note }),
  };
}

/** What holds by the provider's own doing. */
export function byDefault(
  resource: Resource,
  setting: string,
  absence: string,
): SettingFact {
  const value = absent(setting, resource.location, true, 'by the provider');
  return { value, absence };
}

/** A value that follows from what the files say. */
export function known<T>(
  value: T,
  setting: string,
  location: Location,
  text?: string,
): FactValue<T> {
  return {
    state: 'known',
    value,
    setting,
    location,
    ...(text !== undefined && { text }),
  };
}

/** Not set; `text` is the default as the language writes it. */
export function absent<T>(
  setting: string,
  location: Location,
  defaultValue: T,
  text?: string,
): FactValue<T> {
  return {
    state: 'absent',
    setting,
    location,
    defaultValue,
    ...(text !== undefined && { text }),
  };
}

export function unresolved<T>(
  expression: string,
  setting: string,
  location: Location,
): FactValue<T> {
  return { state: 'unresolved', expression, setting, location };
}

/** The same place, another meaning: `publicly_accessible = false` is private. */
export function derive<A, B>(
  value: FactValue<A>,
  map: (from: A) => B,
): FactValue<B> {
  switch (value.state) {
    case 'known': {
      const { variants: _variants, ...rest } = value;
      return {
        ...rest,
        value: map(value.value),
        text: value.text ?? format(value.value),
      };
    }
    case 'unresolved':
      return mapChoices(value, map);
    case 'absent': {
      const { defaultValue, ...rest } = value;
      if (defaultValue === undefined) return rest;
      return {
        ...rest,
        defaultValue: map(defaultValue),
        text: value.text ?? format(defaultValue),
      };
    }
    default:
      throw new TypeError(
        `Unexpected value ${JSON.stringify(value satisfies never)}`,
      );
  }
}

export function invert(value: FactValue<boolean>): FactValue<boolean> {
  return derive(value, is => !is);
}

/** Whether one of several settings holds: the first that does, else what nobody can resolve, else the first. */
export function anyOf(
  first: FactValue<boolean>,
  ...others: readonly FactValue<boolean>[]
): FactValue<boolean> {
  const all = [first, ...others];
  return (
    all.find(isTrue) ??
    all.find(value => value.state === 'unresolved') ??
    all.find(value => value.state === 'known') ??
    first
  );
}

/** Whether all settings hold: the first that doesn't, else what nobody can resolve, else the first. */
export function allOf(
  first: FactValue<boolean>,
  ...others: readonly FactValue<boolean>[]
): FactValue<boolean> {
  const all = [first, ...others];
  return (
    all.find(value => value.state !== 'unresolved' && !isTrue(value)) ??
    all.find(value => value.state === 'unresolved') ??
    first
  );
}

export function isTrue(value: FactValue<boolean>): boolean {
  return (
    (value.state === 'known' && value.value) ||
    (value.state === 'absent' && value.defaultValue === true)
  );
}

/** Whether a block, reference or text is given at all: absent is false. */
export function isGiven(
  reader: AttributeReader,
  path: string,
): FactValue<boolean> {
  const value = reader.get(path);
  const setting = path;
  if (value === undefined)
    return absent(setting, reader.location, false, 'none');
  const isEmpty =
    (value.kind === 'list' &&
      value.items.length === 0 &&
      value.unresolvedRest === undefined) ||
    getText(value) === '';
  if (value.kind === 'unresolved' && (value.references ?? []).length === 0) {
    return unresolved(value.expression, setting, value.location);
  }
  return known(!isEmpty, setting, value.location, describe(value));
}

/** Whether a list of texts has items; absent is false. */
export function hasItems(
  value: FactValue<readonly string[]>,
): FactValue<boolean> {
  return derive(value, items => items.length > 0);
}

/** `lifecycle { prevent_destroy = true }`. */
export function preventsDestroy(resource: Resource): FactValue<boolean> {
  const reader = AttributeReader.of(resource);
  const value = reader.boolean('lifecycle.prevent_destroy', { default: false });
  return value.state === 'known'
    ? { ...value, setting: 'prevent_destroy' }
    : absent('prevent_destroy', resource.location, false);
}

/** Nested text of an attribute when the files decide it. */
export function textAt(resource: Resource, path: string): string | undefined {
  return getText(getValue(resource.attributes, path));
}

/** Texts of the items at a path, resolved or not. */
export function textsAt(resource: Resource, path: string): readonly string[] {
  return getItems(getValue(resource.attributes, path)).flatMap(
    item => getText(item) ?? [],
  );
}

function describe(value: Value): string {
  switch (value.kind) {
    case 'scalar':
      return format(value.value);
    case 'unresolved':
      return value.expression;
    default:
      return 'set';
  }
}

function format(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(format).join(', ')}]`;
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}
