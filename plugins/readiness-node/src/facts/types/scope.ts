import type { Location } from '../value';

/** A file, for presence checks and for saying what was read. @public */
export interface FileFact {
  readonly path: string;
  readonly size: number;
  readonly repository?: string;
}

/**
 * What was read at all.
 * @public
 */
export interface ScopeFacts {
  /** Every file that counts for the entity (not ignored ones). */
  readonly files: readonly FileFact[];
  /** Resources of infrastructure code of any language, for "is there any" and counts. */
  readonly resourceInventory: readonly ResourceInventoryFact[];
}

/** @public */
export interface ResourceInventoryFact {
  readonly subject: string;
  readonly type: string;
  /** Kubernetes apiVersion. */
  readonly apiVersion?: string;
  readonly language: string;
  readonly location: Location;
}
