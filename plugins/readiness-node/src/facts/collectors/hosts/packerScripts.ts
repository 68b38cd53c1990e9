import {
  hclParser,
  type HclBlock,
  type HclExpression,
} from '../../../parsers/hcl';
import { readScript } from '../../commands/readScript';
import type { FileIndex } from '../../fileIndex';
import type { CommandFact } from '../../types/commands';
import type { HostScriptFact } from '../../types/hosts';
import { findOperatedFiles } from '../operatedFiles';

/** Commands that Packer's shell provisioners run inline, a script a file. */
export function readPackerScripts(files: FileIndex): readonly HostScriptFact[] {
  return findOperatedFiles(files, /\.pkr\.hcl$/).flatMap(
    ({ path, text = '' }) => {
      const shells = (files.parse(hclParser, path)?.blocks ?? [])
        .filter(({ type }) => type === 'build')
        .flatMap(({ body }) => body.blocks.filter(isShell));
      const commands = shells.flatMap(shell => readInline(path, shell));
      if (commands.length === 0) return [];
      const location = {
        path,
        startLine: 1,
        endLine: text.split('\n').length,
      };
      return [{ subject: path, kind: 'packer' as const, location, commands }];
    },
  );
}

function isShell({ type, labels }: HclBlock): boolean {
  return type === 'provisioner' && /^(shell|powershell)$/.test(labels[0] ?? '');
}

function readInline(path: string, { body }: HclBlock): readonly CommandFact[] {
  const lines = body.attributes.find(({ name }) => name === 'inline');
  const list = lines?.expression;
  return list?.kind === 'list'
    ? list.items.flatMap(item => readLine(path, item))
    : [];
}

/** A line with `${var.x}` is read as written. */
function readLine(path: string, item: HclExpression): readonly CommandFact[] {
  const text =
    item.kind === 'literal' ? String(item.value) : item.text.slice(1, -1);
  return readScript(text, {
    path,
    firstLine: item.startLine,
    lastLine: item.endLine,
  });
}
