import type { FileIndex } from '../../fileIndex';
import { getFolder } from '../../paths';
import type { DependencyFact } from '../../types/packages';
import { at, findBeside, getAncestors, type PackageDraft } from './draft';

/** `go.mod`; `go.sum` stands beside it, or a `go.work.sum` above. */
export function readGoModule(
  files: FileIndex,
  path: string,
): PackageDraft | undefined {
  const text = files.get(path)?.text;
  if (text === undefined) return undefined;
  const dependencies: DependencyFact[] = [];
  let isInside = false;
  text.split(/\r?\n/).forEach((line, index) => {
    if (/^\s*require\s*\(/.test(line)) isInside = true;
    else if (/^\s*\)/.test(line)) isInside = false;
    const match =
      /^\s*(require\s+)?([\w.~-]+(?:\/[\w.~-]+)*)\s+(v[\w.+-]+)(\s*\/\/ indirect)?/.exec(
        line,
      );
    const [, keyword, name, version, indirect] = match ?? [];
    if (
      name === undefined ||
      version === undefined ||
      (!isInside && keyword === undefined)
    )
      return;
    if (indirect === undefined)
      dependencies.push({
        name,
        version,
        isDevelopment: false,
        location: at(path, index + 1),
      });
  });
  const folder = getFolder(path);
  const workspace = getAncestors(path)
    .map(ancestor => findBeside(files, ancestor, ['go.work.sum']))
    .find(found => found !== undefined);
  return {
    ecosystem: 'go',
    path,
    name: /^\s*module\s+(\S+)/m.exec(text)?.[1],
    dependencies,
    lockNames: ['go.sum'],
    lock: findBeside(files, folder, ['go.sum']) ?? workspace,
  };
}
