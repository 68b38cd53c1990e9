import type { SubjectFact } from '../subject';
import type { FactValue } from '../value';

/** @public */
export interface ObservabilityFacts {
  readonly alerts: readonly AlertFact[];
  readonly signals: readonly SignalFact[];
  readonly platformMetrics: readonly PlatformMetricsFact[];
  readonly logGroups: readonly LogGroupFact[];
  readonly logRotations: readonly LogRotationFact[];
}

/**
 * An alarm or a group of alert rules.
 * @public
 */
export interface AlertFact extends SubjectFact {
  /** Product: `CloudWatch`, `Prometheus`, `Datadog`, … */
  readonly tool: string;
  /** Whether somebody hears of it. */
  readonly receiver: FactValue<boolean>;
  /** Whether its actions are switched on. */
  readonly isEnabled: FactValue<boolean>;
  /** A switch that is off by default makes it exist. */
  readonly offByDefault?: string;
}

/** What something that observes is for. @public */
export type SignalPurpose =
  | 'metrics'
  | 'dashboard'
  | 'tracing'
  | 'slo'
  | 'escalation'
  | 'central-logging'
  | 'structured-logs';

/**
 * A thing that shows one of the practices of observing is there.
 * @public
 */
export interface SignalFact extends SubjectFact {
  readonly purpose: SignalPurpose;
  readonly tool: string;
  /** Whether it is switched on, where there is a switch. */
  readonly isOn: FactValue<boolean>;
  /** What to say beside a pass, e.g. that only sampled requests are traced. */
  readonly note?: string;
  readonly offByDefault?: string;
}

/** A setting by which a platform reports about itself. @public */
export interface PlatformMetricsFact extends SubjectFact {
  readonly aspect:
    | 'container-insights'
    | 'detailed-monitoring'
    | 'cluster-monitoring';
  readonly isOn: FactValue<boolean>;
}

/** @public */
export interface LogGroupFact extends SubjectFact {
  /** Days; 0 means for ever. */
  readonly retentionDays: FactValue<number>;
}

/** Rotation of logs on a host: logrotate, journald, the Docker daemon. @public */
export interface LogRotationFact extends SubjectFact {
  readonly tool: string;
  /** Whether it bounds what is kept. */
  readonly isBounded: FactValue<boolean>;
}
