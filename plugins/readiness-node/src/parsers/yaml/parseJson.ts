import type { YamlEntry, YamlNode, YamlScalar } from './yamlNode';

const DEPTH_LIMIT = 512;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"(?:[^"\\\n\r]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const LITERALS = { true: true, false: false, null: null } as const;

/** Why JSON could not be read, and where. */
export class JsonSyntaxError extends Error {
  constructor(
    message: string,
    readonly line: number,
    readonly isTooDeep = false,
  ) {
    super(message);
  }
}

class JsonReader {
  private position = 0;
  private line = 1;

  constructor(private readonly text: string) {}

  isAtEnd(): boolean {
    return this.position >= this.text.length;
  }

  skipSpace(): void {
    for (; this.position < this.text.length; this.position++) {
      const code = this.text.charCodeAt(this.position);
      if (code === 10) this.line++;
      else if (code !== 32 && code !== 9 && code !== 13) return;
    }
  }

  raise(message: string): never {
    throw new JsonSyntaxError(message, this.line);
  }

  readValue(depth: number): YamlNode {
    if (depth > DEPTH_LIMIT) {
      throw new JsonSyntaxError(
        `nested more than ${DEPTH_LIMIT} deep`,
        this.line,
        true,
      );
    }
    this.skipSpace();
    switch (this.text[this.position]) {
      case '{':
        return this.readObject(depth);
      case '[':
        return this.readArray(depth);
      case '"':
        return this.readString();
      default:
        return this.readPlain();
    }
  }

  private readObject(depth: number): YamlNode {
    const startLine = this.line;
    const entries = new Map<string, YamlEntry>();
    this.position++;
    this.skipSpace();
    while (this.text[this.position] !== '}') {
      const key = this.readString();
      this.skipSpace();
      this.expect(':');
      const value = this.readValue(depth + 1);
      entries.set(key.text, { key: key.text, keyLine: key.startLine, value });
      this.readSeparator('}');
    }
    this.position++;
    const list = [...entries.values()];
    return { kind: 'map', entries: list, startLine, endLine: this.line };
  }

  private readArray(depth: number): YamlNode {
    const startLine = this.line;
    const items: YamlNode[] = [];
    this.position++;
    this.skipSpace();
    while (this.text[this.position] !== ']') {
      items.push(this.readValue(depth + 1));
      this.readSeparator(']');
    }
    this.position++;
    return { kind: 'list', items, startLine, endLine: this.line };
  }

  private readSeparator(end: string): void {
    this.skipSpace();
    if (this.text[this.position] === end) return;
    this.expect(',');
    this.skipSpace();
    if (this.text[this.position] === end) this.raise(`unexpected '${end}'`);
  }

  private expect(character: string): void {
    if (this.text[this.position] !== character) {
      this.raise(`expected '${character}'`);
    }
    this.position++;
  }

  private readString(): YamlScalar {
    const raw = this.match(STRING) ?? this.raise('expected a string');
    const value = raw.includes('\\') ? this.unescape(raw) : raw.slice(1, -1);
    return this.scalar(value, value);
  }

  private unescape(raw: string): string {
    try {
      return String(JSON.parse(raw));
    } catch {
      // A control character, which strict JSON doesn't allow.
      return this.raise('expected a string');
    }
  }

  private readPlain(): YamlNode {
    const number = this.match(NUMBER);
    if (number !== undefined) {
      const value = Number(number);
      return this.scalar(Number.isFinite(value) ? value : number, number);
    }
    for (const [word, value] of Object.entries(LITERALS)) {
      if (this.text.startsWith(word, this.position)) {
        this.position += word.length;
        return this.scalar(value, word);
      }
    }
    return this.raise('expected a value');
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.position += found.length;
    return found;
  }

  private scalar(value: YamlScalar['value'], text: string): YamlScalar {
    const { line } = this;
    return { kind: 'scalar', value, text, startLine: line, endLine: line };
  }
}

/**
 * Reads strict JSON into the YAML tree: much faster than the YAML parser, which
 * matters for templates and lock files of megabytes.
 *
 * @throws JsonSyntaxError when the text is not strict JSON.
 */
export function parseJson(text: string): YamlNode {
  const reader = new JsonReader(text);
  const node = reader.readValue(0);
  reader.skipSpace();
  if (!reader.isAtEnd()) reader.raise('text after the end of the value');
  return node;
}
