import { InputError } from '@backstage/errors';

/** What a URL of the demo organisation's host points at. */
export interface RepositoryUrl {
  readonly owner: string;
  readonly repository: string;
  /** Path inside the repository, without slashes at its ends; empty for the root. */
  readonly path: string;
}

const PATTERN =
  /^\/(?<owner>[^/]+)\/(?<repository>[^/]+)(?:\/(?:tree|blob|raw|edit)\/[^/]+(?:\/(?<path>.*))?)?$/;

/**
 * Parses `https://<host>/<owner>/<repository>[/tree|blob/<branch>[/<path>]]`.
 * The branch is dropped: a demo repository has one state, that on disk.
 */
export function parseRepositoryUrl(url: string): RepositoryUrl {
  const pathname = decodeURIComponent(new URL(url).pathname).replace(
    /\/+$/,
    '',
  );
  const { owner, repository, path = '' } = PATTERN.exec(pathname)?.groups ?? {};
  if (!owner || !repository) {
    throw new InputError(
      `${url} is not of the form https://<host>/<owner>/<repository>/tree/<branch>/<path>`,
    );
  }
  return { owner, repository, path };
}
