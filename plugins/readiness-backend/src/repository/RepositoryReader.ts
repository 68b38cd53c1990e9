import type {
  UrlReaderService,
  UrlReaderServiceReadTreeResponseFile,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import {
  createSnapshotFile,
  Snapshot,
  SnapshotFile,
} from 'backstage-plugin-readiness-node';
import { formatReadUrl } from './formatReadUrl';
import { classifyReadError, ReadFailure } from './readFailure';
import type { RepositoryLink } from './repositoryLink';
import { ReadLimits, TreeFilter } from './treeFilter';

const EMPTY = new Uint8Array();

/** What became of reading a repository. */
export type ReadResult =
  | { readonly status: 'unchanged' }
  | {
      readonly status: 'read';
      readonly snapshot: Snapshot;
      /** For the next conditional read; the revision, as readers have it. */
      readonly etag: string | undefined;
    }
  | { readonly status: 'failed'; readonly failure: ReadFailure };

/** What to read: one repository at one ref. */
export type RepositoryToRead = Pick<RepositoryLink, 'hostType' | 'url' | 'ref'>;

/**
 * Reads the files of a repository at a ref, as far as the limits let them in.
 * Expected failures are values.
 */
export class RepositoryReader {
  constructor(
    private readonly options: {
      readonly urlReader: UrlReaderService;
      readonly limits: ReadLimits;
      readonly timeoutMilliseconds: number;
    },
  ) {}

  /** With an `etag`, an unchanged repository costs one request and no files. */
  async read(
    repository: RepositoryToRead,
    etag: string | undefined,
  ): Promise<ReadResult> {
    const timeout = AbortSignal.timeout(this.options.timeoutMilliseconds);
    try {
      return await Promise.race([
        this.readTree(repository, etag, timeout),
        rejectOnAbort(timeout, this.options.timeoutMilliseconds),
      ]);
    } catch (error) {
      if (isError(error) && error.name === 'NotModifiedError') {
        return { status: 'unchanged' };
      }
      return { status: 'failed', failure: classifyReadError(error) };
    }
  }

  private async readTree(
    repository: RepositoryToRead,
    etag: string | undefined,
    signal: AbortSignal,
  ): Promise<ReadResult> {
    const filter = new TreeFilter(this.options.limits);
    const tree = await this.options.urlReader.readTree(
      formatReadUrl(repository),
      {
        filter: (path, info) => filter.accept(path, info?.size ?? 0),
        signal,
        ...(etag !== undefined && { etag }),
      },
    );
    const files = await readFiles(await tree.files());
    if (files.length + filter.withheld.length === 0) {
      // This is how a login page in place of an archive looks.
      return fail('The archive has no files; is the token still valid?');
    }
    const revision = tree.etag || undefined;
    return {
      status: 'read',
      etag: revision,
      snapshot: {
        repository: repository.url,
        files: [...files, ...filter.withheld].sort(byPath),
        ...(revision !== undefined && { revision }),
        ...(filter.truncatedBy !== undefined && {
          truncatedBy: filter.truncatedBy,
        }),
      },
    };
  }
}

async function readFiles(
  files: readonly UrlReaderServiceReadTreeResponseFile[],
): Promise<SnapshotFile[]> {
  const snapshotFiles: SnapshotFile[] = [];
  for (const file of files) {
    const content = await file.content();
    // An empty file's content is an empty array with some readers.
    snapshotFiles.push(
      createSnapshotFile(file.path, content.length === 0 ? EMPTY : content),
    );
  }
  return snapshotFiles;
}

function byPath(a: SnapshotFile, b: SnapshotFile): number {
  if (a.path === b.path) return 0;
  return a.path < b.path ? -1 : 1;
}

function fail(message: string): ReadResult {
  return { status: 'failed', failure: { scope: 'repository', message } };
}

function rejectOnAbort(
  signal: AbortSignal,
  milliseconds: number,
): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () =>
      reject(
        new Error(
          `Reading timed out after ${Math.round(milliseconds / 1000)} s`,
        ),
      ),
    );
  });
}
