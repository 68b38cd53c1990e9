/**
 * Why a check is skipped on purpose.
 * @public
 */
export type WaiverKind =
  | 'not-applicable'
  | 'accepted-risk'
  | 'met-elsewhere'
  | 'not-detected'
  | 'planned';

/**
 * The state of a waiver on the day of the evaluation. Only `active` (and
 * `expiring`, active but near its end) takes a result out of the score; every
 * other state suppresses nothing.
 *
 * @public
 */
export type WaiverState =
  | 'active'
  | 'expiring'
  | 'unapproved'
  | 'expired'
  | 'invalid'
  | 'orphaned'
  | 'unneeded';

/**
 * A recorded decision to skip a check or a category, read from the annotation
 * `readiness/waive.<check or category id>`.
 *
 * @public
 */
export interface Waiver {
  /** The check or category id the annotation names. */
  readonly id: string;
  readonly kind: WaiverKind;
  readonly reason: string;
  /** Last day it holds, `YYYY-MM-DD`, inclusive, UTC. */
  readonly until?: string;
  /** Entity reference of the person said to have approved; a claim. */
  readonly approvedBy?: string;
  /** https link to a ticket or to the proof that lives elsewhere. */
  readonly link?: string;
  /** Entity whose same check passes, for `met-elsewhere`. */
  readonly entity?: string;
  /** Globs over subjects; absent means the whole check. */
  readonly subjects?: readonly string[];
  readonly state: WaiverState;
}

/**
 * A person's word, with evidence, that an unknown or absent practice exists,
 * read from the annotation `readiness/attest.<check id>`.
 *
 * @public
 */
export interface Attestation {
  readonly id: string;
  /** https link to the proof. */
  readonly evidence: string;
  /** Day of the attestation, `YYYY-MM-DD`. */
  readonly on: string;
  /** Entity reference of who attests; a claim. */
  readonly by: string;
  /** Last day it counts, `YYYY-MM-DD`, inclusive, UTC. */
  readonly until: string;
  readonly state: 'active' | 'expired' | 'unneeded' | 'contradicted';
}
