import type { SubjectFact } from '../subject';
import type { FactValue } from '../value';

/** Where a load balancer sends traffic, and how it knows what is well. @public */
export interface TargetGroupFact extends SubjectFact {
  /** `HTTP`, `HTTPS`, `TCP`, …; absent for Lambda targets. */
  readonly protocol: FactValue<string>;
  /** `instance`, `ip`, `lambda`, `alb`. */
  readonly targetType: FactValue<string>;
  readonly healthCheckEnabled: FactValue<boolean>;
  /** The default is `/` for HTTP and HTTPS, but checks ask for an explicit one. */
  readonly healthCheckPath: FactValue<string>;
  /** Seconds; the default is 300. */
  readonly deregistrationDelay: FactValue<number>;
}
