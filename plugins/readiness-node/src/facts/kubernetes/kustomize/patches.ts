import { yamlParser } from '../../../parsers/yaml';
import type { FileIndex } from '../../fileIndex';
import { joinPath } from '../../paths';
import { getItems, getText, getValue } from '../../readValue';
import type { MapValue, Value } from '../../value';
import { toYamlValue } from '../../yamlValue';
import { getOwn } from '../editValue';
import { shiftLines } from '../shiftLines';
import { hasName, withBody, type BuildObject } from './buildObject';
import { applyJsonPatch } from './jsonPatch';
import { mergeStrategically } from './strategicMerge';

/** A patch of a kustomization: its documents and what it is for. */
export interface Patch {
  readonly documents: readonly Value[];
  readonly target?: Value;
}

/** Kinds that Kubernetes has merge keys for; others have their lists replaced. */
const BUILT_IN_API =
  /^(v1|apps\/|batch\/|autoscaling\/|policy\/|networking\.k8s\.io\/|rbac\.)/;

/**
 * The patches of a kustomization: `patches`, `patchesStrategicMerge` and
 * `patchesJson6902`, from files or inline.
 *
 * @param onFile - told of every file a patch is read from.
 */
export function readPatches(
  files: FileIndex,
  folder: string,
  kustomization: MapValue,
  onFile: (path: string) => void,
): Patch[] {
  const read = (source: Value | undefined) =>
    readPatchSource(files, folder, source, onFile);
  const entries = (key: string) => getItems(getOwn(kustomization, key));
  return [
    ...entries('patchesStrategicMerge').map(entry => ({
      documents: read(entry),
    })),
    ...[...entries('patches'), ...entries('patchesJson6902')].map(entry => {
      const target = getOwn(entry, 'target');
      const source = getOwn(entry, 'path') ?? getOwn(entry, 'patch');
      return { documents: read(source), ...(target && { target }) };
    }),
  ];
}

function readPatchSource(
  files: FileIndex,
  folder: string,
  source: Value | undefined,
  onFile: (path: string) => void,
): Value[] {
  const text = getText(source);
  if (source === undefined || text === undefined) return [];
  if (/[\n{:]/.test(text.trim())) return parseInline(text, source);
  const path = joinPath(folder, text);
  if (path === undefined) return [];
  onFile(path);
  return (files.parse(yamlParser, path) ?? []).flatMap(({ root }) =>
    root === undefined ? [] : [toYamlValue(root, path)],
  );
}

/** Inline patches are block scalars: their text starts on the next line. */
function parseInline(text: string, source: Value): Value[] {
  const { path, startLine, endLine } = source.location;
  const shift = endLine > startLine ? startLine : startLine - 1;
  return (yamlParser.parse(text).tree ?? []).flatMap(({ root }) =>
    root === undefined
      ? []
      : [
          shiftLines(toYamlValue(root, path), line =>
            Math.min(line + shift, endLine),
          ),
        ],
  );
}

/** The objects with a patch applied; `$patch: delete` removes them. */
export function applyPatch(
  objects: readonly BuildObject[],
  patch: Patch,
): BuildObject[] {
  let result = [...objects];
  for (const document of patch.documents) {
    result = result.flatMap(object =>
      isTarget(object, patch.target, document)
        ? patchObject(object, document) ?? []
        : [object],
    );
  }
  return result;
}

function patchObject(
  object: BuildObject,
  document: Value,
): BuildObject | undefined {
  if (document.kind === 'list') {
    return withBody(object, applyJsonPatch(object.body, document));
  }
  if (document.kind !== 'map') return object;
  const merged = mergeStrategically(
    object.body,
    keepIdentity(document, object),
    BUILT_IN_API.test(object.apiVersion),
  );
  return merged && withBody(object, merged);
}

/** What identifies an object is how a patch finds it, not a change. */
function keepIdentity(patch: MapValue, object: BuildObject): MapValue {
  const identity = ['apiVersion', 'kind'];
  const entries = Object.entries(patch.entries)
    .filter(([key]) => !identity.includes(key))
    .map(([key, value]) => {
      if (key !== 'metadata' || value.kind !== 'map') return [key, value];
      const metadata = Object.entries(value.entries).filter(
        ([name]) => name !== 'name' && name !== 'namespace',
      );
      return [key, { ...value, entries: Object.fromEntries(metadata) }];
    });
  return {
    ...patch,
    entries: Object.fromEntries(entries),
    location: object.body.location,
  };
}

function isTarget(
  object: BuildObject,
  target: Value | undefined,
  document: Value,
): boolean {
  if (target !== undefined) return isSelected(object, target);
  const name = getText(getValue(document, 'metadata.name'));
  const kind = getText(getOwn(document, 'kind'));
  return kind === object.kind && name !== undefined && hasName(object, name);
}

function isSelected(object: BuildObject, target: Value): boolean {
  const read = (key: string) => getText(getOwn(target, key));
  const group = object.apiVersion.includes('/')
    ? object.apiVersion.split('/')[0]
    : '';
  const name = read('name');
  return (
    matches(read('kind'), object.kind) &&
    matches(read('group'), group) &&
    matches(read('version'), object.apiVersion.split('/').pop()) &&
    matches(read('namespace'), object.namespace ?? 'default') &&
    (name === undefined ||
      [object.name, ...object.formerNames].some(each => matches(name, each))) &&
    hasLabels(object, 'labels', read('labelSelector')) &&
    hasLabels(object, 'annotations', read('annotationSelector'))
  );
}

/** Fields of a target are anchored regular expressions. */
function matches(
  pattern: string | undefined,
  text: string | undefined,
): boolean {
  if (pattern === undefined || pattern === '' || pattern === text) return true;
  // Only the wildcards people use: a hostile pattern must not hang the build.
  const parts = pattern.replace(/^\^|\$$/g, '').split('|');
  return parts.some(part =>
    matchesWildcard(part.replace(/^\(|\)$/g, ''), text ?? ''),
  );
}

function matchesWildcard(pattern: string, text: string): boolean {
  const pieces = pattern.split('.*');
  if (pieces.length === 1) return pattern === text;
  const first = pieces[0] ?? '';
  const last = pieces[pieces.length - 1] ?? '';
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let position = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, position);
    if (found < 0) return false;
    position = found + piece.length;
  }
  return position + last.length <= text.length;
}

function hasLabels(
  object: BuildObject,
  key: 'labels' | 'annotations',
  selector: string | undefined,
): boolean {
  if (selector === undefined || selector === '') return true;
  const labels = getOwn(getOwn(object.body, 'metadata'), key);
  return selector.split(',').every(term => {
    const [name = '', value] = term.split(/==?/);
    const text = getText(getOwn(labels, name.trim()));
    if (value === undefined) return text !== undefined;
    return text === value.trim();
  });
}
