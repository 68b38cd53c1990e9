import type { SubjectFact } from '../subject';
import type { FactValue } from '../value';

/** How traffic is spread and who is asked whether it can take any. @public */
export interface TrafficFacts {
  readonly targetGroups: readonly TargetGroupFact[];
  readonly webApps: readonly WebAppFact[];
  readonly zoneBalancers: readonly ZoneBalancerFact[];
}

/** A target group of an application or network load balancer. @public */
export interface TargetGroupFact extends SubjectFact {
  /** `HTTP`, `HTTPS`, `TCP`, … */
  readonly protocol: FactValue<string>;
  /** `instance`, `ip`, `lambda`, `alb`. */
  readonly targetType: FactValue<string>;
  readonly healthCheckEnabled: FactValue<boolean>;
  readonly healthCheckPath: FactValue<string>;
  /** Seconds. */
  readonly deregistrationDelay: FactValue<number>;
}

/** An Azure App Service. @public */
export interface WebAppFact extends SubjectFact {
  readonly healthCheckPath: FactValue<string>;
}

/** A load balancer that has to be told to cross zones. @public */
export interface ZoneBalancerFact extends SubjectFact {
  readonly kind: 'classic' | 'network' | 'gateway';
  readonly crossZone: FactValue<boolean>;
}
