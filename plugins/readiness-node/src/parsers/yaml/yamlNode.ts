/**
 * A YAML or JSON tree with lines. Aliases are expanded and merge keys applied;
 * local tags (`!Ref`) are kept. An expanded alias takes the lines of the place
 * that uses it, what lies inside it those of the anchor.
 */
export type YamlNode = YamlMap | YamlList | YamlScalar;

interface YamlPosition {
  /** Local tag as written, e.g. `!Ref`; core tags are left out. */
  readonly tag?: string;
  /** First line, counted from 1. */
  readonly startLine: number;
  readonly endLine: number;
}

export interface YamlMap extends YamlPosition {
  readonly kind: 'map';
  /** In writing order, each key once. */
  readonly entries: readonly YamlEntry[];
}

export interface YamlEntry {
  readonly key: string;
  readonly keyLine: number;
  readonly value: YamlNode;
}

export interface YamlList extends YamlPosition {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
}

export interface YamlScalar extends YamlPosition {
  readonly kind: 'scalar';
  /** By the YAML 1.2 core schema: `yes` and `on` stay strings. */
  readonly value: string | number | boolean | null;
  /** As written, without quotes: `1.10` stays `1.10`. */
  readonly text: string;
}

/** One document of a stream. */
export interface YamlDocument {
  /** Absent for an empty document. */
  readonly root: YamlNode | undefined;
  readonly startLine: number;
  readonly endLine: number;
}

/** The entry of a map; absent for other nodes and missing keys. */
export function getYamlEntry(
  node: YamlNode | undefined,
  key: string,
): YamlEntry | undefined {
  if (node?.kind !== 'map') return undefined;
  return node.entries.find(entry => entry.key === key);
}

/** Follows keys from a node; a number picks a list item. */
export function getYamlNode(
  node: YamlNode | undefined,
  ...steps: readonly (string | number)[]
): YamlNode | undefined {
  let current = node;
  for (const step of steps) {
    if (typeof step === 'number') {
      current = current?.kind === 'list' ? current.items[step] : undefined;
    } else {
      current = getYamlEntry(current, step)?.value;
    }
  }
  return current;
}

/** The text of a scalar that is not null. */
export function getYamlText(
  node: YamlNode | undefined,
  ...steps: readonly (string | number)[]
): string | undefined {
  const found = getYamlNode(node, ...steps);
  if (found?.kind !== 'scalar' || found.value === null) return undefined;
  return found.text;
}

/** The items of a list; a lone node counts as a list of one. */
export function getYamlItems(node: YamlNode | undefined): readonly YamlNode[] {
  if (node === undefined) return [];
  if (node.kind === 'list') return node.items;
  return node.kind === 'scalar' && node.value === null ? [] : [node];
}
