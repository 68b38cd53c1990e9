import type { MapValue, Value } from '../../value';

/**
 * A chart whose values name no image tag renders `repository:`. Which tag runs
 * is then given at installation: the image is unresolved, by the expression of
 * its line in the template.
 */
export function nameMissingTags(
  value: Value,
  source: readonly string[],
): Value {
  if (value.kind === 'list') {
    const items = value.items.map(item => nameMissingTags(item, source));
    return { ...value, items };
  }
  if (value.kind !== 'map') return value;
  const entries = Object.entries(value.entries).map(([key, item]) => [
    key,
    key === 'image'
      ? nameMissingTag(item, source)
      : nameMissingTags(item, source),
  ]);
  return { ...value, entries: Object.fromEntries(entries) };
}

function nameMissingTag(value: Value, source: readonly string[]): Value {
  // Without quotes `repository:` reads as a key without a value.
  const isKey = value.kind === 'map' && isLoneKey(value);
  if (value.kind !== 'scalar' && !isKey) return nameMissingTags(value, source);
  const isComplete =
    value.kind === 'scalar' &&
    typeof value.value === 'string' &&
    value.value !== '' &&
    !/^:|:$|@$|^\/|:v$/.test(value.value);
  if (isComplete) return value;
  const { location } = value;
  const line = source[location.startLine - 1] ?? '';
  const written = line.replace(/^[\s-]*image:\s*/, '').trim();
  if (!written.includes('{{')) return value;
  return { kind: 'unresolved', expression: written, location };
}

function isLoneKey(map: MapValue): boolean {
  const [only, ...others] = Object.values(map.entries);
  return others.length === 0 && only?.kind === 'scalar' && only.value === null;
}
