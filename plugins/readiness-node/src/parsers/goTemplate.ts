import { parsePipeline, type ActionHead } from './goTemplate/parsePipeline';
import {
  splitActions,
  TemplateSyntaxError,
  type Piece,
} from './goTemplate/splitActions';
import type {
  Pipeline,
  Template,
  TemplateDefinition,
  TemplateNode,
} from './goTemplate/templateNode';
import type { ParseResult, Parser } from './parser';

export * from './goTemplate/templateNode';

const DEPTH_LIMIT = 100;
const CHAIN_LIMIT = 1000;

/** Where a list of nodes ended: at `end`, at an `else …`, or with the file. */
interface Section {
  readonly nodes: readonly TemplateNode[];
  readonly end: Piece | undefined;
}

class TemplateParser {
  private readonly definitions: TemplateDefinition[] = [];
  private index = 0;
  private depth = 0;
  private chained = 0;

  constructor(private readonly pieces: readonly Piece[]) {}

  parse(): Template {
    const { nodes, end } = this.parseSection();
    if (end) throw new TemplateSyntaxError(`unexpected ${end.text}`, end.line);
    return { nodes, definitions: this.definitions };
  }

  private parseSection(): Section {
    const line = this.pieces[this.index]?.line ?? 1;
    if (++this.depth > DEPTH_LIMIT) {
      throw new TemplateSyntaxError('nested too deep', line);
    }
    const section = this.readSection();
    this.depth--;
    return section;
  }

  private readSection(): Section {
    const nodes: TemplateNode[] = [];
    while (this.index < this.pieces.length) {
      const piece = this.pieces[this.index++];
      if (piece === undefined) break;
      if (piece.kind === 'text') {
        nodes.push({ kind: 'text', text: piece.text, line: piece.line });
      } else if (/^(end|else)\b/.test(piece.text)) {
        return { nodes, end: piece };
      } else {
        const node = this.parseAction(piece);
        if (node) nodes.push(node);
      }
    }
    return { nodes, end: undefined };
  }

  private parseAction({ text, line }: Piece): TemplateNode | undefined {
    const [, keyword = '', rest = ''] =
      /^(if|with|range|define|block|template|break|continue)(?![\w.])\s*([\s\S]*)$/.exec(
        text,
      ) ?? [];
    switch (keyword) {
      case 'if':
      case 'with':
      case 'range':
        return this.parseBranches(keyword, rest, line);
      case 'define':
      case 'block':
        return this.parseDefinition(keyword, rest, line);
      case 'template':
        return parseCall(rest, line);
      case 'break':
      case 'continue':
        return { kind: keyword, line };
      default:
        return parseStatement(text, line);
    }
  }

  private parseBranches(
    kind: 'if' | 'with' | 'range',
    source: string,
    line: number,
  ): TemplateNode {
    const head = parsePipeline(source, line);
    const pipeline = requirePipeline(head, line);
    const { nodes: body, end } = this.parseSection();
    const { otherwise, endLine } = this.parseOtherwise(end, line);
    const branches = { pipeline, body, otherwise, line, endLine };
    if (kind === 'range') {
      return { kind, variables: head.variables, ...branches };
    }
    const [variable] = head.variables;
    return { kind, ...(variable !== undefined && { variable }), ...branches };
  }

  private parseOtherwise(
    end: Piece | undefined,
    line: number,
  ): { otherwise: readonly TemplateNode[]; endLine: number } {
    if (end === undefined) throw new TemplateSyntaxError('missing end', line);
    if (end.text === 'end') return { otherwise: [], endLine: end.line };
    this.checkChain(end);
    const [, keyword, rest = ''] =
      /^else\s+(if|with)\b\s*([\s\S]*)$/.exec(end.text) ?? [];
    if (keyword === 'if' || keyword === 'with') {
      const node = this.parseBranches(keyword, rest, end.line);
      return { otherwise: [node], endLine: getEndLine(node) };
    }
    const { nodes, end: last } = this.parseSection();
    if (last?.text !== 'end') {
      throw new TemplateSyntaxError('missing end', end.line);
    }
    return { otherwise: nodes, endLine: last.line };
  }

  /** Each `else if` nests one deeper in the tree. */
  private checkChain(end: Piece): void {
    if (++this.chained > CHAIN_LIMIT) {
      throw new TemplateSyntaxError('too many branches', end.line);
    }
  }

  private parseDefinition(
    keyword: 'define' | 'block',
    rest: string,
    line: number,
  ): TemplateNode | undefined {
    const [, name = '', argument = ''] =
      /^["`]([^"`]*)["`]\s*([\s\S]*)$/.exec(rest) ?? [];
    const { nodes, end } = this.parseSection();
    if (end?.text !== 'end') {
      throw new TemplateSyntaxError(`missing end of ${name}`, line);
    }
    this.definitions.push({ name, nodes, line });
    if (keyword === 'define') return undefined;
    const { pipeline } = parsePipeline(argument, line);
    return { kind: 'call', name, ...(pipeline && { pipeline }), line };
  }
}

function getEndLine(node: TemplateNode): number {
  return 'endLine' in node ? node.endLine : node.line;
}

function parseCall(rest: string, line: number): TemplateNode {
  const [, name = '', argument = ''] =
    /^["`]([^"`]*)["`]\s*([\s\S]*)$/.exec(rest) ?? [];
  const { pipeline } = parsePipeline(argument, line);
  return { kind: 'call', name, ...(pipeline && { pipeline }), line };
}

function parseStatement(text: string, line: number): TemplateNode | undefined {
  if (text === '') return undefined;
  const head = parsePipeline(text, line);
  const pipeline = requirePipeline(head, line);
  const [variable] = head.variables;
  return variable === undefined
    ? { kind: 'output', pipeline, line }
    : {
        kind: 'assign',
        variable,
        isDeclaration: head.isDeclaration,
        pipeline,
        line,
      };
}

function requirePipeline(head: ActionHead, line: number): Pipeline {
  if (head.pipeline) return head.pipeline;
  throw new TemplateSyntaxError('missing value', line);
}

/** Templates of Go's `text/template`, as Helm uses them. */
export const goTemplateParser: Parser<Template> = {
  id: 'go-template',
  parse: parseTemplate,
};

function parseTemplate(source: string): ParseResult<Template> {
  try {
    const parser = new TemplateParser(splitActions(source));
    return { tree: parser.parse(), failures: [] };
  } catch (error) {
    if (!(error instanceof TemplateSyntaxError)) throw error;
    const { message, line } = error;
    return { tree: undefined, failures: [{ message, line }] };
  }
}
