import type { YamlNode } from '../../parsers/yaml';
import type { CommandFact } from '../types/commands';
import { readScript } from './readScript';

/** Commands of a scalar that holds a shell script, with the lines of its file. */
export function readYamlScript(
  node: YamlNode,
  path: string,
): readonly CommandFact[] {
  if (node.kind !== 'scalar' || node.value === null) return [];
  const isBlock = node.endLine > node.startLine && node.text.includes('\n');
  const isFoldedBlock =
    node.endLine > node.startLine && !node.text.trimEnd().includes('\n');
  const firstLine =
    isBlock || isFoldedBlock ? node.startLine + 1 : node.startLine;
  return readScript(node.text, {
    path,
    firstLine,
    lastLine: Math.max(firstLine, node.endLine),
  });
}
