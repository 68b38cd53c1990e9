import { InputError } from '@backstage/errors';
import type { RepositoryHostType, RepositoryLink } from './repositoryLink';

/** Parts of a link before they are checked. */
interface LinkParts {
  /** Segments of the path up to the repository. */
  readonly root: readonly string[];
  readonly ref?: string;
  readonly path: readonly string[];
  /** The URL names a file, so that its folder is meant. */
  readonly isFile?: boolean;
}

type LinkParser = (segments: readonly string[], url: URL) => LinkParts;

const PARSERS: Record<RepositoryHostType, LinkParser> = {
  github: parseGithub,
  gitlab: parseGitlab,
  bitbucketCloud: parseBitbucketCloud,
  bitbucketServer: parseBitbucketServer,
  azure: parseAzure,
  gitea: parseGitea,
  gerrit: parseGerrit,
};

/**
 * Parses the URL of a repository, of a folder in it, or of a file in it (then
 * its folder is meant) the way the host writes them. A ref with a slash in it
 * must be percent-encoded, since no host tells where such a ref ends.
 *
 * @throws InputError that says what is wrong, without the URL's credentials.
 */
export function parseRepositoryUrl(
  text: string,
  hostType: RepositoryHostType | undefined,
  options: { readonly isFile?: boolean } = {},
): RepositoryLink {
  const url = parseWebUrl(text);
  const segments = url.pathname.split('/').filter(Boolean);
  const type = hostType ?? guessHostType(url, segments);
  const parts = PARSERS[type](segments, url);
  const path = parts.path
    .flatMap(segment => decodeSegment(segment).split('/'))
    .filter(Boolean);
  if (path.some(segment => segment === '..' || segment === '.')) {
    throw new InputError(
      `${url.origin}${url.pathname} leaves the repository by '..'`,
    );
  }
  const isFile = parts.isFile ?? options.isFile ?? false;
  const root = parts.root.map((segment, index) =>
    index === parts.root.length - 1 ? segment.replace(/\.git$/, '') : segment,
  );
  return {
    hostType: type,
    host: url.host,
    url: `${url.origin}/${root.join('/')}`,
    ...(parts.ref !== undefined && { ref: decodeSegment(parts.ref) }),
    subPath: (isFile ? path.slice(0, -1) : path).join('/'),
  };
}

function parseWebUrl(text: string): URL {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new InputError(`'${text}' is not a URL`);
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new InputError(`${url.protocol} is neither https: nor http:`);
  }
  if (url.username || url.password) {
    throw new InputError(
      `a URL of ${url.host} contains credentials; configure an integration instead`,
    );
  }
  return url;
}

/** For hosts without an integration; readers of other plugins may serve them. */
function guessHostType(url: URL, segments: readonly string[]) {
  if (segments.includes('_git')) return 'azure';
  if (segments.includes('-')) return 'gitlab';
  if (segments.includes('+')) return 'gerrit';
  if (
    segments.includes('repos') &&
    /(^|\/)(projects|users)\//.test(url.pathname)
  ) {
    return 'bitbucketServer';
  }
  if (segments[2] === 'src') {
    return /^(branch|tag|commit)$/.test(segments[3] ?? '')
      ? 'gitea'
      : 'bitbucketCloud';
  }
  return 'github';
}

function parseGithub(segments: readonly string[], url: URL): LinkParts {
  const [owner, repository, view, ref, ...path] = segments;
  const root = requireRoot(url, owner, repository);
  if (view === undefined) return { root, path: [] };
  if (!/^(tree|blob|raw|edit)$/.test(view) || ref === undefined) {
    throw unknownForm(url, '/<owner>/<repository>/tree/<branch>/<folder>');
  }
  return { root, ref, path, isFile: view !== 'tree' };
}

function parseGitlab(segments: readonly string[], url: URL): LinkParts {
  const dash = segments.indexOf('-');
  const view =
    dash >= 0
      ? dash + 1
      : segments.findIndex(
          (segment, index) => index >= 2 && /^(tree|blob|raw)$/.test(segment),
        );
  const end = dash >= 0 ? dash : view;
  const root = end >= 0 ? segments.slice(0, end) : segments;
  if (root.length < 2) throw unknownForm(url, '/<group>/<project>');
  if (end < 0) return { root, path: [] };
  const [kind, ref, ...path] = segments.slice(view);
  if (!/^(tree|blob|raw|edit)$/.test(kind ?? '') || ref === undefined) {
    throw unknownForm(url, '/<group>/<project>/-/tree/<branch>/<folder>');
  }
  return { root, ref, path, isFile: kind !== 'tree' };
}

function parseBitbucketCloud(segments: readonly string[], url: URL): LinkParts {
  const [workspace, repository, view, ref, ...path] = segments;
  const root = requireRoot(url, workspace, repository);
  if (view === undefined) return { root, path: [] };
  if (!/^(src|raw)$/.test(view) || ref === undefined) {
    throw unknownForm(url, '/<workspace>/<repository>/src/<branch>/<folder>');
  }
  return { root, ref, path };
}

function parseBitbucketServer(
  segments: readonly string[],
  url: URL,
): LinkParts {
  const repos = segments.indexOf('repos');
  const kind = segments[repos - 2];
  const repository = segments[repos + 1];
  if (repos < 2 || !/^(projects|users)$/.test(kind ?? '') || !repository) {
    throw unknownForm(url, '/projects/<key>/repos/<repository>/browse');
  }
  const root = segments.slice(0, repos + 2);
  const [view, ...path] = segments.slice(repos + 2);
  if (view !== undefined && !/^(browse|raw)$/.test(view)) {
    throw unknownForm(
      url,
      '/projects/<key>/repos/<repository>/browse/<folder>',
    );
  }
  const at = url.searchParams.get('at') ?? undefined;
  return {
    root,
    path,
    ...(at !== undefined && { ref: encodeURIComponent(at) }),
  };
}

function parseAzure(segments: readonly string[], url: URL): LinkParts {
  const git = segments.indexOf('_git');
  if (git < 0 || segments[git + 1] === undefined) {
    throw unknownForm(url, '/<organization>/<project>/_git/<repository>');
  }
  const version = url.searchParams.get('version') ?? undefined;
  return {
    root: segments.slice(0, git + 2),
    path: (url.searchParams.get('path') ?? '')
      .split('/')
      .filter(Boolean)
      .map(encodeURIComponent),
    // Branches are the rule; tags (GT) and commits (GC) keep their prefix.
    ...(version !== undefined && {
      ref: encodeURIComponent(version.replace(/^GB/, '')),
    }),
  };
}

function parseGitea(segments: readonly string[], url: URL): LinkParts {
  const [owner, repository, view, kind, ref, ...path] = segments;
  const root = requireRoot(url, owner, repository);
  if (view === undefined) return { root, path: [] };
  if (
    !/^(src|raw)$/.test(view) ||
    !/^(branch|tag|commit)$/.test(kind ?? '') ||
    ref === undefined
  ) {
    throw unknownForm(
      url,
      '/<owner>/<repository>/src/branch/<branch>/<folder>',
    );
  }
  return { root, ref, path };
}

function parseGerrit(segments: readonly string[], url: URL): LinkParts {
  const plus = segments.indexOf('+');
  const root = plus < 0 ? segments : segments.slice(0, plus);
  if (root.length === 0)
    throw unknownForm(url, '/<project>/+/refs/heads/<branch>');
  if (plus < 0) return { root, path: [] };
  const rest = segments.slice(plus + 1);
  if (rest[0] === 'refs' && rest.length >= 3) {
    return {
      root,
      ref: encodeURIComponent(rest.slice(0, 3).join('/')),
      path: rest.slice(3),
    };
  }
  const [ref, ...path] = rest;
  return { root, path, ...(ref !== undefined && { ref }) };
}

function requireRoot(
  url: URL,
  owner: string | undefined,
  repository: string | undefined,
): readonly string[] {
  if (!owner || !repository) throw unknownForm(url, '/<owner>/<repository>');
  return [owner, repository];
}

function unknownForm(url: URL, form: string): InputError {
  return new InputError(
    `${url.origin}${url.pathname} is not of the form ${url.origin}${form}`,
  );
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
