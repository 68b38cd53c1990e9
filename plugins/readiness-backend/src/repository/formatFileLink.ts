import type { ScmIntegrationRegistry } from '@backstage/integration';
import { findHostType } from './findHostType';
import { formatAzureVersion } from './formatReadUrl';
import type { RepositoryHostType } from './repositoryLink';

/** Where a file was read from. */
export interface FileSource {
  /** URL of the repository's root. */
  readonly repository: string;
  readonly revision?: string;
  readonly ref?: string;
}

/** The lines to show, counted from 1, both included. */
export interface LineRange {
  readonly startLine: number;
  readonly endLine: number;
}

interface LinkParts {
  readonly root: string;
  /** Percent-encoded. */
  readonly path: string;
  /** Percent-encoded commit, or the ref when the revision is none. */
  readonly version?: string;
  readonly isCommit: boolean;
  readonly lines: LineRange;
}

const FORMATTERS: Record<RepositoryHostType, (parts: LinkParts) => string> = {
  github: formatGithub,
  gitlab: formatGitlab,
  bitbucketCloud: formatBitbucketCloud,
  bitbucketServer: formatBitbucketServer,
  azure: formatAzure,
  gitea: formatGitea,
  gerrit: formatGerrit,
};

/**
 * Formats the link to lines of a file at the revision it was read at: at the
 * commit when the revision is one, else at the ref of the link, else at the
 * default branch. For other hosts `ScmIntegrations.resolveUrl` decides.
 */
export function formatFileLink(
  source: FileSource,
  path: string,
  lines: LineRange,
  integrations: ScmIntegrationRegistry,
): string {
  const isCommit = isCommitSha(source.revision);
  const version = isCommit ? source.revision : source.ref;
  const hostType = findHostType(source.repository, integrations);
  if (hostType === undefined) {
    return integrations.resolveUrl({
      url: `/${path}`,
      base: `${source.repository}/tree/${version ?? 'HEAD'}/`,
      lineNumber: lines.startLine,
    });
  }
  return FORMATTERS[hostType]({
    root: source.repository,
    path: encodePath(path),
    ...(version !== undefined && { version: encodeURIComponent(version) }),
    isCommit,
    lines,
  });
}

/** SHA-1, SHA-256, or the 12 characters that Bitbucket gives. */
function isCommitSha(revision: string | undefined): boolean {
  return (
    revision !== undefined &&
    /^(?:[0-9a-f]{12}|[0-9a-f]{40}|[0-9a-f]{64})$/.test(revision)
  );
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** Rendered formats have no line anchors; this asks for the source. */
function isRendered(path: string): boolean {
  return /\.(md|markdown|adoc|rst)$/i.test(path);
}

function formatGithub({ root, path, version, lines }: LinkParts): string {
  const plain = isRendered(path) ? '?plain=1' : '';
  return `${root}/blob/${version ?? 'HEAD'}/${path}${plain}${formatLines(
    lines,
    '#L',
    '-L',
  )}`;
}

function formatGitlab({ root, path, version, lines }: LinkParts): string {
  const plain = isRendered(path) ? '?plain=1' : '';
  return `${root}/-/blob/${version ?? 'HEAD'}/${path}${plain}${formatLines(
    lines,
    '#L',
    '-',
  )}`;
}

function formatBitbucketCloud({
  root,
  path,
  version,
  lines,
}: LinkParts): string {
  return `${root}/src/${version ?? 'HEAD'}/${path}${formatLines(
    lines,
    '#lines-',
    ':',
  )}`;
}

function formatBitbucketServer({
  root,
  path,
  version,
  lines,
}: LinkParts): string {
  const at = version === undefined ? '' : `?at=${version}`;
  return `${root}/browse/${path}${at}${formatLines(lines, '#', '-')}`;
}

function formatAzure({
  root,
  path,
  version,
  isCommit,
  lines,
}: LinkParts): string {
  const query = [`path=/${path}`];
  if (version !== undefined) {
    query.push(
      `version=${isCommit ? `GC${version}` : formatAzureVersion(version)}`,
    );
  }
  // The selection ends before the first column of the line after the last.
  query.push(
    `line=${lines.startLine}`,
    `lineEnd=${lines.endLine + 1}`,
    'lineStartColumn=1',
    'lineEndColumn=1',
  );
  return `${root}?${query.join('&')}`;
}

function formatGitea({
  root,
  path,
  version,
  isCommit,
  lines,
}: LinkParts): string {
  const kind = isCommit ? 'commit' : 'branch';
  const plain = isRendered(path) ? '?display=source' : '';
  return `${root}/src/${kind}/${version ?? 'HEAD'}/${path}${plain}${formatLines(
    lines,
    '#L',
    '-L',
  )}`;
}

function formatGerrit({ root, path, version, lines }: LinkParts): string {
  return `${root}/+/${decodeURIComponent(version ?? 'HEAD')}/${path}#${
    lines.startLine
  }`;
}

function formatLines(
  { startLine, endLine }: LineRange,
  prefix: string,
  separator: string,
): string {
  return endLine > startLine
    ? `${prefix}${startLine}${separator}${endLine}`
    : `${prefix}${startLine}`;
}
