import type { SubjectFact } from '../subject';

/** Practices that are proved by something being there. @public */
export interface SignFacts {
  /** A part of the traffic or of the machines gets a new version first. */
  readonly progressiveDeliveries: readonly SignFact[];
  /** A size somebody has decided on. */
  readonly capacitySigns: readonly SignFact[];
  /** Something that gives capacity back when it isn't needed. */
  readonly scaleDowns: readonly SignFact[];
}

/** @public */
export interface SignFact extends SubjectFact {
  /** What it is, as a sentence without a stop. */
  readonly message: string;
  /** A switch of a chart that is off by default makes it exist. */
  readonly offByDefault?: string;
}
