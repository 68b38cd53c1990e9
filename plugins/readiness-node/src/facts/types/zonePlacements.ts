import type { SubjectFact } from '../subject';
import type { FactValue } from '../value';

/** @public */
export interface ZonePlacementFacts {
  readonly zonePlacements: readonly ZonePlacementFact[];
}

/**
 * Something beside workloads that lies in availability zones: node groups,
 * clusters, networks with their subnets, App Service plans.
 *
 * @public
 */
export interface ZonePlacementFact extends SubjectFact {
  readonly kind: 'nodes' | 'network' | 'plan';
  /** Different zones, or subnets where the zones are not said. */
  readonly zones: FactValue<number>;
  /** What is asked for, in the words of the file: `zones = [1, 2, 3]`. */
  readonly expected: string;
}
