/** Rendered text, and for each of its lines the line of the template. */
export interface RenderedText {
  readonly text: string;
  /** By output line, from 0: source line, counted from 1. */
  readonly lines: readonly number[];
}

const LENGTH_LIMIT = 4_000_000;

/**
 * Collects rendered text. An output line belongs to the source line of the
 * first thing on it that isn't white space.
 */
export class LineWriter {
  private readonly parts: string[] = [];
  private readonly lines: number[] = [];
  private isBlank = true;
  private length = 0;

  /** Text of the template itself: its lines advance with it. */
  writeSource(text: string, line: number): void {
    this.write(text, line, 1);
  }

  /** What an action gave: all its lines are the action's. */
  writeResult(text: string, line: number): void {
    this.write(text, line, 0);
  }

  finish(): RenderedText {
    return { text: this.parts.join(''), lines: this.lines };
  }

  private write(text: string, line: number, advance: number): void {
    if (text === '' || this.length > LENGTH_LIMIT) return;
    this.length += text.length;
    this.parts.push(text);
    const pieces = text.split('\n');
    pieces.forEach((piece, index) => {
      if (index > 0) {
        this.isBlank = true;
        this.lines.push(line + index * advance);
      } else if (this.lines.length === 0) this.lines.push(line);
      if (this.isBlank) {
        this.lines[this.lines.length - 1] = line + index * advance;
        this.isBlank = piece.trim() === '';
      }
    });
  }
}
