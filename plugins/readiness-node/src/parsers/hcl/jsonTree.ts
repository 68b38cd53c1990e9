import type { ParseFailure } from '../parser';

/** JSON with the lines of every value. */
export type JsonNode = JsonScalar | JsonArray | JsonObject;

interface JsonRange {
  readonly startLine: number;
  readonly endLine: number;
}

export interface JsonScalar extends JsonRange {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
}

export interface JsonArray extends JsonRange {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
}

export interface JsonObject extends JsonRange {
  readonly kind: 'object';
  readonly members: readonly JsonMember[];
}

export interface JsonMember {
  readonly key: string;
  readonly line: number;
  readonly value: JsonNode;
}

const MAX_DEPTH = 150;
const STRING = /"(?:[^"\\\n]|\\.)*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

class JsonFailure extends Error {
  constructor(message: string, readonly line: number) {
    super(message);
  }
}

class JsonReader {
  private at = 0;

  constructor(private readonly text: string, private line: number) {}

  readDocument(): JsonNode {
    const node = this.readValue(0);
    this.skipSpace();
    if (this.at < this.text.length)
      this.fail('text after the end of the JSON value');
    return node;
  }

  private readValue(depth: number): JsonNode {
    if (depth > MAX_DEPTH) this.fail(`nested more than ${MAX_DEPTH} levels`);
    this.skipSpace();
    switch (this.text[this.at]) {
      case '{':
        return this.readObject(depth);
      case '[':
        return this.readArray(depth);
      default:
        return this.readScalar();
    }
  }

  private readObject(depth: number): JsonObject {
    const startLine = this.line;
    const members: JsonMember[] = [];
    this.at++;
    while (!this.takes('}')) {
      if (members.length > 0) this.expect(',');
      this.skipSpace();
      const line = this.line;
      const key = this.readString();
      this.expect(':');
      members.push({ key, line, value: this.readValue(depth + 1) });
    }
    return { kind: 'object', members, startLine, endLine: this.line };
  }

  private readArray(depth: number): JsonArray {
    const startLine = this.line;
    const items: JsonNode[] = [];
    this.at++;
    while (!this.takes(']')) {
      if (items.length > 0) this.expect(',');
      items.push(this.readValue(depth + 1));
    }
    return { kind: 'array', items, startLine, endLine: this.line };
  }

  private readScalar(): JsonScalar {
    const at = { startLine: this.line, endLine: this.line };
    if (this.text[this.at] === '"')
      return { kind: 'scalar', value: this.readString(), ...at };
    const number = this.take(NUMBER);
    if (number !== undefined)
      return { kind: 'scalar', value: Number(number), ...at };
    const word = this.take(WORD);
    if (word === undefined) this.fail('a JSON value is expected');
    return {
      kind: 'scalar',
      value: word === 'null' ? null : word === 'true',
      ...at,
    };
  }

  private readString(): string {
    const written = this.take(STRING);
    if (written === undefined) this.fail('a JSON string is expected');
    const text = unescapeJson(written);
    if (text === undefined) this.fail('a JSON string has a wrong escape');
    return text;
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private takes(character: string): boolean {
    this.skipSpace();
    if (this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  private expect(character: string): void {
    if (!this.takes(character)) this.fail(`'${character}' is expected`);
  }

  private skipSpace(): void {
    for (; this.at < this.text.length; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (code === 10) this.line++;
      else if (code !== 32 && code !== 9 && code !== 13) return;
    }
  }

  private fail(message: string): never {
    throw new JsonFailure(message, this.line);
  }
}

/** Reads JSON in one pass; a failure names the line where it stops being JSON. */
export function parseJsonTree(
  text: string,
  firstLine = 1,
): JsonNode | ParseFailure {
  try {
    return new JsonReader(text, firstLine).readDocument();
  } catch (error) {
    if (error instanceof JsonFailure)
      return { message: error.message, line: error.line };
    throw error;
  }
}

/** Whether {@link parseJsonTree} answered with a tree. */
export function isJsonNode(
  result: JsonNode | ParseFailure,
): result is JsonNode {
  return 'kind' in result;
}

function unescapeJson(written: string): string | undefined {
  try {
    return String(JSON.parse(written.replace(/\t/g, '\\t')));
  } catch {
    return undefined;
  }
}
