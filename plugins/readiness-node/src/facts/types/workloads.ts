import type { SubjectFact } from '../subject';
import type { FactValue, Location } from '../value';
import type { AutoscalerFact } from './autoscalers';
import type {
  DisruptionBudgetFact,
  IngressFact,
  NetworkPolicyFact,
  ServiceFact,
} from './kubernetesObjects';
import type { MachineFact, PurchaseOptionFact } from './machines';
import type { LabelSelector, LabelSet } from './selectors';
import type { TargetGroupFact } from './targetGroups';
import type { WorkloadContainerFact } from './workloadContainers';

/** What runs, and what stands around it. @public */
export interface WorkloadFacts {
  readonly workloads: readonly WorkloadFact[];
  readonly services: readonly ServiceFact[];
  readonly ingresses: readonly IngressFact[];
  readonly autoscalers: readonly AutoscalerFact[];
  readonly disruptionBudgets: readonly DisruptionBudgetFact[];
  readonly networkPolicies: readonly NetworkPolicyFact[];
  readonly machines: readonly MachineFact[];
  readonly purchaseOptions: readonly PurchaseOptionFact[];
  readonly targetGroups: readonly TargetGroupFact[];
  readonly serviceDiscoveries: readonly ServiceDiscoveryFact[];
}

/** @public */
export type WorkloadPlatform =
  /** Manifests, charts, overlays and Terraform's `kubernetes_*`. */
  | 'kubernetes'
  | 'ecs'
  | 'compose'
  /** Cloud Run, App Runner, Container Apps, Knative, App Service. */
  | 'managed-containers'
  | 'function'
  /** Auto Scaling groups, instance group managers, scale sets. */
  | 'machine-group'
  /** A chart of somebody else's whose values are set here. */
  | 'helm-dependency';

/**
 * Something that runs by default. ECS gives two facts: the service holds
 * replicas, rollout and placement and has no containers; its task definition
 * (role `task`, see {@link definition}) holds containers, CPU and memory.
 * One per resource instance; `subject` is the address of
 * the resource that holds the settings.
 *
 * Settings a platform doesn't have are `absent` without a default value.
 *
 * @public
 */
export interface WorkloadFact extends SubjectFact {
  readonly platform: WorkloadPlatform;
  /** Kubernetes kind, also of what Terraform makes: `Deployment`. */
  readonly kind?: string;
  readonly name: string;
  /** Kubernetes namespace; `default` when unset, empty on other platforms. */
  readonly namespace: string;
  /**
   * `service` keeps running, `daemon` runs on every node, `job` runs to its end
   * (Jobs, CronJobs, scheduled tasks), `task` is started by something unseen
   * (an ECS task definition without a service, a bare Pod).
   */
  readonly role: 'service' | 'daemon' | 'job' | 'task';
  /** Only machine groups and functions have none. */
  readonly containers: readonly WorkloadContainerFact[];
  /**
   * Instances that are asked for at least: `replicas`, `desired_count`,
   * `min_size`. An autoscaler's minimum is in {@link AutoscalerFact.minimum}.
   */
  readonly replicas: FactValue<number>;
  /** Labels of the pods; empty on other platforms. */
  readonly podLabels: LabelSet;
  readonly podAnnotations: LabelSet;
  readonly selector?: LabelSelector;
  readonly rollout: RolloutFact;
  readonly pod: PodSettings;
  readonly volumes: readonly WorkloadVolume[];
  /** Every way configuration comes in from outside the image. */
  readonly configurationSources: readonly ConfigurationSource[];
  readonly placement: PlacementFact;
  /** Attached to a load balancer by its own settings (ECS, machine groups). */
  readonly loadBalanced: FactValue<boolean>;
  /** `health_check_type` of a machine group: `EC2`, `ELB`. */
  readonly healthCheckType: FactValue<string>;
  /** `restart` of compose, `restartPolicy` of pods. */
  readonly restartPolicy: FactValue<string>;
  /** Subject of the task definition that an ECS service runs. */
  readonly definition?: string;
  /** Path that App Service and the like probe. */
  readonly healthCheckPath: FactValue<string>;
  /** CPU and memory of an ECS task, a function, a managed container. */
  readonly cpu: FactValue<string>;
  readonly memory: FactValue<string>;
  /** ECS launch type: `FARGATE`, `EC2`, `EXTERNAL`. */
  readonly launchType: FactValue<string>;
  /** It scales by itself, to zero or from the provider's minimum. */
  readonly isServerless: boolean;
  /** Lowest number of instances it may scale to by itself (Cloud Run, ECS no). */
  readonly minimumInstances: FactValue<number>;
  readonly maximumInstances: FactValue<number>;
  /** Seconds a finished Job stays; `absent` on what is no Job. */
  readonly jobTimeToLive: FactValue<number>;
}

/** How a new version replaces the old one. @public */
export interface RolloutFact {
  /**
   * As the platform names it: `RollingUpdate`, `Recreate`, `OnDelete`,
   * `Canary`, `BlueGreen`, `Manual`, `Rolling`, `CODE_DEPLOY`.
   */
  readonly strategy: FactValue<string>;
  /** Kubernetes `maxUnavailable`, MIG `max_unavailable_fixed`: `25%`, `1`. */
  readonly maxUnavailable: FactValue<string>;
  /** Kubernetes `maxSurge`, MIG `max_surge_fixed`. */
  readonly maxSurge: FactValue<string>;
  /** ECS `deployment_minimum_healthy_percent`. */
  readonly minimumHealthyPercent: FactValue<number>;
  /** ECS circuit breaker's rollback. */
  readonly circuitBreakerRollback: FactValue<boolean>;
  /** ASG `instance_refresh`, CFN `AutoScalingRollingUpdate`. */
  readonly instanceRefresh: FactValue<boolean>;
  readonly createBeforeDestroy: FactValue<boolean>;
  /** A Lambda alias, `AutoPublishAlias` or `DeploymentPreference` exists. */
  readonly alias: FactValue<boolean>;
  readonly revisionHistoryLimit: FactValue<number>;
}

/** Settings of the pod as a whole. @public */
export interface PodSettings {
  readonly hostNetwork: FactValue<boolean>;
  readonly hostPid: FactValue<boolean>;
  readonly hostIpc: FactValue<boolean>;
  /** `terminationGracePeriodSeconds`; the default is 30. */
  readonly terminationGracePeriod: FactValue<number>;
  readonly topologySpread: FactValue<boolean>;
  readonly podAntiAffinity: FactValue<boolean>;
  readonly serviceAccount: FactValue<string>;
  readonly automountServiceAccountToken: FactValue<boolean>;
  readonly priorityClass: FactValue<string>;
}

/** A volume of a workload. @public */
export interface WorkloadVolume {
  readonly name: string;
  readonly kind:
    | 'host-path'
    | 'claim'
    | 'claim-template'
    | 'empty-dir'
    | 'config-map'
    | 'secret'
    | 'projected'
    | 'named'
    | 'efs'
    | 'other';
  /** Claim, ConfigMap, Secret, host path or named volume it refers to. */
  readonly reference?: string;
  /** Access modes of the claim when it is in the repository. */
  readonly accessModes: FactValue<readonly string[]>;
  readonly location: Location;
}

/** @public */
export interface ConfigurationSource {
  readonly kind:
    | 'env'
    | 'env-from'
    | 'value-from'
    | 'config-map'
    | 'secret'
    | 'projected'
    | 'env-file'
    | 'configs'
    | 'command-line';
  readonly container?: string;
  readonly location: Location;
}

/** Where instances may be. @public */
export interface PlacementFact {
  /** Subnets it is given, counted; they are expressions more often than names. */
  readonly subnetCount: FactValue<number>;
  /** Availability zones it is given, or its subnets lie in, as far as known. */
  readonly zoneCount: FactValue<number>;
  /** `zone_balance`, `zone_balancing_enabled`. */
  readonly zoneBalance: FactValue<boolean>;
  /** The provider spreads it over a region's zones by itself. */
  readonly isRegional: boolean;
}

/**
 * A way for workloads to find each other besides Kubernetes Services.
 * @public
 */
export interface ServiceDiscoveryFact extends SubjectFact {
  readonly kind:
    | 'kubernetes-service'
    | 'cloud-map'
    | 'service-connect'
    | 'consul'
    | 'internal-dns'
    | 'compose-network'
    | 'service-mesh';
}
