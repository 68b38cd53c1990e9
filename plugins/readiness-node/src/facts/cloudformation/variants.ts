import type { Resource } from '../resource';
import type { ScalarValue, Value } from '../value';

const DEEPEST = 40;

/**
 * Resources with the values other environments have instead: evaluated once for
 * each environment, then laid side by side.
 */
export function addVariants(
  resources: readonly Resource[],
  others: ReadonlyMap<string, readonly Resource[]>,
): readonly Resource[] {
  let result = resources;
  for (const [environment, list] of others) {
    const byAddress = new Map(
      list.map(resource => [resource.address, resource]),
    );
    result = result.map(resource => {
      const other = byAddress.get(resource.address);
      if (other === undefined) return resource;
      const attributes = addVariant(
        resource.attributes,
        other.attributes,
        environment,
        0,
      );
      return attributes.kind === 'map' ? { ...resource, attributes } : resource;
    });
  }
  return result;
}

function addVariant(
  value: Value,
  other: Value | undefined,
  environment: string,
  depth: number,
): Value {
  if (other === undefined || other.kind !== value.kind || depth > DEEPEST)
    return value;
  if (value.kind === 'scalar' && other.kind === 'scalar')
    return addScalarVariant(value, other, environment);
  if (value.kind === 'list' && other.kind === 'list') {
    return {
      ...value,
      items: value.items.map((item, index) =>
        addVariant(item, other.items[index], environment, depth + 1),
      ),
    };
  }
  if (value.kind === 'map' && other.kind === 'map') {
    const entries = Object.entries(value.entries).map(
      ([key, entry]) =>
        [
          key,
          addVariant(entry, other.entries[key], environment, depth + 1),
        ] as const,
    );
    return { ...value, entries: Object.fromEntries(entries) };
  }
  return value;
}

function addScalarVariant(
  value: ScalarValue,
  other: ScalarValue,
  environment: string,
): ScalarValue {
  if (String(value.value) === String(other.value)) return value;
  return {
    ...value,
    variants: { ...value.variants, [environment]: other.value },
  };
}
