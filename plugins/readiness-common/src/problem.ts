/**
 * Something that kept Readiness from reading all there is, or from honouring
 * what was written. Problems never change an outcome to pass.
 *
 * @public
 */
export interface Problem {
  readonly kind:
    | 'parse-failure'
    | 'truncated-read'
    | 'unreadable-file'
    | 'unreadable-repository'
    | 'invalid-annotation'
    | 'invalid-waiver'
    | 'invalid-attestation'
    | 'orphaned-waiver'
    | 'expired-waiver'
    | 'unneeded-waiver'
    | 'check-error';
  /** One sentence that says what is wrong and where. */
  readonly message: string;
  readonly path?: string;
  readonly startLine?: number;
  readonly repository?: string;
  /** The annotation key, when one is to blame. */
  readonly annotation?: string;
}
