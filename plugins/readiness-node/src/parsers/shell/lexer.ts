import { findClosing } from './findClosing';

/** A word, an operator, or the end of a line of a shell script. */
export interface ShellToken {
  readonly kind: 'word' | 'operator' | 'newline';
  /** As written. */
  readonly text: string;
  /** Without quotes and escapes; expansions stay as written. */
  readonly value: string;
  readonly line: number;
  readonly endLine: number;
  /** Scripts inside `$(…)`, backticks and `<(…)`. */
  readonly substitutions: readonly ShellSubstitution[];
  /** Body of the here-document this word is the delimiter of. */
  readonly heredoc?: ShellSubstitution;
}

export interface ShellSubstitution {
  readonly text: string;
  readonly line: number;
}

const OPERATORS = [
  '<<<',
  '<<-',
  '&>>',
  '&&',
  '||',
  ';;',
  '|&',
  '<<',
  '>>',
  '>&',
  '<&',
  '&>',
  '>|',
  ';',
  '|',
  '&',
  '(',
  ')',
  '<',
  '>',
];
const WORD_END = new Set([
  ' ',
  '\t',
  '\n',
  '\r',
  ';',
  '|',
  '&',
  '(',
  ')',
  '<',
  '>',
]);

interface PendingHeredoc {
  readonly tokenIndex: number;
  readonly delimiter: string;
  readonly isIndented: boolean;
}

class ShellLexer {
  private position = 0;
  private line: number;
  private readonly tokens: ShellToken[] = [];
  private readonly heredocs: PendingHeredoc[] = [];

  constructor(private readonly text: string, firstLine: number) {
    this.line = firstLine;
  }

  run(): readonly ShellToken[] {
    while (this.position < this.text.length) this.step();
    return this.tokens;
  }

  private step(): void {
    const char = this.text[this.position] ?? '';
    if (char === '\n') return this.endLine();
    if (char === ' ' || char === '\t' || char === '\r') {
      this.position += 1;
      return undefined;
    }
    const continuation = /^[\\`]\r?\n/.exec(
      this.text.slice(this.position, this.position + 3),
    );
    if (continuation) {
      this.position += continuation[0].length;
      this.line += 1;
      return undefined;
    }
    if (char === '#') return this.skipComment();
    const isProcess = /^[<>]\(/.test(
      this.text.slice(this.position, this.position + 2),
    );
    const operator = isProcess
      ? undefined
      : OPERATORS.find(candidate =>
          this.text.startsWith(candidate, this.position),
        );
    if (operator === undefined) return this.readWord();
    this.push('operator', operator, operator, this.line, []);
    this.position += operator.length;
    return undefined;
  }

  private endLine(): void {
    this.push('newline', '\n', '\n', this.line, []);
    this.position += 1;
    this.line += 1;
    for (const pending of this.heredocs.splice(0)) this.readHeredoc(pending);
  }

  private skipComment(): void {
    const end = this.text.indexOf('\n', this.position);
    this.position = end < 0 ? this.text.length : end;
  }

  private readWord(): void {
    const start = this.position;
    const startLine = this.line;
    const substitutions: ShellSubstitution[] = [];
    let value = '';
    while (this.position < this.text.length) {
      const char = this.text[this.position] ?? '';
      if (WORD_END.has(char) && !this.isProcessSubstitution(start)) break;
      value += this.readPart(char, substitutions);
    }
    const raw = this.text.slice(start, this.position);
    this.push('word', raw, value, startLine, substitutions);
    this.noteHeredoc(value);
  }

  private isProcessSubstitution(start: number): boolean {
    return (
      this.position === start &&
      /^[<>]\(/.test(this.text.slice(this.position, this.position + 2))
    );
  }

  private readPart(char: string, substitutions: ShellSubstitution[]): string {
    if (char === "'") return this.readSingleQuoted();
    if (char === '"') return this.readDoubleQuoted(substitutions);
    if (char === '\\') return this.readEscape();
    if (char === '$' || char === '<' || char === '>')
      return this.readExpansion(substitutions);
    if (char === '`') return this.readBackticks(substitutions);
    if (char === '{' && this.text.startsWith('{{', this.position))
      return this.readUntil('}}');
    this.position += 1;
    return char;
  }

  private readEscape(): string {
    const next = this.text[this.position + 1] ?? '';
    this.position += 2;
    if (next !== '\n') return next;
    this.line += 1;
    return '';
  }

  private readSingleQuoted(): string {
    const end = this.text.indexOf("'", this.position + 1);
    const stop = end < 0 ? this.text.length : end;
    const value = this.text.slice(this.position + 1, stop);
    this.advanceTo(Math.min(stop + 1, this.text.length));
    return value;
  }

  private readDoubleQuoted(substitutions: ShellSubstitution[]): string {
    this.position += 1;
    let value = '';
    while (this.position < this.text.length) {
      const char = this.text[this.position] ?? '';
      if (char === '"') {
        this.position += 1;
        return value;
      }
      if (char === '\\') value += this.readEscape();
      else if (char === '$') value += this.readExpansion(substitutions);
      else if (char === '`') value += this.readBackticks(substitutions);
      else {
        if (char === '\n') this.line += 1;
        this.position += 1;
        value += char;
      }
    }
    return value;
  }

  private readExpansion(substitutions: ShellSubstitution[]): string {
    const rest = this.text.slice(this.position, this.position + 3);
    if (rest.startsWith('${{')) return this.readUntil('}}');
    if (rest.startsWith('${')) return this.readUntil('}');
    if (/^[$<>]\(/.test(rest)) return this.readParentheses(substitutions);
    this.position += 1;
    return rest.slice(0, 1);
  }

  private readParentheses(substitutions: ShellSubstitution[]): string {
    const start = this.position;
    const line = this.line;
    const end = findClosing(this.text, start + 2);
    substitutions.push({ text: this.text.slice(start + 2, end), line });
    this.advanceTo(Math.min(end + 1, this.text.length));
    return this.text.slice(start, this.position);
  }

  private readBackticks(substitutions: ShellSubstitution[]): string {
    const start = this.position;
    const end = this.text.indexOf('`', start + 1);
    const stop = end < 0 ? this.text.length : end;
    substitutions.push({
      text: this.text.slice(start + 1, stop),
      line: this.line,
    });
    this.advanceTo(Math.min(stop + 1, this.text.length));
    return this.text.slice(start, this.position);
  }

  private readUntil(close: string): string {
    const end = this.text.indexOf(close, this.position);
    const lineEnd = this.text.indexOf('\n', this.position);
    const isOpen = end < 0 || (lineEnd >= 0 && lineEnd < end);
    const start = this.position;
    this.advanceTo(isOpen ? start + 1 : end + close.length);
    return this.text.slice(start, this.position);
  }

  private advanceTo(position: number): void {
    for (let index = this.position; index < position; index += 1) {
      if (this.text[index] === '\n') this.line += 1;
    }
    this.position = position;
  }

  private noteHeredoc(delimiter: string): void {
    const operator = this.tokens.at(-2);
    if (operator?.kind !== 'operator' || !/^<<-?$/.test(operator.text)) return;
    this.heredocs.push({
      tokenIndex: this.tokens.length - 1,
      delimiter,
      isIndented: operator.text === '<<-',
    });
  }

  private readHeredoc(pending: PendingHeredoc): void {
    const line = this.line;
    const body: string[] = [];
    while (this.position < this.text.length) {
      const end = this.text.indexOf('\n', this.position);
      const stop = end < 0 ? this.text.length : end;
      const current = this.text.slice(this.position, stop);
      this.position = Math.min(stop + 1, this.text.length);
      this.line += 1;
      if (current.trim() === pending.delimiter) break;
      body.push(current);
    }
    const token = this.tokens[pending.tokenIndex];
    if (token)
      this.tokens[pending.tokenIndex] = {
        ...token,
        heredoc: { text: body.join('\n'), line },
      };
  }

  private push(
    kind: ShellToken['kind'],
    text: string,
    value: string,
    line: number,
    substitutions: readonly ShellSubstitution[],
  ): void {
    this.tokens.push({
      kind,
      text,
      value,
      line,
      endLine: this.line,
      substitutions,
    });
  }
}

/** Splits a shell script into tokens with lines; never throws. */
export function tokenizeShell(
  text: string,
  firstLine = 1,
): readonly ShellToken[] {
  return new ShellLexer(text, firstLine).run();
}
