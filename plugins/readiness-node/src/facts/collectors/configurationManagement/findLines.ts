import type { SnapshotFile } from '../../snapshot';
import type { Location } from '../../value';

/** A match of a pattern and the line it begins on. */
export interface LineMatch {
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly location: Location;
}

const LONGEST_FILE = 500_000;

/**
 * Every match of a pattern with named groups in a file, for languages that are
 * programs (Ruby, Puppet) and are read by what people write in them.
 */
export function findMatches(
  file: SnapshotFile,
  pattern: RegExp,
): readonly LineMatch[] {
  const text = blankComments(file.text ?? '');
  if (text.length > LONGEST_FILE) return [];
  return [...text.matchAll(pattern)].map(match => {
    const leading = /^\s*/.exec(match[0])?.[0] ?? '';
    const start = (match.index ?? 0) + leading.length;
    const startLine = countLines(text, start);
    const end = (match.index ?? 0) + match[0].trimEnd().length;
    return {
      groups: { ...match.groups },
      location: {
        path: file.path,
        startLine,
        endLine: Math.max(startLine, countLines(text, end)),
      },
    };
  });
}

/** A file as a whole, shown by its first line. */
export function getFirstLine({ path }: SnapshotFile): Location {
  return { path, startLine: 1, endLine: 1 };
}

/** The quoted words of a piece of Ruby or Puppet. */
export function readQuoted(text: string): readonly string[] {
  return [...text.matchAll(/["']([^"'\n]+)["']/g)].flatMap(
    ([, word]) => word ?? [],
  );
}

/** Comments and lines nobody has written become empty; all keep their place. */
function blankComments(text: string): string {
  return text.replace(/^[ \t]*#.*$|^.{1000,}$/gm, '');
}

function countLines(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
