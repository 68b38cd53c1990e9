import { parse, TomlDate, TomlError } from 'smol-toml';
import type { Parser, ParseResult } from './parser';
import type { YamlNode } from './yaml';

/** TOML as the same tree as YAML: keys with lines. */
export const tomlParser: Parser<YamlNode> = {
  id: 'toml',
  parse: parseToml,
};

const SEPARATOR = '\u0000';
const KEY = /(?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+)/;
const DOTTED = new RegExp(`${KEY.source}(?:\\s*\\.\\s*${KEY.source})*`);
const HEADER = new RegExp(`^\\s*(\\[\\[?)\\s*(${DOTTED.source})\\s*\\]`);
const PAIR = new RegExp(`^\\s*(${DOTTED.source})\\s*=`);

/** Dotted key → the line that writes it first. */
function indexLines(lines: readonly string[]): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  const counts = new Map<string, number>();
  let prefix: readonly string[] = [];
  lines.forEach((text, offset) => {
    const [, brackets, table] = HEADER.exec(text) ?? [];
    if (table !== undefined) {
      prefix =
        brackets === '[['
          ? countTable(splitKey(table), counts)
          : withIndexes(splitKey(table), counts);
      setLine(index, prefix, offset + 1);
      return;
    }
    const [, key] = PAIR.exec(text) ?? [];
    if (key !== undefined)
      setLine(index, [...prefix, ...splitKey(key)], offset + 1);
  });
  return index;
}

function countTable(
  key: readonly string[],
  counts: Map<string, number>,
): readonly string[] {
  const path = withIndexes(key, counts, key.length - 1);
  const id = key.join(SEPARATOR);
  const count = counts.get(id) ?? 0;
  counts.set(id, count + 1);
  return [...path, String(count)];
}

/** `[a.b]` below `[[a]]` belongs to the last element of `a`. */
function withIndexes(
  key: readonly string[],
  counts: ReadonlyMap<string, number>,
  limit = key.length,
): readonly string[] {
  const path: string[] = [];
  key.forEach((part, position) => {
    path.push(part);
    const count =
      position < limit
        ? counts.get(key.slice(0, position + 1).join(SEPARATOR))
        : undefined;
    if (count !== undefined) path.push(String(count - 1));
  });
  return path;
}

function setLine(
  index: Map<string, number>,
  path: readonly string[],
  line: number,
): void {
  for (let length = 1; length <= path.length; length += 1) {
    const id = path.slice(0, length).join(SEPARATOR);
    if (!index.has(id)) index.set(id, line);
  }
}

function splitKey(text: string): readonly string[] {
  return (text.match(new RegExp(KEY.source, 'g')) ?? []).map(part =>
    part.replace(/^["']|["']$/g, ''),
  );
}

class TomlConverter {
  constructor(
    private readonly index: ReadonlyMap<string, number>,
    private readonly lines: readonly string[],
  ) {}

  convert(value: unknown, path: readonly string[], fallback: number): YamlNode {
    const startLine = this.index.get(path.join(SEPARATOR)) ?? fallback;
    if (Array.isArray(value)) {
      return this.convertList(value, path, startLine);
    }
    if (
      typeof value === 'object' &&
      value !== null &&
      !(value instanceof TomlDate)
    ) {
      const entries = Object.entries(value).map(([key, item]) => {
        const node = this.convert(item, [...path, key], startLine);
        return { key, keyLine: node.startLine, value: node };
      });
      const endLine = Math.max(
        startLine,
        ...entries.map(entry => entry.value.endLine),
      );
      return { kind: 'map', entries, startLine, endLine };
    }
    const isPlain =
      typeof value === 'string' ||
      typeof value === 'boolean' ||
      typeof value === 'number';
    return {
      kind: 'scalar',
      value: isPlain ? value : String(value),
      text: String(value),
      startLine,
      endLine: startLine,
    };
  }

  private convertList(
    items: readonly unknown[],
    path: readonly string[],
    startLine: number,
  ): YamlNode {
    let line = startLine;
    const nodes = items.map((item, position) => {
      if (typeof item === 'string') line = this.findText(item, line);
      return this.convert(item, [...path, String(position)], line);
    });
    const endLine = Math.max(startLine, ...nodes.map(node => node.endLine));
    return { kind: 'list', items: nodes, startLine, endLine };
  }

  private findText(text: string, from: number): number {
    for (
      let line = from;
      line <= Math.min(from + 300, this.lines.length);
      line += 1
    ) {
      if (this.lines[line - 1]?.includes(text)) return line;
    }
    return from;
  }
}

function parseToml(text: string): ParseResult<YamlNode> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  try {
    const value = parse(lines.join('\n'));
    const converter = new TomlConverter(indexLines(lines), lines);
    return { tree: converter.convert(value, [], 1), failures: [] };
  } catch (error) {
    const line = error instanceof TomlError ? error.line : 1;
    const message =
      error instanceof Error
        ? error.message.split('\n', 1)[0] ?? ''
        : String(error);
    return { tree: undefined, failures: [{ message, line }] };
  }
}
