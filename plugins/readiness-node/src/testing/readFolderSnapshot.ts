import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createSnapshotFile } from '../facts/createSnapshotFile';
import type { Snapshot } from '../facts/snapshot';

/** The files of a folder of test data, in path order. @public */
export function readFolderSnapshot(folder: string): Snapshot {
  return {
    files: readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .sort()
      .map(path =>
        createSnapshotFile(relative(folder, path), readFileSync(path)),
      ),
  };
}
