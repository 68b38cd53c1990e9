import type { FileIndex } from '../../fileIndex';
import { getBaseName, joinPath } from '../../paths';
import { getItems, getText } from '../../readValue';
import type { MapValue, Value } from '../../value';
import { createMap, createScalar, getOwn } from '../editValue';
import { toManifests } from '../manifest';
import { toBuildObject, type BuildObject } from './buildObject';

const GENERATORS = [
  ['configMapGenerator', 'ConfigMap', 'data'],
  ['secretGenerator', 'Secret', 'stringData'],
] as const;

/**
 * The ConfigMaps and Secrets a kustomization generates. The suffix with the
 * hash of the content is left out: references are written without it too.
 */
export function generateObjects(
  files: FileIndex,
  folder: string,
  kustomization: MapValue,
  objects: readonly BuildObject[],
  onFile: (path: string) => void,
): BuildObject[] {
  const result = [...objects];
  for (const [key, kind, dataKey] of GENERATORS) {
    for (const entry of getItems(getOwn(kustomization, key))) {
      const data = readData(files, folder, entry, onFile);
      const generated = createObject(kind, dataKey, entry, data);
      if (generated) addGenerated(result, generated, entry, dataKey);
    }
  }
  return result;
}

function addGenerated(
  objects: BuildObject[],
  generated: BuildObject,
  entry: Value,
  dataKey: string,
): void {
  const index = objects.findIndex(
    each => each.kind === generated.kind && each.name === generated.name,
  );
  const old = objects[index];
  if (old === undefined) {
    objects.push(generated);
    return;
  }
  const isMerge = getText(getOwn(entry, 'behavior')) === 'merge';
  const before = isMerge ? getOwn(old.body, dataKey) : undefined;
  const after = getOwn(generated.body, dataKey);
  if (before?.kind !== 'map' || after?.kind !== 'map') {
    objects[index] = generated;
    return;
  }
  const entries = { ...before.entries, ...after.entries };
  const data = createMap(entries, after.location);
  const body = {
    ...old.body,
    entries: { ...old.body.entries, [dataKey]: data },
  };
  objects[index] = { ...old, body };
}

function createObject(
  kind: string,
  dataKey: string,
  entry: Value,
  data: Record<string, Value>,
): BuildObject | undefined {
  const name = getOwn(entry, 'name');
  if (name === undefined) return undefined;
  const { location } = entry;
  const namespace = getOwn(entry, 'namespace');
  const metadata = createMap(
    { name, ...(namespace && { namespace }) },
    location,
  );
  const body = createMap(
    {
      apiVersion: createScalar('v1', location),
      kind: createScalar(kind, location),
      metadata,
      [dataKey]: createMap(data, location),
    },
    location,
  );
  const [manifest] = toManifests(body);
  return manifest && toBuildObject(manifest);
}

function readData(
  files: FileIndex,
  folder: string,
  entry: Value,
  onFile: (path: string) => void,
): Record<string, Value> {
  const pairs: [string, Value][] = [];
  const read = (relative: string) => {
    const path = joinPath(folder, relative);
    if (path === undefined) return undefined;
    onFile(path);
    const text = files.get(path)?.text;
    const endLine = text?.split('\n').length ?? 1;
    return { text: text ?? '', location: { path, startLine: 1, endLine } };
  };
  for (const literal of getItems(getOwn(entry, 'literals'))) {
    const [key, value] = splitPair(getText(literal) ?? '');
    if (key) pairs.push([key, createScalar(value, literal.location)]);
  }
  for (const file of getItems(getOwn(entry, 'files'))) {
    const written = getText(file) ?? '';
    const [left, right] = splitPair(written);
    const content = read(right || left);
    const key = right ? left : getBaseName(left);
    if (content && key)
      pairs.push([key, createScalar(content.text, content.location)]);
  }
  const environmentFiles = [
    ...getItems(getOwn(entry, 'envs')),
    ...getItems(getOwn(entry, 'env')),
  ];
  for (const file of environmentFiles) {
    const content = read(getText(file) ?? '');
    content?.text.split(/\r?\n/).forEach((line, index) => {
      const [key, value] = splitPair(line.trim());
      const at = {
        ...content.location,
        startLine: index + 1,
        endLine: index + 1,
      };
      if (key && !key.startsWith('#'))
        pairs.push([key, createScalar(value, at)]);
    });
  }
  return Object.fromEntries(pairs);
}

function splitPair(text: string): [string, string] {
  const equals = text.indexOf('=');
  return equals < 0
    ? [text.trim(), '']
    : [text.slice(0, equals).trim(), text.slice(equals + 1).trim()];
}
