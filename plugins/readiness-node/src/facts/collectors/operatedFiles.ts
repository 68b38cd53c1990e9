import { getRelativePath } from '../countingFiles';
import type { FileIndex } from '../fileIndex';
import { isSamplePath } from '../paths';
import type { SnapshotFile } from '../snapshot';

/** Files whose path matches; those of tests and scenarios left out. */
export function findOperatedFiles(
  files: FileIndex,
  pattern: RegExp,
): readonly SnapshotFile[] {
  return files.matching(pattern).filter(({ path }) => isOperated(files, path));
}

/** Molecule's scenarios and Kitchen's fixtures are no operation. */
function isOperated(files: FileIndex, path: string): boolean {
  const relative = getRelativePath(files, path);
  return !isSamplePath(relative) && !/(^|\/)(molecule|spec)\//.test(relative);
}
