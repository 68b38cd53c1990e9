import type { TerraformFiles } from './files';
import { isSamplePath, joinPath } from '../paths';
import type { ModuleDefinition } from './module/definition';
import type { HclExpression } from '../../parsers/hcl';

/**
 * Folders whose modules nobody else in scope calls: those Terraform is run in,
 * and modules made for others. A module that only examples and tests call is
 * one of them. Of modules that call each other in a circle the first counts.
 */
export function findRootFolders(
  files: TerraformFiles,
  alsoCalled: readonly string[] = [],
): readonly string[] {
  const folders = files.foldersInScope;
  const calls = new Map(
    folders.map(folder => [folder, localCalls(files.module(folder))]),
  );
  const called = new Set(alsoCalled);
  for (const [folder, targets] of calls) {
    const isSample = isSampleFolder(folder, files.index.subPath);
    for (const target of targets) {
      const isOwn = target === folder;
      const sampleCallsReal =
        isSample && !isSampleFolder(target, files.index.subPath);
      if (!isOwn && !sampleCallsReal) called.add(target);
    }
  }
  const roots = folders.filter(folder => !called.has(folder));
  const reached = new Set<string>(alsoCalled);
  roots.forEach(root => reach(root, files, reached));
  for (const folder of folders) {
    if (reached.has(folder)) continue;
    roots.push(folder);
    reach(folder, files, reached);
  }
  return withoutSamples(roots.sort(), files.index.subPath);
}

/** Samples count only when nothing else is there. */
function withoutSamples(
  roots: readonly string[],
  subPath: string,
): readonly string[] {
  const real = roots.filter(root => !isSampleFolder(root, subPath));
  return real.length > 0 ? real : roots;
}

/** Whether a folder is an example or test, seen from the linked sub-path. */
export function isSampleFolder(folder: string, subPath: string): boolean {
  const relative =
    subPath !== '' && folder.startsWith(subPath)
      ? folder.slice(subPath.length)
      : folder;
  return isSamplePath(`${relative}/`);
}

function reach(
  folder: string,
  files: TerraformFiles,
  reached: Set<string>,
): void {
  const pending = [folder];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (reached.has(next) && next !== folder) continue;
    reached.add(next);
    pending.push(
      ...localCalls(files.module(next)).filter(target => !reached.has(target)),
    );
  }
}

/** Folders a module calls by relative path. */
export function localCalls(
  module: ModuleDefinition | undefined,
): readonly string[] {
  if (!module) return [];
  return [...module.calls.values()].flatMap(({ block }) => {
    const source = block.body.attributes.find(
      attribute => attribute.name === 'source',
    )?.expression;
    const text = literalText(source);
    if (text === undefined || !/^\.\.?(\/|$)/.test(text)) return [];
    const folder = joinPath(module.folder, text);
    return folder === undefined ? [] : [folder];
  });
}

function literalText(
  expression: HclExpression | undefined,
): string | undefined {
  return expression?.kind === 'literal' && typeof expression.value === 'string'
    ? expression.value
    : undefined;
}
