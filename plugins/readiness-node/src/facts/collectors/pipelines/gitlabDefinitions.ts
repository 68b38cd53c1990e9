import picomatch from 'picomatch';
import {
  getYamlEntry,
  getYamlItems,
  getYamlNode,
  getYamlText,
  yamlParser,
  type YamlEntry,
  type YamlNode,
} from '../../../parsers/yaml';
import type { FileIndex } from '../../fileIndex';
import { joinPath } from '../../paths';
import { locateNode, readInputs, type StepDraft } from './draft';

/** Levels of extends and references that are followed. */
export const DEPTH_LIMIT = 10;

/** A top-level key and the file it is written in. */
export interface Definition extends YamlEntry {
  readonly path: string;
}

export type Definitions = ReadonlyMap<string, Definition>;

interface Loading {
  readonly files: FileIndex;
  readonly definitions: Map<string, Definition>;
  readonly includes: StepDraft[];
  readonly seen: Set<string>;
}

export function loadFile(loading: Loading, path: string): void {
  if (loading.seen.has(path) || loading.seen.size > 100) return;
  loading.seen.add(path);
  for (const document of loading.files.parse(yamlParser, path) ?? []) {
    for (const node of getYamlItems(getYamlNode(document.root, 'include')))
      loadInclude(loading, path, node);
    if (document.root?.kind !== 'map') continue;
    for (const entry of document.root.entries) {
      const earlier = loading.definitions.get(entry.key);
      loading.definitions.set(entry.key, {
        ...entry,
        path,
        value: earlier ? mergeNodes(earlier.value, entry.value) : entry.value,
      });
    }
  }
}

function loadInclude(loading: Loading, path: string, node: YamlNode): void {
  const plain = getYamlText(node);
  const local =
    getYamlText(node, 'local') ??
    (plain !== undefined && !/^https?:/.test(plain) ? plain : undefined);
  if (local !== undefined) {
    const wanted = joinPath('', local.replace(/^\//, '')) ?? '';
    const isGlob = /[*?]/.test(wanted);
    const all = isGlob
      ? loading.files.wholeRepository.map(file => file.path)
      : [wanted];
    const matches = isGlob
      ? all.filter(candidate => picomatch.isMatch(candidate, wanted))
      : all;
    for (const match of matches) loadFile(loading, match);
    return;
  }
  const name =
    getYamlText(node, 'template') ??
    getYamlText(node, 'component') ??
    getYamlText(node, 'remote') ??
    getYamlText(node, 'project');
  if (name === undefined) return;
  loading.includes.push({
    kind: 'action',
    name,
    inputs: readInputs(node),
    location: locateNode(path, node),
  });
}

/** Later keys win, maps merge: as GitLab does with includes and `extends`. */
function mergeNodes(base: YamlNode, over: YamlNode): YamlNode {
  if (base.kind !== 'map' || over.kind !== 'map') return over;
  const entries = base.entries.map(entry => {
    const own = getYamlEntry(over, entry.key);
    return own ? { ...own, value: mergeNodes(entry.value, own.value) } : entry;
  });
  const added = over.entries.filter(
    entry => getYamlEntry(base, entry.key) === undefined,
  );
  return { ...over, entries: [...entries, ...added] };
}

/** Jobs with their `extends` put in, by definitions and job; cycles end. */
const RESOLVED = new WeakMap<Definitions, Map<YamlNode, YamlNode>>();

/** A job with what it extends; later keys win. */
export function resolveExtends(
  definitions: Definitions,
  node: YamlNode,
): YamlNode {
  const known = RESOLVED.get(definitions) ?? new Map<YamlNode, YamlNode>();
  RESOLVED.set(definitions, known);
  const resolved = known.get(node);
  if (resolved) return resolved;
  // While a job is worked out it stands for itself, which ends cycles.
  known.set(node, node);
  const parents = getYamlItems(getYamlNode(node, 'extends'))
    .flatMap(item => definitions.get(getYamlText(item) ?? '') ?? [])
    .map(parent => resolveExtends(definitions, parent.value));
  const merged = [...parents, node].reduce(mergeNodes);
  known.set(node, merged);
  return merged;
}
