import type { SnapshotFile } from './snapshot';

/** Files over this size keep no text, unless the reader says otherwise. @public */
export const defaultMaximumFileBytes = 5 * 1024 * 1024;

/**
 * A file of a snapshot from its bytes: decodes UTF-8 and UTF-16 by byte order
 * mark, marks what is binary or too large. An empty file of a code language in
 * an archive may be a link; the reader passes `isLink` when it knows.
 *
 * @public
 */
export function createSnapshotFile(
  path: string,
  bytes: Uint8Array,
  options: {
    readonly maximumFileBytes?: number;
    readonly isLink?: boolean;
  } = {},
): SnapshotFile {
  const cleanPath = path
    .split('\\')
    .join('/')
    .replace(/^(\.?\/)+/, '');
  const size = bytes.byteLength;
  if (options.isLink) return { path: cleanPath, size, withheld: 'link' };
  if (size > (options.maximumFileBytes ?? defaultMaximumFileBytes)) {
    return { path: cleanPath, size, withheld: 'too-large' };
  }
  const encoding = detectEncoding(bytes);
  if (encoding === undefined)
    return { path: cleanPath, size, withheld: 'binary' };
  return {
    path: cleanPath,
    size,
    text: new TextDecoder(encoding).decode(bytes),
  };
}

/** The encoding by byte order mark, UTF-8 without one, undefined for binary files. */
function detectEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes.subarray(0, 8000).includes(0) ? undefined : 'utf-8';
}
