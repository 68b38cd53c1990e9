import type { FileIndex } from './fileIndex';
import { isDevelopmentPath, isSamplePath } from './paths';
import type { SnapshotFile } from './snapshot';

/**
 * Files that match and may count against somebody: those of tests, fixtures,
 * examples and development containers are left out, unless they are all there
 * is or the linked folder lies inside them.
 */
export function selectCountingFiles(
  files: FileIndex,
  pattern: RegExp,
): readonly SnapshotFile[] {
  const matching = files
    .matching(pattern)
    .filter(file => !isDevelopmentPath(file.path));
  const counting = matching.filter(
    file => !isSamplePath(getRelativePath(files, file.path)),
  );
  return counting.length > 0 ? counting : matching;
}

/** The path from the linked folder on. */
export function getRelativePath(files: FileIndex, path: string): string {
  const prefix = files.subPath === '' ? '' : `${files.subPath}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : path;
}
