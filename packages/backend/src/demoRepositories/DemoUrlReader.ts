import { Readable } from 'node:stream';
import {
  ReadTreeResponseFactory,
  ReadUrlResponseFactory,
} from '@backstage/backend-defaults/urlReader';
import {
  resolveSafeChildPath,
  UrlReaderService,
  UrlReaderServiceReadTreeOptions,
  UrlReaderServiceReadTreeResponse,
  UrlReaderServiceReadUrlOptions,
  UrlReaderServiceReadUrlResponse,
  UrlReaderServiceSearchOptions,
  UrlReaderServiceSearchResponse,
} from '@backstage/backend-plugin-api';
import { isError, NotFoundError, NotModifiedError } from '@backstage/errors';
import { hashRepositoryFiles, readRepositoryFolder } from './repositoryFolder';
import { parseRepositoryUrl } from './repositoryUrl';

/**
 * Serves the demo organisation's repositories from a folder, the way a real
 * host's reader would: one revision a repository, conditional reads by etag.
 */
export class DemoUrlReader implements UrlReaderService {
  constructor(
    private readonly deps: {
      /** Holds the repositories as `<owner>/<repository>`. */
      readonly folder: string;
      readonly treeResponseFactory: ReadTreeResponseFactory;
    },
  ) {}

  async readUrl(
    url: string,
    options?: UrlReaderServiceReadUrlOptions,
  ): Promise<UrlReaderServiceReadUrlResponse> {
    const { path, files, etag } = await this.readRepository(url, options?.etag);
    const file = files.find(candidate => candidate.path === path);
    if (!file) {
      throw new NotFoundError(`There is no file at ${url}`);
    }
    return ReadUrlResponseFactory.fromReadable(Readable.from([file.content]), {
      etag,
    });
  }

  async readTree(
    url: string,
    options?: UrlReaderServiceReadTreeOptions,
  ): Promise<UrlReaderServiceReadTreeResponse> {
    const { path, files, etag } = await this.readRepository(url, options?.etag);
    const folder = path ? `${path}/` : '';
    const wanted = files
      .filter(file => file.path.startsWith(folder))
      .map(file => ({ ...file, path: file.path.slice(folder.length) }))
      .filter(
        file =>
          options?.filter?.(file.path, { size: file.content.length }) ?? true,
      );
    const response = await this.deps.treeResponseFactory.fromReadableArray(
      wanted.map(file => ({
        path: file.path,
        data: Readable.from([file.content]),
      })),
    );
    // The response of an array has no etag of its own.
    return Object.assign(response, { etag });
  }

  async search(
    url: string,
    options?: UrlReaderServiceSearchOptions,
  ): Promise<UrlReaderServiceSearchResponse> {
    try {
      const { buffer, etag = '' } = await this.readUrl(url, options);
      return { files: [{ url, content: buffer }], etag };
    } catch (error) {
      if (isError(error) && error.name === 'NotFoundError') {
        return { files: [], etag: '' };
      }
      throw error;
    }
  }

  toString() {
    return `demo{folder=${this.deps.folder}}`;
  }

  private async readRepository(url: string, knownEtag: string | undefined) {
    const { owner, repository, path } = parseRepositoryUrl(url);
    const files = await readRepositoryFolder(
      resolveSafeChildPath(this.deps.folder, `${owner}/${repository}`),
    );
    const etag = hashRepositoryFiles(files);
    if (etag === knownEtag) {
      throw new NotModifiedError();
    }
    return { path, files, etag };
  }
}
