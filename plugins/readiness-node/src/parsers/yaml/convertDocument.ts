import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Alias,
  type Document,
  type LineCounter,
  type Range,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { ParseFailure } from '../parser';
import type { YamlEntry, YamlNode, YamlScalar } from './yamlNode';

/** Nodes that aliases may add to a document before they are left unexpanded. */
const ALIAS_NODE_LIMIT = 50_000;
const DEPTH_LIMIT = 512;

interface Converted {
  readonly node: YamlNode;
  /** Nodes in it, aliases expanded. */
  readonly size: number;
}

/** Turns the nodes of the `yaml` package into our tree. */
export class DocumentConverter {
  private readonly anchors = new Map<string, Converted | 'open'>();
  private aliasBudget = ALIAS_NODE_LIMIT;

  constructor(
    private readonly text: string,
    private readonly lines: LineCounter,
    private readonly fail: (failure: ParseFailure) => void,
  ) {}

  convert(document: Document.Parsed): YamlNode | undefined {
    this.anchors.clear();
    if (document.contents === null) return undefined;
    const { node } = this.convertNode(document.contents, 1, 0);
    return node.kind === 'scalar' && node.value === null && node.text === ''
      ? undefined
      : node;
  }

  private convertNode(
    node: unknown,
    fallbackLine: number,
    depth: number,
  ): Converted {
    if (depth > DEPTH_LIMIT) {
      this.fail({
        message: `nested more than ${DEPTH_LIMIT} deep`,
        line: fallbackLine,
      });
      return { node: nullAt(fallbackLine), size: 1 };
    }
    if (isAlias(node)) return this.expandAlias(node, fallbackLine);
    const anchor =
      isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor !== undefined) this.anchors.set(anchor, 'open');
    const converted = this.convertContent(node, fallbackLine, depth);
    if (anchor !== undefined) this.anchors.set(anchor, converted);
    return converted;
  }

  private convertContent(
    node: unknown,
    fallbackLine: number,
    depth: number,
  ): Converted {
    if (isScalar(node)) return { node: this.convertScalar(node), size: 1 };
    if (isMap(node)) return this.convertMap(node, depth);
    if (isSeq(node)) return this.convertList(node, depth);
    return { node: nullAt(fallbackLine), size: 1 };
  }

  private convertScalar(scalar: Scalar): YamlScalar {
    const position = this.getPosition(scalar);
    const { value } = scalar;
    const text = scalar.source ?? (value === null ? '' : String(value));
    const isPlain =
      value === null ||
      typeof value === 'string' ||
      typeof value === 'boolean' ||
      (typeof value === 'number' && Number.isFinite(value));
    return { kind: 'scalar', value: isPlain ? value : text, text, ...position };
  }

  private convertList(list: YAMLSeq, depth: number): Converted {
    const position = this.getPosition(list);
    const items: YamlNode[] = [];
    let size = 1;
    for (const item of list.items) {
      const converted = this.convertNode(item, position.startLine, depth + 1);
      items.push(converted.node);
      size += converted.size;
    }
    return { node: { kind: 'list', items, ...position }, size };
  }

  private convertMap(map: YAMLMap, depth: number): Converted {
    const position = this.getPosition(map);
    const entries = new Map<string, YamlEntry>();
    const merged: YamlNode[] = [];
    let size = 1;
    for (const pair of map.items) {
      const { key, line, isMerge } = this.readKey(pair.key, position.startLine);
      const converted = this.convertNode(pair.value, line, depth + 1);
      size += converted.size;
      if (isMerge) {
        merged.push(converted.node);
        continue;
      }
      if (entries.has(key)) {
        this.fail({ message: `the key '${key}' appears twice`, line });
      }
      entries.set(key, { key, keyLine: line, value: converted.node });
    }
    for (const source of merged) addMergedEntries(entries, source);
    const list = [...entries.values()];
    return { node: { kind: 'map', entries: list, ...position }, size };
  }

  private readKey(
    key: unknown,
    fallbackLine: number,
  ): { key: string; line: number; isMerge: boolean } {
    if (isAlias(key)) {
      const { node } = this.expandAlias(key, fallbackLine);
      const text = node.kind === 'scalar' ? node.text : '';
      return { key: text, line: node.startLine, isMerge: false };
    }
    if (isScalar(key)) {
      const { text, startLine, node } = this.readScalarKey(key);
      const isMerge = text === '<<' && node.type === 'PLAIN';
      return { key: text, line: startLine, isMerge };
    }
    const position = this.getPosition(key);
    const source = this.getSource(key);
    return { key: source, line: position.startLine, isMerge: false };
  }

  private readScalarKey(key: Scalar) {
    if (key.anchor !== undefined) this.convertNode(key, 1, 0);
    const { text, startLine } = this.convertScalar(key);
    return { text, startLine, node: key };
  }

  private expandAlias(alias: Alias, fallbackLine: number): Converted {
    const line = this.getPosition(alias).startLine || fallbackLine;
    const target = this.anchors.get(alias.source);
    if (target === undefined || target === 'open') {
      const reason = target ? 'refers to itself' : 'has no anchor';
      this.fail({ message: `the alias *${alias.source} ${reason}`, line });
      return { node: nullAt(line), size: 1 };
    }
    this.aliasBudget -= target.size;
    if (this.aliasBudget < 0) {
      this.fail({
        message: `aliases expand to more than ${ALIAS_NODE_LIMIT} nodes`,
        line,
      });
      return { node: nullAt(line), size: 1 };
    }
    const node = { ...target.node, startLine: line, endLine: line };
    return { node, size: target.size };
  }

  private getPosition(node: unknown) {
    const range = getRange(node);
    const tag = getTag(node);
    if (range === undefined) return { startLine: 1, endLine: 1 };
    const startLine = this.getLine(range[0]);
    let end = Math.min(range[1], this.text.length);
    while (end > range[0] && isSpace(this.text.charCodeAt(end - 1))) end--;
    const endLine = Math.max(startLine, this.getLine(Math.max(end - 1, 0)));
    return { ...(tag !== undefined && { tag }), startLine, endLine };
  }

  private getSource(node: unknown): string {
    const range = getRange(node);
    return range === undefined
      ? ''
      : this.text.slice(range[0], range[1]).trim().slice(0, 200);
  }

  private getLine(offset: number): number {
    return this.lines.linePos(offset).line || 1;
  }
}

function addMergedEntries(
  entries: Map<string, YamlEntry>,
  source: YamlNode,
): void {
  const maps = source.kind === 'list' ? source.items : [source];
  for (const map of maps) {
    if (map.kind !== 'map') continue;
    for (const entry of map.entries) {
      if (!entries.has(entry.key)) entries.set(entry.key, entry);
    }
  }
}

function nullAt(line: number): YamlScalar {
  return {
    kind: 'scalar',
    value: null,
    text: '',
    startLine: line,
    endLine: line,
  };
}

function getRange(node: unknown): Range | undefined {
  return isNode(node) ? node.range ?? undefined : undefined;
}

function getTag(node: unknown): string | undefined {
  const tag =
    isScalar(node) || isMap(node) || isSeq(node) ? node.tag : undefined;
  return tag?.startsWith('!') && tag !== '!' ? tag : undefined;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}
