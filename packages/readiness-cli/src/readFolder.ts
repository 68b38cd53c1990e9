import { execFileSync } from 'node:child_process';
import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import {
  createSnapshotFile,
  isIgnoredPath,
  type Snapshot,
  type SnapshotFile,
} from 'backstage-plugin-readiness-node';

const MAXIMUM_FILES = 20_000;
const MAXIMUM_BYTES = 200 * 1024 * 1024;
const MAXIMUM_FILE_BYTES = 5 * 1024 * 1024;
const MAXIMUM_DEPTH = 40;

/**
 * The files of a folder as a snapshot. Inside a git work tree these are the
 * files git knows or would add, otherwise all of them. Links are not followed.
 *
 * @throws InputError when the folder cannot be read.
 */
export function readFolder(folder: string): Snapshot {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new InputError(`${folder} is not a folder that can be read`);
  }
  const files: SnapshotFile[] = [];
  let bytes = 0;
  let isTooDeep = false;
  for (const path of listGitFiles(folder) ?? walk(folder, '', 0)) {
    if (isIgnoredPath(path)) continue;
    if (path.split('/').length > MAXIMUM_DEPTH) {
      isTooDeep = true;
      continue;
    }
    if (files.length >= MAXIMUM_FILES)
      return { files, truncatedBy: `${MAXIMUM_FILES} files` };
    if (bytes > MAXIMUM_BYTES)
      return { files, truncatedBy: `${MAXIMUM_BYTES / 1024 / 1024} MiB` };
    const file = readOne(folder, path);
    if (file === undefined) continue;
    bytes += file.text === undefined ? 0 : file.size;
    files.push(file);
  }
  return {
    files,
    ...(isTooDeep && { truncatedBy: `${MAXIMUM_DEPTH} nested folders` }),
  };
}

/** Files git tracks or would add; undefined outside a work tree or when git ignores the folder itself. */
function listGitFiles(folder: string): readonly string[] | undefined {
  try {
    const listed = execFileSync(
      'git',
      ['ls-files', '-coz', '--exclude-standard'],
      {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: MAXIMUM_BYTES,
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    const paths = listed.split('\0').filter(Boolean);
    return paths.length === 0 ? undefined : [...new Set(paths)].sort();
  } catch {
    // No git, or no work tree: the folder is walked instead.
    return undefined;
  }
}

function* walk(
  root: string,
  relative: string,
  depth: number,
): Generator<string> {
  if (depth > 2 * MAXIMUM_DEPTH) return;
  const entries = readdirSync(join(root, relative), { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = relative === '' ? entry.name : `${relative}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!isIgnoredPath(`${path}/`)) yield* walk(root, path, depth + 1);
    } else {
      yield path;
    }
  }
}

function readOne(root: string, path: string): SnapshotFile | undefined {
  const full = join(root, path);
  const stats = lstatSync(full, { throwIfNoEntry: false });
  if (stats === undefined || stats.isDirectory()) return undefined;
  if (!stats.isFile()) return { path, size: 0, withheld: 'link' };
  if (stats.size > MAXIMUM_FILE_BYTES)
    return { path, size: stats.size, withheld: 'too-large' };
  try {
    return createSnapshotFile(path, readFileSync(full));
  } catch {
    return { path, size: stats.size, withheld: 'unreadable' };
  }
}
