import { createHash } from 'node:crypto';
import type {
  UrlReaderService,
  UrlReaderServiceReadTreeOptions,
  UrlReaderServiceReadTreeResponse,
} from '@backstage/backend-plugin-api';
import { NotFoundError, NotModifiedError } from '@backstage/errors';

/** Files of a repository by path. */
export type FakeFiles = Readonly<Record<string, string>>;

/** Serves repositories from memory the way hosts' readers do, failures included. */
export class FakeUrlReader implements UrlReaderService {
  /** URLs that were read, with `304` behind unchanged ones. */
  readonly reads: string[] = [];
  private readonly failures = new Map<string, () => Error>();

  constructor(
    /** By the URL of the root at a ref, as it is read. */
    private readonly repositories: Record<string, FakeFiles>,
  ) {}

  setFiles(url: string, files: FakeFiles): void {
    this.repositories[url] = files;
  }

  /** Every read of a URL fails until the failure is taken away. */
  setFailure(url: string, createError: (() => Error) | undefined): void {
    if (createError) this.failures.set(url, createError);
    else this.failures.delete(url);
  }

  async readTree(
    url: string,
    options: UrlReaderServiceReadTreeOptions = {},
  ): Promise<UrlReaderServiceReadTreeResponse> {
    const failure = this.failures.get(url);
    if (failure) {
      this.reads.push(`${url} failed`);
      throw failure();
    }
    const files = this.repositories[url];
    if (files === undefined) {
      throw new NotFoundError(`Request failed for ${url}, 404 Not Found`);
    }
    const etag = createHash('sha1').update(JSON.stringify(files)).digest('hex');
    if (options.etag === etag) {
      this.reads.push(`${url} 304`);
      throw new NotModifiedError();
    }
    this.reads.push(url);
    const wanted = Object.entries(files).filter(
      ([path, text]) =>
        options.filter?.(path, { size: Buffer.byteLength(text) }) ?? true,
    );
    return {
      etag,
      files: async () =>
        wanted.map(([path, text]) => ({
          path,
          content: async () => Buffer.from(text),
        })),
      archive: rejectUnused,
      dir: rejectUnused,
    };
  }

  readUrl = rejectUnused;
  search = rejectUnused;
}

async function rejectUnused(): Promise<never> {
  throw new Error('Not used');
}
