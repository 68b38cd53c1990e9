import type { Node } from 'web-tree-sitter';
import type { ParseFailure } from '../parser';
import type { SourceText } from './sourceText';

const MAX_VISITED = 20_000;

/** The errors of a tree with their lines, first ones first. */
export function findFailures(
  root: Node,
  source: SourceText,
  limit: number,
): readonly ParseFailure[] {
  const failures: ParseFailure[] = [];
  const pending: Node[] = [root];
  for (
    let visited = 0;
    visited < MAX_VISITED && failures.length < limit;
    visited++
  ) {
    const node = pending.pop();
    if (!node) break;
    if (node.isError) {
      failures.push({
        message: describeError(node, source),
        line: source.startLine(node),
      });
    } else if (node.isMissing) {
      failures.push({
        message: `'${node.type}' is missing`,
        line: source.startLine(node),
      });
    } else if (node.hasError) {
      pending.push(...node.children.slice().reverse());
    }
  }
  if (failures.length === 0)
    failures.push({ message: 'syntax error', line: source.startLine(root) });
  return failures;
}

function describeError(node: Node, source: SourceText): string {
  const [firstLine = ''] = source.textOf(node).trim().split('\n');
  return firstLine === ''
    ? 'unexpected end'
    : `unexpected '${firstLine.slice(0, 60)}'`;
}
