import type { Node } from 'web-tree-sitter';
import { convertExpression, invalid, written } from './convertExpression';
import type { Written } from './convertExpression';
import type { SourceText } from './sourceText';
import type { HclExpression, HclObjectEntry } from './syntax';

/** `{ key = value, … }`. */
export function convertObject(
  node: Node,
  source: SourceText,
  depth: number,
  at: Written,
): HclExpression {
  const entries: HclObjectEntry[] = [];
  for (const element of node.namedChildren) {
    if (element.type !== 'object_elem') continue;
    const [key, value] = element.namedChildren.filter(
      child => child.type === 'expression',
    );
    if (!key || !value) continue;
    entries.push({
      key: convertKey(key, source, depth),
      value: convertExpression(value, source, depth + 1),
      ...source.range(element),
    });
  }
  return { kind: 'object', entries, ...at };
}

/** A bare word is text, `(word)` an expression; a dotted path is one too. */
function convertKey(
  node: Node,
  source: SourceText,
  depth: number,
): HclExpression {
  const at = written(node, source);
  if (/^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(at.text)) {
    return { kind: 'literal', value: at.text, ...at };
  }
  return convertExpression(node, source, depth + 1);
}

/** `[for …]` and `{for …}`. */
export function convertFor(
  node: Node,
  source: SourceText,
  depth: number,
  at: Written,
): HclExpression {
  const inner = node.namedChildren[0];
  const children = inner?.namedChildren ?? [];
  const intro = children.find(child => child.type === 'for_intro');
  const results = children.filter(child => child.type === 'expression');
  const introChildren = intro?.namedChildren ?? [];
  const names = introChildren
    .filter(child => child.type === 'identifier')
    .map(name => source.textOf(name));
  const collection = introChildren.find(child => child.type === 'expression');
  const isObject = inner?.type === 'for_object_expr';
  const [keyResult, valueResult] = isObject ? results : [undefined, results[0]];
  const valueName = names[names.length - 1];
  if (!collection || !valueResult || valueName === undefined)
    return invalid(at);
  const condition = children
    .find(child => child.type === 'for_cond')
    ?.namedChildren.find(child => child.type === 'expression');
  const convert = (expression: Node) =>
    convertExpression(expression, source, depth + 1);
  return {
    kind: 'for',
    valueName,
    collection: convert(collection),
    valueResult: convert(valueResult),
    isGrouped: children.some(child => child.type === 'ellipsis'),
    ...(names.length > 1 && names[0] !== undefined && { keyName: names[0] }),
    ...(keyResult && { keyResult: convert(keyResult) }),
    ...(condition && { condition: convert(condition) }),
    ...at,
  };
}
