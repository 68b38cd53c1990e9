import type { Node } from 'web-tree-sitter';
import { convertFor, convertObject } from './convertCollection';
import {
  convertHeredoc,
  convertQuoted,
  unescapeQuoted,
} from './convertTemplate';
import type { SourceText } from './sourceText';
import type { HclExpression, HclSplatStep } from './syntax';

/** Expressions nested more deeply than this are `invalid`. */
const MAX_DEPTH = 120;

/** Where an expression stands and how it is written. */
export interface Written {
  readonly startLine: number;
  readonly endLine: number;
  readonly text: string;
}

/** The lines and text of a node. */
export function written(node: Node, source: SourceText): Written {
  return { text: source.textOf(node), ...source.range(node) };
}

/** An expression that could not be read. */
export function invalid(at: Written): HclExpression {
  return { kind: 'invalid', ...at };
}

/** Converts an `expression` node: one term followed by steps, or a conditional. */
export function convertExpression(
  node: Node,
  source: SourceText,
  depth: number,
): HclExpression {
  if (depth > MAX_DEPTH) return invalid(written(node, source));
  const children = node.children;
  const opening = children[0];
  if (opening?.type === '(')
    return convertTerms(withoutParentheses(children), node, source, depth);
  return convertTerms(children, node, source, depth);
}

/**
 * `( expression ) .step [index]`: parentheses vanish, the steps stay. The
 * grammar has no node of its own for them.
 */
function withoutParentheses(children: readonly Node[]): readonly Node[] {
  return children.filter(child => child.type !== '(' && child.type !== ')');
}

/** Converts a term and the accesses, indices and splats that follow it. */
export function convertTerms(
  nodes: readonly Node[],
  parent: Node,
  source: SourceText,
  depth: number,
): HclExpression {
  const [first, ...steps] = nodes.filter(node => node.type !== 'comment');
  if (!first) return invalid(written(parent, source));
  let expression = convertTerm(first, source, depth + 1);
  for (const step of steps) {
    const { startLine } = expression;
    const text = source.slice(first.startIndex, step.endIndex);
    const at = { startLine, endLine: source.range(step).endLine, text };
    expression = convertStep(expression, step, at, source, depth);
  }
  return expression;
}

function convertStep(
  object: HclExpression,
  step: Node,
  at: Written,
  source: SourceText,
  depth: number,
): HclExpression {
  if (step.type === 'get_attr')
    return { kind: 'access', object, name: accessName(step, source), ...at };
  if (step.type === 'index')
    return { kind: 'index', object, key: indexKey(step, source, depth), ...at };
  if (step.type === 'splat')
    return {
      kind: 'splat',
      object,
      steps: splatSteps(step, source, depth),
      ...at,
    };
  return invalid(at);
}

function accessName(node: Node, source: SourceText): string {
  return source.textOf(node).replace(/^\s*\.\s*/, '');
}

function indexKey(
  node: Node,
  source: SourceText,
  depth: number,
): HclExpression {
  const inner = node.namedChildren[0];
  const expression = inner?.namedChildren.find(
    child => child.type === 'expression',
  );
  if (expression) return convertExpression(expression, source, depth + 1);
  const at = written(node, source);
  const digits = /\d+/.exec(at.text);
  return digits
    ? { kind: 'literal', value: Number(digits[0]), ...at }
    : invalid(at);
}

function splatSteps(
  node: Node,
  source: SourceText,
  depth: number,
): readonly HclSplatStep[] {
  const steps = node.namedChildren[0]?.namedChildren ?? [];
  return steps.flatMap((step): HclSplatStep[] => {
    if (step.type === 'get_attr')
      return [{ kind: 'access', name: accessName(step, source) }];
    if (step.type === 'index')
      return [{ kind: 'index', key: indexKey(step, source, depth) }];
    return [];
  });
}

function convertTerm(
  node: Node,
  source: SourceText,
  depth: number,
): HclExpression {
  const at = written(node, source);
  if (depth > MAX_DEPTH) return invalid(at);
  switch (node.type) {
    case 'expression':
      return convertExpression(node, source, depth);
    case 'literal_value':
      return convertLiteral(node, at);
    case 'variable_expr':
      return { kind: 'variable', name: at.text, ...at };
    case 'template_expr':
      return convertTemplate(node, source, depth, at);
    case 'collection_value':
      return convertCollection(node, source, depth, at);
    case 'function_call':
      return convertCall(node, source, depth, at);
    case 'for_expr':
      return convertFor(node, source, depth, at);
    case 'operation':
      return convertOperation(node, source, depth, at);
    case 'conditional':
      return convertConditional(node, source, depth, at);
    default:
      return invalid(at);
  }
}

function convertLiteral(node: Node, at: Written): HclExpression {
  switch (node.namedChildren[0]?.type) {
    case 'numeric_lit':
      return { kind: 'literal', value: Number(at.text), ...at };
    case 'bool_lit':
      return { kind: 'literal', value: at.text === 'true', ...at };
    case 'null_lit':
      return { kind: 'literal', value: null, ...at };
    case 'string_lit':
      return {
        kind: 'literal',
        value: unescapeQuoted(at.text.slice(1, -1)),
        ...at,
      };
    default:
      return invalid(at);
  }
}

function convertTemplate(
  node: Node,
  source: SourceText,
  depth: number,
  at: Written,
): HclExpression {
  const inner = node.namedChildren[0];
  if (!inner) return invalid(at);
  const parts =
    inner.type === 'heredoc_template'
      ? convertHeredoc(inner, source, depth + 1)
      : convertQuoted(inner, source, depth + 1);
  const [only, ...more] = parts;
  if (!only) return { kind: 'literal', value: '', ...at };
  if (only.kind === 'text' && more.length === 0)
    return { kind: 'literal', value: only.value, ...at };
  return { kind: 'template', parts, ...at };
}

function convertCollection(
  node: Node,
  source: SourceText,
  depth: number,
  at: Written,
): HclExpression {
  const inner = node.namedChildren[0];
  if (inner?.type === 'object') return convertObject(inner, source, depth, at);
  if (inner?.type !== 'tuple') return invalid(at);
  const items = inner.namedChildren
    .filter(child => child.type === 'expression')
    .map(child => convertExpression(child, source, depth + 1));
  return { kind: 'list', items, ...at };
}

function convertCall(
  node: Node,
  source: SourceText,
  depth: number,
  at: Written,
): HclExpression {
  const children = node.namedChildren;
  const name = children[0];
  const list =
    children.find(child => child.type === 'function_arguments')
      ?.namedChildren ?? [];
  if (!name) return invalid(at);
  return {
    kind: 'call',
    name: source.textOf(name).replace(/^core::/, ''),
    arguments: list
      .filter(child => child.type === 'expression')
      .map(child => convertExpression(child, source, depth + 1)),
    isSpread: list.some(child => child.type === 'ellipsis'),
    ...at,
  };
}

function convertConditional(
  node: Node,
  source: SourceText,
  depth: number,
  at: Written,
): HclExpression {
  const [condition, then, otherwise] = node.namedChildren
    .filter(child => child.type === 'expression')
    .map(child => convertExpression(child, source, depth + 1));
  if (!condition || !then || !otherwise) return invalid(at);
  return { kind: 'conditional', condition, then, otherwise, ...at };
}

const OPERATORS = new Set([
  '-',
  '!',
  '*',
  '/',
  '%',
  '+',
  '>',
  '>=',
  '<',
  '<=',
  '==',
  '!=',
  '&&',
  '||',
]);

function convertOperation(
  node: Node,
  source: SourceText,
  depth: number,
  at: Written,
): HclExpression {
  const inner = node.namedChildren[0];
  if (!inner) return invalid(at);
  const children = withoutParentheses(inner.children).filter(
    child => child.type !== 'comment',
  );
  const position = children.findIndex(
    child => !child.isNamed && OPERATORS.has(child.type),
  );
  const operator = children[position]?.type;
  if (operator === undefined) return invalid(at);
  const right = convertTerms(
    children.slice(position + 1),
    inner,
    source,
    depth + 1,
  );
  if (inner.type === 'unary_operation')
    return { kind: 'unary', operator, operand: right, ...at };
  const left = convertTerms(
    children.slice(0, position),
    inner,
    source,
    depth + 1,
  );
  return { kind: 'binary', operator, left, right, ...at };
}
