import type { Node } from 'web-tree-sitter';
import { convertExpression } from './convertExpression';
import { unescapeQuoted } from './convertTemplate';
import type { SourceText } from './sourceText';
import type { HclAttribute, HclBlock, HclBody } from './syntax';

/** Blocks nested more deeply than this are dropped. */
const MAX_BLOCK_DEPTH = 40;

/** The attributes and blocks among some syntax nodes, skipping what is broken. */
export function convertBody(
  nodes: readonly Node[],
  source: SourceText,
  range: { readonly startLine: number; readonly endLine: number },
  depth = 0,
): HclBody {
  const attributes: HclAttribute[] = [];
  const blocks: HclBlock[] = [];
  for (const node of nodes) {
    if (node.type === 'attribute') {
      const attribute = convertAttribute(node, source);
      if (attribute) attributes.push(attribute);
    } else if (node.type === 'block' && depth < MAX_BLOCK_DEPTH) {
      const block = convertBlock(node, source, depth);
      if (block) blocks.push(block);
    }
  }
  return { attributes, blocks, ...range };
}

function convertAttribute(
  node: Node,
  source: SourceText,
): HclAttribute | undefined {
  const children = node.namedChildren;
  const name = children.find(child => child.type === 'identifier');
  const expression = children.find(child => child.type === 'expression');
  if (!name || !expression) return undefined;
  return {
    name: source.textOf(name),
    expression: convertExpression(expression, source, 0),
    ...source.range(node),
  };
}

function convertBlock(
  node: Node,
  source: SourceText,
  depth: number,
): HclBlock | undefined {
  const [type, ...rest] = node.namedChildren;
  if (type?.type !== 'identifier') return undefined;
  const labels: string[] = [];
  let inner: readonly Node[] = [];
  for (const child of rest) {
    if (child.type === 'identifier') labels.push(source.textOf(child));
    if (child.type === 'string_lit') labels.push(convertLabel(child, source));
    if (child.type === 'body') inner = child.namedChildren;
  }
  const range = source.range(node);
  const body = convertBody(inner, source, range, depth + 1);
  return { type: source.textOf(type), labels, body, ...range };
}

function convertLabel(node: Node, source: SourceText): string {
  return unescapeQuoted(source.textOf(node).slice(1, -1));
}
