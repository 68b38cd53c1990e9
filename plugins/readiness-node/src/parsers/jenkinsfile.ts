import type { Parser, ParseResult } from './parser';

/** A block `header { … }` of a Jenkinsfile, or a call without a block. */
export interface JenkinsNode {
  /** First word: `stage`, `sh`, `catchError`. */
  readonly name: string;
  /** Everything between the name and the block, strings as written. */
  readonly header: string;
  /** Texts in quotes in the header, without the quotes, with their lines. */
  readonly strings: readonly { readonly text: string; readonly line: number }[];
  readonly startLine: number;
  readonly endLine: number;
  readonly children: readonly JenkinsNode[];
}

/** Jenkinsfiles, declarative and scripted: nested calls with their strings. */
export const jenkinsfileParser: Parser<readonly JenkinsNode[]> = {
  id: 'jenkinsfile',
  parse: parseJenkinsfile,
};

/** Every node below, the nodes themselves first. */
export function walkJenkins(
  nodes: readonly JenkinsNode[],
): readonly JenkinsNode[] {
  return nodes.flatMap(node => [node, ...walkJenkins(node.children)]);
}

const DEPTH_LIMIT = 60;

interface OpenNode {
  header: string;
  strings: { text: string; line: number }[];
  startLine: number;
}

class JenkinsReader {
  private position = 0;
  private line = 1;

  constructor(private readonly text: string) {}

  readBlock(depth: number): JenkinsNode[] {
    const nodes: JenkinsNode[] = [];
    let open: OpenNode | undefined;
    let parentheses = 0;
    const close = (children: JenkinsNode[] = []) => {
      if (open) nodes.push(this.toNode(open, children));
      open = undefined;
    };
    while (this.position < this.text.length) {
      if (this.skipComment()) continue;
      const char = this.text[this.position] ?? '';
      const quote = this.readQuote();
      if (quote !== undefined) {
        open ??= { header: '', strings: [], startLine: quote.line };
        open.strings.push(quote);
        open.header += `"${quote.text}"`;
        continue;
      }
      this.advance();
      if (char === '}') {
        close();
        return nodes;
      }
      if (char === '{') {
        const children = depth < DEPTH_LIMIT ? this.readBlock(depth + 1) : [];
        open ??= { header: '', strings: [], startLine: this.line };
        // A map or closure inside an argument belongs to the call.
        if (parentheses > 0)
          open.strings.push(...children.flatMap(child => child.strings));
        else close(children);
        continue;
      }
      if (char === '(' || char === '[') parentheses += 1;
      if (char === ')' || char === ']')
        parentheses = Math.max(0, parentheses - 1);
      if ((char === '\n' || char === ';') && parentheses === 0) {
        if (!this.continues(open)) close();
        continue;
      }
      if (open === undefined && /\s/.test(char)) continue;
      open ??= { header: '', strings: [], startLine: this.line };
      open.header += char;
    }
    close();
    return nodes;
  }

  /** `stage('x')` may have its brace on the next line. */
  private continues(open: OpenNode | undefined): boolean {
    return (
      open !== undefined &&
      /^\s*\{/.test(this.text.slice(this.position, this.position + 200))
    );
  }

  private toNode(open: OpenNode, children: JenkinsNode[]): JenkinsNode {
    const header = open.header.trim();
    const assigned =
      /^(?:def\s+|final\s+|return\s+|[\w.]+\s+)?[\w.]+\s*=(?!=)\s*([\s\S]*)$/.exec(
        header,
      )?.[1] ?? header.replace(/^return\s+/, '');
    const name = /^["']?([\w.-]+)/.exec(assigned)?.[1] ?? '';
    return {
      name,
      header,
      strings: open.strings,
      startLine: open.startLine,
      endLine: Math.max(this.line, open.startLine),
      children,
    };
  }

  private skipComment(): boolean {
    const two = this.text.slice(this.position, this.position + 2);
    if (two !== '//' && two !== '/*') return false;
    const end =
      two === '//'
        ? this.text.indexOf('\n', this.position)
        : this.text.indexOf('*/', this.position + 2) + 2;
    const stop = end < (two === '//' ? 0 : 2) ? this.text.length : end;
    while (this.position < stop) this.advance();
    return true;
  }

  private readQuote(): { text: string; line: number } | undefined {
    const rest = this.text.slice(this.position, this.position + 3);
    const quote = ["'''", '"""', "'", '"'].find(candidate =>
      rest.startsWith(candidate),
    );
    if (quote === undefined) return undefined;
    const line = this.line;
    for (let count = 0; count < quote.length; count += 1) this.advance();
    let text = '';
    while (
      this.position < this.text.length &&
      !this.text.startsWith(quote, this.position)
    ) {
      const char = this.text[this.position] ?? '';
      if (quote.length === 1 && char === '\n') return { text, line };
      if (char === '\\') text += this.readEscape();
      else text += char;
      this.advance();
    }
    for (let count = 0; count < quote.length; count += 1) this.advance();
    return { text, line };
  }

  private readEscape(): string {
    const next = this.text[this.position + 1] ?? '';
    this.advance();
    if (next === '\n') return '\\\n';
    return (
      { n: '\n', t: '\t', r: '' }[next] ??
      (next === '$' || next === '"' || next === "'" || next === '\\'
        ? next
        : `\\${next}`)
    );
  }

  private advance(): void {
    if (this.text[this.position] === '\n') this.line += 1;
    this.position += 1;
  }
}

function parseJenkinsfile(text: string): ParseResult<readonly JenkinsNode[]> {
  const reader = new JenkinsReader(text);
  const tree = reader.readBlock(0);
  return { tree, failures: [] };
}
