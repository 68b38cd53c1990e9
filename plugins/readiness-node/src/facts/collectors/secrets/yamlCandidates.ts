import type { YamlEntry, YamlNode } from '../../../parsers/yaml';
import type { Candidate, SecretOwner } from './candidate';
import { readLines } from './lineCandidates';

interface Place {
  readonly path: string;
  readonly owner?: SecretOwner;
}

/** References, schemas and texts for people: nothing in them is a value. */
const PASSED_OVER =
  /^(secretKeyRef|configMapKeyRef|valueFrom|secretRef|envFrom|imagePullSecrets|annotations|labels|tags|description|on|permissions|GenerateSecretString|Metadata|properties|patternProperties|schema|TokenValidityUnits)$/;
const REFERRING =
  /^(Ref|Fn::.*|valueFrom|secretKeyRef|secretRef|from_secret|fromSecret|vault|existingSecret|from|file|env)$/;
const MAX_DEPTH = 60;

/** Names and values of a YAML or JSON tree. */
export function readYamlCandidates(
  node: YamlNode | undefined,
  path: string,
  owner?: SecretOwner,
): readonly Candidate[] {
  return node === undefined
    ? []
    : readNode(node, { path, ...(owner && { owner }) }, 0);
}

function readNode(
  node: YamlNode,
  place: Place,
  depth: number,
): readonly Candidate[] {
  if (depth > MAX_DEPTH) return [];
  switch (node.kind) {
    case 'map':
      return [
        ...readPair(node.entries, place),
        ...node.entries.flatMap(entry => readEntry(entry, place, depth)),
      ];
    case 'list':
      return node.items.flatMap(item => readItem(item, place, depth));
    case 'scalar':
      return readText(node, place);
    default:
      throw new TypeError(`Unexpected node ${String(node satisfies never)}`);
  }
}

function readEntry(
  entry: YamlEntry,
  place: Place,
  depth: number,
): readonly Candidate[] {
  const { key, value } = entry;
  if (PASSED_OVER.test(key)) return [];
  if (value.kind === 'scalar' || value.tag !== undefined)
    return [...readScalar(entry, key, place), ...readText(value, place)];
  const refers =
    value.kind === 'map' &&
    value.entries.some(({ key: inner }) => REFERRING.test(inner));
  return refers
    ? [at(entry, key, place), ...readNode(value, place, depth + 1)]
    : readNode(value, place, depth + 1);
}

function readItem(
  item: YamlNode,
  place: Place,
  depth: number,
): readonly Candidate[] {
  if (item.kind !== 'scalar') return readNode(item, place, depth + 1);
  if (item.text.includes('\n')) return readText(item, place);
  return readLines(
    item.text.replace(/^--?(?=\w)/, ''),
    place.path,
    item.startLine,
    'settings',
  )
    .filter(each => item.text.includes('=') || each.value === undefined)
    .map(each => ({ ...each, ...(place.owner && { owner: place.owner }) }));
}

/** `{ name: DB_PASSWORD, value: … }`, in any spelling. */
function readPair(
  entries: readonly YamlEntry[],
  place: Place,
): readonly Candidate[] {
  const name = entries.find(({ key }) => /^(name|key)$/i.test(key))?.value;
  if (name?.kind !== 'scalar' || typeof name.value !== 'string') return [];
  const value = entries.find(({ key }) =>
    /^(value|valueFrom|value_from)$/i.test(key),
  );
  if (value === undefined) return [];
  return /^value$/i.test(value.key)
    ? readScalar(value, name.text, place)
    : [at(value, name.text, place)];
}

function readScalar(
  entry: YamlEntry,
  name: string,
  place: Place,
): readonly Candidate[] {
  const { value } = entry;
  const isLiteral =
    value.kind === 'scalar' &&
    value.tag === undefined &&
    value.value !== null &&
    typeof value.value !== 'boolean' &&
    !value.text.includes('\n');
  const candidate = at(entry, name, place);
  return [isLiteral ? { ...candidate, value: value.text } : candidate];
}

function readText(node: YamlNode, place: Place): readonly Candidate[] {
  if (node.kind !== 'scalar' || !node.text.includes('\n')) return [];
  // The text of a block scalar begins on the line after its mark.
  const firstLine = Math.max(
    node.startLine,
    node.endLine - node.text.trimEnd().split('\n').length + 1,
  );
  return readLines(node.text, place.path, firstLine).map(each => ({
    ...each,
    ...(place.owner && { owner: place.owner }),
  }));
}

function at(
  { keyLine, value }: YamlEntry,
  name: string,
  { path, owner }: Place,
): Candidate {
  return {
    path,
    startLine: keyLine,
    endLine: Math.max(keyLine, value.endLine),
    name,
    ...(owner && { owner }),
  };
}
