/**
 * The lines of a linked repository that prove a finding.
 * @public
 */
export interface Evidence {
  /** Path from the root of the repository, with `/`. */
  readonly path: string;
  /** First line, counted from 1. */
  readonly startLine: number;
  /** Last line, counted from 1. */
  readonly endLine: number;
  /** URL of the repository's root, absent when one local folder is judged. */
  readonly repository?: string;
  /** The lines themselves, shortened; never contains a secret's value. */
  readonly snippet?: string;
  /** Link to file, revision and lines, added by the backend. */
  readonly url?: string;
}
