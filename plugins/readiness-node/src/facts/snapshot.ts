/**
 * A file of a repository at a revision.
 * @public
 */
export interface SnapshotFile {
  /** Path from the root of the repository, with `/`, no leading slash. */
  readonly path: string;
  /** Size in bytes. */
  readonly size: number;
  /**
   * The text, decoded (UTF-8, UTF-16 by byte order mark), without the mark;
   * absent for binary files, files over the limit and links.
   */
  readonly text?: string;
  /** Why there is no text. */
  readonly withheld?: 'binary' | 'too-large' | 'link' | 'unreadable';
}

/**
 * The files of a repository at a revision, as far as the limits let them in.
 * @public
 */
export interface Snapshot {
  /** URL of the repository's root; absent for a local folder. */
  readonly repository?: string;
  readonly revision?: string;
  readonly files: readonly SnapshotFile[];
  /** The limit that cut the read short, e.g. `20000 files`. */
  readonly truncatedBy?: string;
}
