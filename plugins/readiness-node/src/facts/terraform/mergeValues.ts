import type { Location, ScalarValue, Value } from '../value';
import {
  createEntries,
  createUnresolved,
  isSameValue,
  unionReferences,
} from './evaluation/values';

/** The value of one environment or instance. */
export interface Labelled {
  readonly label: string;
  readonly value: Value;
}

/**
 * One value for several of equal rank: what they agree on is known, what they
 * differ in is unresolved, and its candidates are theirs.
 */
export function mergeAgreeing(all: readonly Labelled[]): Value {
  const [first] = all;
  if (!first) throw new TypeError('Nothing to merge');
  if (all.every(({ value }) => isSameValue(value, first.value)))
    return first.value;
  if (all.every(({ value }) => value.kind === 'map'))
    return mergeMaps(all, first.value);
  if (
    all.every(
      ({ value }) =>
        value.kind === 'list' && sizeOf(value) === sizeOf(first.value),
    )
  ) {
    return mergeLists(all, first.value);
  }
  return disagree(all, first.value.location);
}

function mergeMaps(all: readonly Labelled[], first: Value): Value {
  if (first.kind !== 'map') return first;
  const keys = new Set(
    all.flatMap(({ value }) =>
      value.kind === 'map' ? Object.keys(value.entries) : [],
    ),
  );
  const pairs = [...keys].map(key => {
    const present = all.flatMap(({ label, value }) => {
      const entry =
        value.kind === 'map' && Object.hasOwn(value.entries, key)
          ? value.entries[key]
          : undefined;
      return [{ label, entry }];
    });
    const given = present.flatMap(({ label, entry }) =>
      entry ? [{ label, value: entry }] : [],
    );
    const [only] = given;
    const isEverywhere = given.length === all.length || !only;
    const value = isEverywhere
      ? mergeAgreeing(given)
      : disagree(withNulls(present, only.value.location), only.value.location);
    return [key, value] as const;
  });
  return { ...first, entries: createEntries(pairs) };
}

function withNulls(
  present: readonly {
    readonly label: string;
    readonly entry: Value | undefined;
  }[],
  location: Location,
): readonly Labelled[] {
  return present.map(({ label, entry }) => ({
    label,
    value: entry ?? { kind: 'scalar', value: null, location },
  }));
}

function mergeLists(all: readonly Labelled[], first: Value): Value {
  if (first.kind !== 'list') return first;
  const items = first.items.map((_, index) =>
    mergeAgreeing(
      all.flatMap(({ label, value }) => {
        const item = value.kind === 'list' ? value.items[index] : undefined;
        return item ? [{ label, value: item }] : [];
      }),
    ),
  );
  return { ...first, items };
}

function sizeOf(value: Value): number {
  return value.kind === 'list' ? value.items.length : -1;
}

function disagree(all: readonly Labelled[], location: Location): Value {
  const expression = all
    .map(({ label, value }) => `${describe(value)} in ${label}`)
    .join(', ');
  return createUnresolved(
    expression,
    location,
    unionReferences(all.map(({ value }) => value)),
    all.map(({ value }) => value),
  );
}

function describe(value: Value): string {
  switch (value.kind) {
    case 'scalar':
      return JSON.stringify(value.value);
    case 'unresolved':
      return value.expression;
    case 'list':
      return `a list of ${value.items.length}`;
    default:
      return 'a map';
  }
}

/**
 * The value that counts, with what other environments have instead: each
 * scalar that differs carries their values as `variants`.
 */
export function addVariants(value: Value, others: readonly Labelled[]): Value {
  const differing = others.filter(other => !isSameValue(other.value, value));
  if (differing.length === 0) return value;
  switch (value.kind) {
    case 'scalar': {
      const pairs = differing.flatMap(({ label, value: other }) =>
        other.kind === 'scalar' ? [[label, other.value] as const] : [],
      );
      return pairs.length === 0
        ? value
        : withVariants(value, Object.fromEntries(pairs));
    }
    case 'map': {
      const pairs = Object.entries(value.entries).map(([key, entry]) => {
        const inner = differing.flatMap(({ label, value: other }) => {
          const found =
            other.kind === 'map' && Object.hasOwn(other.entries, key)
              ? other.entries[key]
              : undefined;
          return found ? [{ label, value: found }] : [];
        });
        return [key, addVariants(entry, inner)] as const;
      });
      return { ...value, entries: createEntries(pairs) };
    }
    case 'list': {
      const items = value.items.map((item, index) => {
        const inner = differing.flatMap(({ label, value: other }) => {
          const found = other.kind === 'list' ? other.items[index] : undefined;
          return found ? [{ label, value: found }] : [];
        });
        return addVariants(item, inner);
      });
      return { ...value, items };
    }
    default:
      return value;
  }
}

function withVariants(
  value: ScalarValue,
  variants: NonNullable<ScalarValue['variants']>,
): Value {
  return { ...value, variants };
}
