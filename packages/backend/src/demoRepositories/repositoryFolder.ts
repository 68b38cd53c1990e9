import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { isError, NotFoundError } from '@backstage/errors';

export interface RepositoryFile {
  /** Path inside the repository, with forward slashes. */
  readonly path: string;
  readonly content: Buffer;
}

/** Reads every file below a repository's folder, in the order of their paths. */
export async function readRepositoryFolder(
  folder: string,
): Promise<readonly RepositoryFile[]> {
  const paths = await listFiles(folder);
  return Promise.all(
    paths.map(async path => ({
      path,
      content: await readFile(join(folder, path)),
    })),
  );
}

/**
 * A repository's revision: forty hexadecimal digits, as of a commit, that
 * change when any file does. Contents are hashed rather than times of change,
 * so that two clones agree.
 */
export function hashRepositoryFiles(files: readonly RepositoryFile[]): string {
  const hash = createHash('sha1');
  for (const { path, content } of files) {
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, {
      recursive: true,
      withFileTypes: true,
    });
    return entries
      .filter(entry => entry.isFile())
      .map(entry => relative(folder, join(entry.parentPath, entry.name)))
      .map(path => path.split(sep).join('/'))
      .sort();
  } catch (error) {
    if (
      isError(error) &&
      (error.code === 'ENOENT' || error.code === 'ENOTDIR')
    ) {
      throw new NotFoundError(`There is no demo repository at ${folder}`);
    }
    throw error;
  }
}
