import { TemplateSyntaxError } from './splitActions';
import type { Command, Operand, Pipeline } from './templateNode';

const DEPTH_LIMIT = 100;
const TOKEN =
  /\s+|"(?:[^"\\]|\\.)*"|`[^`]*`|'(?:[^'\\]|\\.)+'|:=|[|(),=]|\$\w*(?:\.\w+)*|(?:\.\w+)+|\.|[-+]?(?:0[xX][\da-fA-F]+|\d[\d_]*(?:\.\d+)?(?:[eE][-+]?\d+)?)|[A-Za-z_]\w*/y;

/** The words of an action; a word that follows a `)` at once carries on with it. */
interface Token {
  readonly text: string;
  readonly start: number;
  readonly isAttached: boolean;
}

/** What an action says before its pipeline: keyword and declared variables. */
export interface ActionHead {
  readonly variables: readonly string[];
  readonly isDeclaration: boolean;
  readonly pipeline: Pipeline | undefined;
}

function tokenize(source: string, line: number): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  let wasSpace = true;
  while (position < source.length) {
    TOKEN.lastIndex = position;
    const text = TOKEN.exec(source)?.[0];
    if (text === undefined) {
      throw new TemplateSyntaxError(
        `unexpected '${source.slice(position, position + 10)}' in an action`,
        line,
      );
    }
    const isSpace = text.trim() === '';
    if (!isSpace) tokens.push({ text, start: position, isAttached: !wasSpace });
    wasSpace = isSpace;
    position += text.length;
  }
  return tokens;
}

class PipelineParser {
  private index = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly source: string,
    private readonly line: number,
  ) {}

  parseAll(): Pipeline {
    const pipeline = this.parse();
    if (this.index < this.tokens.length) this.raise();
    return pipeline;
  }

  private parse(): Pipeline {
    const start = this.tokens[this.index]?.start ?? 0;
    const commands: Command[] = [this.parseCommand()];
    while (this.tokens[this.index]?.text === '|') {
      this.index++;
      commands.push(this.parseCommand());
    }
    const end = this.tokens[this.index]?.start ?? this.source.length;
    return { commands, source: this.source.slice(start, end).trim() };
  }

  private parseCommand(): Command {
    const operands: Operand[] = [];
    for (;;) {
      const text = this.tokens[this.index]?.text;
      if (text === undefined || text === '|' || text === ')') break;
      operands.push(this.parseOperand());
    }
    if (operands.length === 0) this.raise();
    return { operands };
  }

  private parseOperand(): Operand {
    const text = this.tokens[this.index++]?.text ?? '';
    if (text === '(') return this.parseGroup();
    if (text.startsWith('$')) {
      const [name = '', ...path] = text.slice(1).split('.');
      return { kind: 'variable', name, path };
    }
    if (text.startsWith('.')) {
      return { kind: 'field', path: text.split('.').filter(Boolean) };
    }
    return parseWord(text) ?? this.raise();
  }

  private parseGroup(): Operand {
    if (++this.depth > DEPTH_LIMIT) this.raise();
    const pipeline = this.parse();
    if (this.tokens[this.index++]?.text !== ')') this.raise();
    this.depth--;
    const next = this.tokens[this.index];
    const isChained = next?.isAttached && next.text.startsWith('.');
    if (isChained) this.index++;
    const path = isChained ? next.text.split('.').filter(Boolean) : [];
    return { kind: 'group', pipeline, path };
  }

  private raise(): never {
    const at = this.tokens[this.index]?.text ?? 'end of the action';
    throw new TemplateSyntaxError(`unexpected ${at}`, this.line);
  }
}

const CONSTANTS = { true: true, false: false, nil: null } as const;

function parseWord(text: string): Operand | undefined {
  if (text.startsWith('"')) return { kind: 'literal', value: unquote(text) };
  if (text.startsWith('`'))
    return { kind: 'literal', value: text.slice(1, -1) };
  if (text.startsWith("'")) {
    return { kind: 'literal', value: unquote(text).codePointAt(0) ?? 0 };
  }
  for (const [word, value] of Object.entries(CONSTANTS)) {
    if (text === word) return { kind: 'literal', value };
  }
  if (/^[-+]?\d/.test(text)) {
    return { kind: 'literal', value: Number(text.replaceAll('_', '')) };
  }
  return /^[A-Za-z_]/.test(text) ? { kind: 'function', name: text } : undefined;
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\u0007',
  b: '\b',
  f: '\f',
  v: '\v',
};

function unquote(text: string): string {
  return text
    .slice(1, -1)
    .replace(
      /\\(?:u([\da-fA-F]{4})|x([\da-fA-F]{2})|([\s\S]))/g,
      (_all, unicode?: string, hex?: string, character?: string) => {
        const code = unicode ?? hex;
        if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
        return ESCAPES[character ?? ''] ?? character ?? '';
      },
    );
}

/**
 * Parses `$x, $y := pipeline`, `$x = pipeline` or a pipeline alone.
 *
 * @throws TemplateSyntaxError when it is neither.
 */
export function parsePipeline(source: string, line: number): ActionHead {
  const tokens = tokenize(source, line);
  const assign = tokens.findIndex(({ text }) => text === ':=' || text === '=');
  const names = tokens.slice(0, Math.max(assign, 0)).map(({ text }) => text);
  const isAssignment =
    assign > 0 && names.every(name => name === ',' || /^\$\w+$/.test(name));
  const rest = isAssignment ? tokens.slice(assign + 1) : tokens;
  const parser = new PipelineParser(rest, source, line);
  return {
    variables: isAssignment
      ? names.filter(name => name !== ',').map(name => name.slice(1))
      : [],
    isDeclaration: isAssignment && tokens[assign]?.text === ':=',
    pipeline: rest.length === 0 ? undefined : parser.parseAll(),
  };
}
