import type { RepositoryLink } from './repositoryLink';

/** The URL under which Backstage's readers read the whole repository at the link's ref. */
export function formatReadUrl(
  link: Pick<RepositoryLink, 'hostType' | 'url' | 'ref'>,
): string {
  const ref = link.ref === undefined ? undefined : encodeURIComponent(link.ref);
  switch (link.hostType) {
    case 'github':
      return ref === undefined ? link.url : `${link.url}/tree/${ref}`;
    case 'gitlab':
      return ref === undefined ? link.url : `${link.url}/-/tree/${ref}`;
    case 'bitbucketCloud':
      return ref === undefined ? link.url : `${link.url}/src/${ref}`;
    case 'bitbucketServer':
      return ref === undefined
        ? `${link.url}/browse`
        : `${link.url}/browse?at=${ref}`;
    case 'azure':
      return ref === undefined
        ? link.url
        : `${link.url}?path=%2F&version=${formatAzureVersion(ref)}`;
    case 'gitea':
      // Gitea's reader takes nothing without a ref.
      return `${link.url}/src/branch/${ref ?? 'HEAD'}`;
    case 'gerrit':
      return `${link.url}/+/${link.ref ?? 'HEAD'}`;
    default:
      return assertNever(link.hostType);
  }
}

/** `GBmain`, `GTv1` or `GC<commit>`; a bare ref is a branch. */
export function formatAzureVersion(ref: string): string {
  return /^G[BTC]/.test(ref) ? ref : `GB${ref}`;
}

function assertNever(hostType: never): never {
  throw new TypeError(`Unknown host type '${hostType}'`);
}
