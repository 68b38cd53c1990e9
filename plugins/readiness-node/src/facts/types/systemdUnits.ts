import type { SubjectFact } from '../subject';
import type { FactValue } from '../value';

/** @public */
export interface SystemdFacts {
  readonly systemdUnits: readonly SystemdUnitFact[];
}

/** A systemd service that keeps running, or the template of one. @public */
export interface SystemdUnitFact extends SubjectFact {
  /** `Restart=`: `no` by default. */
  readonly restart: FactValue<string>;
}
