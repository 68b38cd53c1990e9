/** How a host writes the URLs of repositories, folders and lines. */
export type RepositoryHostType =
  | 'github'
  | 'gitlab'
  | 'bitbucketCloud'
  | 'bitbucketServer'
  | 'azure'
  | 'gitea'
  | 'gerrit';

/** What a URL of an annotation points at. */
export interface RepositoryLink {
  readonly hostType: RepositoryHostType;
  readonly host: string;
  /** URL of the repository's root, without a slash at its end. */
  readonly url: string;
  /** Branch, tag or commit the URL names; absent for the default branch. */
  readonly ref?: string;
  /** Folder inside the repository, without slashes at its ends; empty for the root. */
  readonly subPath: string;
}

/** One repository at one ref: what is read once, whoever links it. */
export function formatRepositoryId(link: {
  readonly url: string;
  readonly ref?: string;
}): string {
  return link.ref === undefined ? link.url : `${link.url}#${link.ref}`;
}

const HOST_TYPES: readonly RepositoryHostType[] = [
  'github',
  'gitlab',
  'bitbucketCloud',
  'bitbucketServer',
  'azure',
  'gitea',
  'gerrit',
];

/** A text as a host type, when it is one. */
export function findHostTypeNamed(
  text: string | undefined,
): RepositoryHostType | undefined {
  return HOST_TYPES.find(known => known === text);
}

/** A stored host type; those of other versions read like GitHub's. */
export function toHostType(text: string): RepositoryHostType {
  return findHostTypeNamed(text) ?? 'github';
}
