import type { Node } from 'web-tree-sitter';
import { convertExpression } from './convertExpression';
import { stripIndentation } from './heredocIndentation';
import type { SourceText } from './sourceText';
import type { HclTemplatePart } from './syntax';

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
};

/** Text between quotes with its escapes resolved. */
export function unescapeQuoted(text: string): string {
  if (!text.includes('\\') && !text.includes('{')) return text;
  return text.replace(
    /\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})|\\(.)|\$\$\{|%%\{/gs,
    (match, short?: string, long?: string, single?: string) => {
      const digits = short ?? long;
      if (digits !== undefined)
        return codePoint(Number.parseInt(digits, 16), match);
      if (single !== undefined) return ESCAPES[single] ?? match;
      return match.slice(1);
    },
  );
}

function codePoint(code: number, fallback: string): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : fallback;
}

function unescapeHeredoc(text: string): string {
  return text.includes('{')
    ? text.replace(/\$\$\{|%%\{/g, match => match.slice(1))
    : text;
}

type Unescape = (text: string) => string;

/** `"… ${a} …"`. */
export function convertQuoted(
  node: Node,
  source: SourceText,
  depth: number,
): readonly HclTemplatePart[] {
  const parts = node.namedChildren.filter(isTemplateNode);
  return convertParts(
    parts,
    node.startIndex + 1,
    node.endIndex - 1,
    source,
    depth,
    unescapeQuoted,
  );
}

/** `<<EOT … EOT`; the text begins on the next line and ends before the last marker's line. */
export function convertHeredoc(
  node: Node,
  source: SourceText,
  depth: number,
): readonly HclTemplatePart[] {
  const markers = node.namedChildren.filter(
    child => child.type === 'heredoc_identifier',
  );
  const opening = markers[0];
  const closing = markers[1];
  if (!opening) return [];
  const lineBreak = source.text.indexOf('\n', opening.endIndex);
  const limit = closing ? closing.startIndex : node.endIndex;
  const start = lineBreak < 0 ? limit : Math.min(limit, lineBreak + 1);
  const end = Math.max(start, source.text.lastIndexOf('\n', limit - 1) + 1);
  const nodes = node.namedChildren.filter(isTemplateNode);
  const parts = convertParts(nodes, start, end, source, depth, unescapeHeredoc);
  return source.text.startsWith('<<-', node.startIndex)
    ? stripIndentation(parts)
    : parts;
}

function isTemplateNode(node: Node): boolean {
  return (
    node.type === 'template_interpolation' || node.type === 'template_directive'
  );
}

/**
 * Interpolations and directives with the text between them. The text is taken
 * from the source, since the grammar drops white space at the edges.
 */
function convertParts(
  nodes: readonly Node[],
  start: number,
  end: number,
  source: SourceText,
  depth: number,
  unescape: Unescape,
): readonly HclTemplatePart[] {
  const parts: HclTemplatePart[] = [];
  let at = start;
  let strip = false;
  for (const node of nodes) {
    const markers = stripMarkers(node, source);
    pushText(
      parts,
      source.slice(at, node.startIndex),
      strip,
      markers.before,
      unescape,
    );
    const part =
      node.type === 'template_interpolation'
        ? convertInterpolation(node, source, depth)
        : convertDirective(node, source, depth, unescape);
    if (part) parts.push(part);
    at = node.endIndex;
    strip = markers.after;
  }
  pushText(parts, source.slice(at, Math.max(at, end)), strip, false, unescape);
  return parts;
}

function pushText(
  parts: HclTemplatePart[],
  raw: string,
  trimStart: boolean,
  trimEnd: boolean,
  unescape: Unescape,
): void {
  let text = raw;
  if (trimStart) text = text.trimStart();
  if (trimEnd) text = text.trimEnd();
  if (text !== '') parts.push({ kind: 'text', value: unescape(text) });
}

function stripMarkers(
  node: Node,
  source: SourceText,
): { readonly before: boolean; readonly after: boolean } {
  const text = source.textOf(node);
  return { before: text[2] === '~', after: text.endsWith('~}') };
}

function convertInterpolation(
  node: Node,
  source: SourceText,
  depth: number,
): HclTemplatePart | undefined {
  const expression = node.namedChildren.find(
    child => child.type === 'expression',
  );
  return (
    expression && {
      kind: 'interpolation',
      expression: convertExpression(expression, source, depth + 1),
    }
  );
}

function convertDirective(
  node: Node,
  source: SourceText,
  depth: number,
  unescape: Unescape,
): HclTemplatePart | undefined {
  const inner = node.namedChildren[0];
  if (inner?.type === 'template_if')
    return convertIf(inner, source, depth, unescape);
  if (inner?.type === 'template_for')
    return convertForDirective(inner, source, depth, unescape);
  return undefined;
}

/** The parts between two of a directive's own markers. */
function convertBetween(
  parent: Node,
  opening: Node,
  closing: Node,
  source: SourceText,
  depth: number,
  unescape: Unescape,
): readonly HclTemplatePart[] {
  const nodes = parent.namedChildren.filter(
    child =>
      isTemplateNode(child) &&
      child.startIndex >= opening.endIndex &&
      child.endIndex <= closing.startIndex,
  );
  let start = opening.endIndex;
  let end = closing.startIndex;
  if (stripMarkers(opening, source).after)
    start += countLeadingSpace(source.slice(start, end));
  if (stripMarkers(closing, source).before)
    end = start + source.slice(start, end).trimEnd().length;
  return convertParts(nodes, start, end, source, depth + 1, unescape);
}

function countLeadingSpace(text: string): number {
  return text.length - text.trimStart().length;
}

function convertIf(
  node: Node,
  source: SourceText,
  depth: number,
  unescape: Unescape,
): HclTemplatePart | undefined {
  const find = (type: string) =>
    node.namedChildren.find(child => child.type === type);
  const intro = find('template_if_intro');
  const middle = find('template_else_intro');
  const last = find('template_if_end');
  const condition = intro?.namedChildren.find(
    child => child.type === 'expression',
  );
  if (!intro || !last || !condition) return undefined;
  const between = (from: Node, to: Node) =>
    convertBetween(node, from, to, source, depth, unescape);
  return {
    kind: 'if',
    condition: convertExpression(condition, source, depth + 1),
    then: between(intro, middle ?? last),
    otherwise: middle ? between(middle, last) : [],
  };
}

function convertForDirective(
  node: Node,
  source: SourceText,
  depth: number,
  unescape: Unescape,
): HclTemplatePart | undefined {
  const intro = node.namedChildren.find(
    child => child.type === 'template_for_start',
  );
  const last = node.namedChildren.find(
    child => child.type === 'template_for_end',
  );
  const children = intro?.namedChildren ?? [];
  const names = children
    .filter(child => child.type === 'identifier')
    .map(name => source.textOf(name));
  const collection = children.find(child => child.type === 'expression');
  const valueName = names[names.length - 1];
  if (!intro || !last || !collection || valueName === undefined)
    return undefined;
  return {
    kind: 'for',
    valueName,
    collection: convertExpression(collection, source, depth + 1),
    body: convertBetween(node, intro, last, source, depth, unescape),
    ...(names.length > 1 && names[0] !== undefined && { keyName: names[0] }),
  };
}
