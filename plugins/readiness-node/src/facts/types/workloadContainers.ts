import type { SubjectFact } from '../subject';
import type { FactValue } from '../value';

/**
 * A container of a workload, whatever starts it: Kubernetes, ECS, compose,
 * Cloud Run. Its `subject` is `Kind/namespace/name#container` for Kubernetes
 * manifests, else the address of the resource that holds it: Terraform's
 * `kubernetes_*`, the ECS task definition, the compose service.
 *
 * Settings a platform doesn't have are `absent` without a default; ask
 * `platform` of the workload before judging them.
 *
 * @public
 */
export interface WorkloadContainerFact extends SubjectFact {
  readonly name: string;
  /** Init containers run to their end before the others (sidecars left out). */
  readonly role: 'main' | 'init' | 'sidecar' | 'ephemeral';
  /** As written; `build` services of compose have `isBuiltHere`. */
  readonly image: FactValue<string>;
  /** Compose builds this image itself, so its tag is a name only. */
  readonly isBuiltHere: boolean;
  readonly command: FactValue<readonly string[]>;
  readonly requests: ContainerResources;
  readonly limits: ContainerResources;
  readonly readinessProbe: FactValue<boolean>;
  readonly livenessProbe: FactValue<boolean>;
  readonly startupProbe: FactValue<boolean>;
  /** `lifecycle.preStop` exists. */
  readonly preStop: FactValue<boolean>;
  /** ECS `stopTimeout`, compose `stop_grace_period` as written. */
  readonly stopTimeout: FactValue<string>;
  readonly ports: readonly ContainerPort[];
  readonly variables: readonly EnvironmentVariable[];
  readonly security: ContainerSecurity;
  /** ECS `logConfiguration.logDriver`, compose `logging.driver`. */
  readonly logDriver: FactValue<string>;
  /** `max-size` of the log driver's options. */
  readonly logMaxSize: FactValue<string>;
  /** Paths the container mounts, by volume name. */
  readonly mounts: readonly VolumeMount[];
}

/** CPU and memory as written: `500m`, `256Mi`, `512`. @public */
export interface ContainerResources {
  readonly cpu: FactValue<string>;
  readonly memory: FactValue<string>;
}

/** @public */
export interface ContainerPort {
  readonly name?: string;
  readonly containerPort: FactValue<number>;
  readonly hostPort: FactValue<number>;
  readonly protocol: string;
}

/** An environment variable; where its value comes from. @public */
export interface EnvironmentVariable {
  readonly name: string;
  readonly source:
    | 'literal'
    | 'config-map'
    | 'secret'
    | 'field'
    | 'file'
    | 'unresolved';
  /** Name of the ConfigMap, Secret, or the secret's ARN when known. */
  readonly reference?: string;
  readonly value: FactValue<string>;
}

/**
 * What the container may do, the pod's settings merged in as the kubelet does.
 * @public
 */
export interface ContainerSecurity {
  readonly privileged: FactValue<boolean>;
  readonly allowPrivilegeEscalation: FactValue<boolean>;
  readonly readOnlyRootFilesystem: FactValue<boolean>;
  readonly runAsNonRoot: FactValue<boolean>;
  /** Numeric for Kubernetes; a name or `uid:gid` for ECS and compose. */
  readonly runAsUser: FactValue<string>;
  readonly droppedCapabilities: FactValue<readonly string[]>;
  readonly addedCapabilities: FactValue<readonly string[]>;
  /** `RuntimeDefault`, `Localhost`, `Unconfined`, a profile's path. */
  readonly seccompProfile: FactValue<string>;
}

/** @public */
export interface VolumeMount {
  readonly volume: string;
  readonly path: string;
  readonly isReadOnly: boolean;
}
