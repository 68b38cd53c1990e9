import type { SubjectFact } from '../subject';
import type { FactValue } from '../value';

/** @public */
export interface ZoneBalancerFacts {
  readonly zoneBalancers: readonly ZoneBalancerFact[];
}

/** A load balancer that has to be told to cross zones. @public */
export interface ZoneBalancerFact extends SubjectFact {
  readonly kind: 'classic' | 'network' | 'gateway';
  readonly crossZone: FactValue<boolean>;
}
