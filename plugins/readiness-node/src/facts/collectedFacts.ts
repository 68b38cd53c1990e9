import type { Problem } from 'backstage-plugin-readiness-common';
import type { Facts } from './facts';
import type { QuotedLines } from './quotedLines';

/**
 * The facts of one repository at one revision within one sub-path: plain data
 * that can be cached and sent between threads.
 *
 * @public
 */
export interface CollectedFacts {
  readonly repository?: string;
  readonly revision?: string;
  readonly subPath: string;
  readonly facts: Facts;
  readonly problems: readonly Problem[];
  /** Lines that facts point at, for snippets; secrets are masked. */
  readonly lines: QuotedLines;
  readonly fileCount: number;
  /** The read was cut short by a limit. */
  readonly isTruncated: boolean;
}
