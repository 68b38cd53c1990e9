import type { Node } from 'web-tree-sitter';

/**
 * The text of a file with its lines, and where in a larger file it begins.
 */
export class SourceText {
  private readonly lineStarts: number[] = [0];

  constructor(readonly text: string, private readonly firstLine = 1) {
    let at = text.indexOf('\n');
    while (at >= 0) {
      this.lineStarts.push(at + 1);
      at = text.indexOf('\n', at + 1);
    }
  }

  /** Line of an offset, counted from 1 in the whole file. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + this.firstLine;
  }

  startLine(node: Node): number {
    return node.startPosition.row + this.firstLine;
  }

  slice(start: number, end: number): string {
    return this.text.slice(start, end);
  }

  textOf(node: Node): string {
    return this.text.slice(node.startIndex, node.endIndex);
  }

  /** Lines of a node; one that ends with a line break ends on that line. */
  range(node: Node): { startLine: number; endLine: number } {
    const end = Math.max(node.startIndex, node.endIndex - 1);
    return { startLine: this.startLine(node), endLine: this.lineAt(end) };
  }
}
