import { createSnapshotFile } from '../facts/createSnapshotFile';
import type { Snapshot } from '../facts/snapshot';

/** A snapshot of files written in a test: path → text. @public */
export function createSnapshot(
  files: Readonly<Record<string, string>>,
  options: Omit<Snapshot, 'files'> = {},
): Snapshot {
  return {
    ...options,
    files: Object.entries(files)
      .map(([path, text]) => createSnapshotFile(path, Buffer.from(text)))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}
