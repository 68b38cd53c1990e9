/** A piece of a template: text, or the inside of an action. */
export interface Piece {
  readonly kind: 'text' | 'action';
  readonly text: string;
  /** Line of its first character. */
  readonly line: number;
}

/** Raised for templates that cannot be parsed. */
export class TemplateSyntaxError extends Error {
  constructor(message: string, readonly line: number) {
    super(message);
  }
}

/**
 * Splits a template into text and actions; comments are dropped, and the white
 * space that `{{-` and `-}}` trim.
 *
 * @throws TemplateSyntaxError for an action that doesn't end.
 */
export function splitActions(source: string): Piece[] {
  const pieces: Piece[] = [];
  let position = 0;
  let line = 1;
  let trimsNext = false;
  while (position < source.length) {
    const open = source.indexOf('{{', position);
    const end = open < 0 ? source.length : open;
    const raw = source.slice(position, end);
    const trimsBefore =
      open >= 0 && /^\{\{-\s/.test(source.slice(open, open + 4));
    pushText(pieces, raw, line, trimsNext, trimsBefore);
    line += countLines(raw);
    if (open < 0) break;
    const close = findActionEnd(source, open + 2);
    if (close === undefined)
      throw new TemplateSyntaxError('unclosed action', line);
    const whole = source.slice(open, close);
    const body = whole.slice(trimsBefore ? 3 : 2, -2);
    trimsNext = /\s-$/.test(body);
    pushAction(pieces, trimsNext ? body.slice(0, -1) : body, line);
    line += countLines(whole);
    position = close;
  }
  return pieces;
}

function pushText(
  pieces: Piece[],
  raw: string,
  line: number,
  trimsStart: boolean,
  trimsEnd: boolean,
): void {
  let text = raw;
  let firstLine = line;
  if (trimsStart) {
    text = text.trimStart();
    firstLine += countLines(raw.slice(0, raw.length - text.length));
  }
  if (trimsEnd) text = text.trimEnd();
  if (text !== '') pieces.push({ kind: 'text', text, line: firstLine });
}

function pushAction(pieces: Piece[], body: string, line: number): void {
  const text = body.trim();
  if (text.startsWith('/*')) return;
  const before = body.slice(0, body.length - body.trimStart().length);
  pieces.push({ kind: 'action', text, line: line + countLines(before) });
}

/** The offset after the closing braces, strings and comments skipped. */
function findActionEnd(source: string, start: number): number | undefined {
  if (/^-?\s*\/\*/.test(source.slice(start, start + 20))) {
    const comment = source.indexOf('*/', start);
    const end = comment < 0 ? -1 : source.indexOf('}}', comment);
    return end < 0 ? undefined : end + 2;
  }
  let position = start;
  while (position < source.length) {
    const character = source[position];
    if (character === '}' && source[position + 1] === '}') return position + 2;
    if (character === '"' || character === '`' || character === "'") {
      position = skipQuoted(source, position, character);
    } else {
      position++;
    }
  }
  return undefined;
}

function skipQuoted(source: string, start: number, quote: string): number {
  for (let position = start + 1; position < source.length; position++) {
    const character = source[position];
    if (character === '\\' && quote !== '`') position++;
    else if (character === quote) return position + 1;
    else if (character === '\n' && quote !== '`') return position;
  }
  return source.length;
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    count++;
  }
  return count;
}
