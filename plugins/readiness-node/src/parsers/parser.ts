/**
 * Turns text into a tree with positions. Parsers know nothing of readiness and
 * never throw: what cannot be parsed is a failure with its line, and as much of
 * the tree as could be saved.
 *
 * @public
 */
export interface Parser<T> {
  readonly id: string;
  parse(text: string): ParseResult<T>;
}

/** @public */
export interface ParseResult<T> {
  readonly tree: T | undefined;
  readonly failures: readonly ParseFailure[];
}

/** @public */
export interface ParseFailure {
  readonly message: string;
  /** Line, counted from 1. */
  readonly line: number;
}
