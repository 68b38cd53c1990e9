import { getText } from '../../readValue';
import type { ListValue, MapValue, Value } from '../../value';
import { getOwn } from '../editValue';

/** Keys by which items of a list are the same, by the list's name. */
const MERGE_KEYS: Readonly<Record<string, readonly string[]>> = {
  containers: ['name'],
  initContainers: ['name'],
  ephemeralContainers: ['name'],
  volumes: ['name'],
  env: ['name'],
  imagePullSecrets: ['name'],
  ports: ['containerPort', 'port'],
  volumeMounts: ['mountPath'],
  volumeDevices: ['devicePath'],
  hostAliases: ['ip'],
  topologySpreadConstraints: ['topologyKey'],
};

/**
 * Merges a patch into an object as `kubectl` and Kustomize do: maps deeply,
 * lists by their merge keys where Kubernetes has some, else replaced; `null`
 * and `$patch: delete` remove, `$patch: replace` replaces.
 *
 * @returns nothing when the patch deletes the whole object.
 */
export function mergeStrategically(
  base: MapValue,
  patch: MapValue,
  hasMergeKeys: boolean,
): MapValue | undefined {
  const directive = getText(getOwn(patch, '$patch'));
  if (directive === 'delete') return undefined;
  if (directive === 'replace') return withoutDirectives(patch);
  const entries = new Map(Object.entries(base.entries));
  for (const [key, value] of Object.entries(patch.entries)) {
    if (key.startsWith('$')) continue;
    const merged = mergeEntry(key, entries.get(key), value, hasMergeKeys);
    if (merged === undefined) entries.delete(key);
    else entries.set(key, merged);
  }
  return { ...base, entries: Object.fromEntries(entries) };
}

function mergeEntry(
  key: string,
  base: Value | undefined,
  patch: Value,
  hasMergeKeys: boolean,
): Value | undefined {
  if (patch.kind === 'scalar' && patch.value === null) return undefined;
  if (patch.kind === 'map') {
    const onto = base?.kind === 'map' ? base : { ...patch, entries: {} };
    return mergeStrategically(onto, patch, hasMergeKeys);
  }
  if (patch.kind === 'list') {
    const keys = hasMergeKeys ? MERGE_KEYS[key] : undefined;
    return base?.kind === 'list' && keys
      ? mergeLists(base, patch, keys, hasMergeKeys)
      : withoutDeletions(patch);
  }
  return patch;
}

function mergeLists(
  base: ListValue,
  patch: ListValue,
  keys: readonly string[],
  hasMergeKeys: boolean,
): ListValue {
  if (patch.items.some(item => getText(getOwn(item, '$patch')) === 'replace')) {
    return withoutDeletions(patch);
  }
  const items: (Value | undefined)[] = [...base.items];
  for (const item of patch.items) {
    const index = items.findIndex(each => isSame(each, item, keys));
    const old = index < 0 ? undefined : items[index];
    if (item.kind !== 'map') {
      items.push(item);
    } else if (old?.kind === 'map') {
      items[index] = mergeStrategically(old, item, hasMergeKeys);
    } else if (getText(getOwn(item, '$patch')) !== 'delete') {
      items.push(item);
    }
  }
  return { ...base, items: items.filter(item => item !== undefined) };
}

function isSame(
  left: Value | undefined,
  right: Value,
  keys: readonly string[],
): boolean {
  return keys.some(key => {
    const text = getText(getOwn(right, key));
    return text !== undefined && getText(getOwn(left, key)) === text;
  });
}

function withoutDeletions(list: ListValue): ListValue {
  const items = list.items.filter(
    item =>
      !['delete', 'replace'].includes(getText(getOwn(item, '$patch')) ?? ''),
  );
  return { ...list, items };
}

function withoutDirectives(map: MapValue): MapValue {
  const entries = Object.entries(map.entries).filter(
    ([key]) => !key.startsWith('$'),
  );
  return { ...map, entries: Object.fromEntries(entries) };
}
