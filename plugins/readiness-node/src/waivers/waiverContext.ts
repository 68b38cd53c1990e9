import type { WaiverConfig } from '../evaluation/config';

/**
 * What waivers and attestations are held against.
 * @public
 */
export interface WaiverContext {
  /** The day of the evaluation, `YYYY-MM-DD`, UTC. */
  readonly today: string;
  readonly config: WaiverConfig;
  readonly checkIds: ReadonlySet<string>;
  readonly categoryIds: ReadonlySet<string>;
  /** Checks that cannot be waived, only marked as not detected with approval. */
  readonly unwaivableIds: ReadonlySet<string>;
  /** Whether an entity exists; absent where no catalog can be asked. */
  readonly hasEntity?: (entityRef: string) => boolean;
  /**
   * Whether the same check passes for another entity; undefined when nobody
   * knows. Absent on the command line.
   */
  readonly passesElsewhere?: (
    entityRef: string,
    id: string,
  ) => boolean | undefined;
}
