import type { SubjectFact } from '../subject';
import type { FactValue } from '../value';

/** Something that changes the number of instances by itself. @public */
export interface AutoscalerFact extends SubjectFact {
  readonly name: string;
  readonly namespace: string;
  readonly kind: /** HorizontalPodAutoscaler. */
  | 'hpa'
    /** KEDA ScaledObject or ScaledJob. */
    | 'keda'
    | 'vpa'
    /** Target of AWS application autoscaling (ECS, DynamoDB, …). */
    | 'application-target'
    /** Scaling policy of an Auto Scaling group or an application target. */
    | 'policy'
    | 'schedule'
    | 'machine-group'
    | 'gce-autoscaler'
    | 'azure-autoscale'
    /** Karpenter node pools and provisioners. */
    | 'karpenter'
    | 'cluster-autoscaler'
    /** Annotations of kube-downscaler and the like. */
    | 'downscaler';
  readonly minimum: FactValue<number>;
  readonly maximum: FactValue<number>;
  /** A metric with a target, a trigger, or a schedule is set. */
  readonly hasMetric: FactValue<boolean>;
  /** `scaleTargetRef` and the like. */
  readonly target: AutoscalerTarget;
  /** Cron or recurrence when it scales by the clock. */
  readonly schedule: FactValue<string>;
  readonly offByDefault?: string;
}

/** What an autoscaler scales. @public */
export interface AutoscalerTarget {
  /** Kind as written (`Deployment`), or the provider's dimension. */
  readonly kind: FactValue<string>;
  readonly name: FactValue<string>;
  /** Addresses the target's value refers to (`aws_ecs_service.web`). */
  readonly references: readonly string[];
  /** Subject of the workload in the same scope, when it was found. */
  readonly workload?: string;
}
