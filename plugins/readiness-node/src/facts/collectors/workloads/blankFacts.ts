import { withoutChoices } from '../../choices';
import type { Resource } from '../../resource';
import { toSubjectFact } from '../../subject';
import type {
  ContainerSecurity,
  WorkloadContainerFact,
} from '../../types/workloadContainers';
import type { WorkloadFact } from '../../types/workloads';
import type { FactValue, Location } from '../../value';

/** A setting that isn't there. */
export function absent<T>(
  setting: string,
  location: Location,
  defaultValue?: T,
): FactValue<T> {
  return {
    state: 'absent',
    setting,
    location,
    ...(defaultValue !== undefined && { defaultValue }),
  };
}

/** A value that follows from something at a place. */
export function known<T>(
  value: T,
  setting: string,
  location: Location,
): FactValue<T> {
  return { state: 'known', value, setting, location };
}

/** The first that is set, else the last. */
export function firstSet<T>(
  first: FactValue<T>,
  ...others: readonly FactValue<T>[]
): FactValue<T> {
  return (
    [first, ...others].find(value => value.state !== 'absent') ??
    others[others.length - 1] ??
    first
  );
}

/** Whether a setting is there, as a fact. */
export function isSet<T>(value: FactValue<T>): FactValue<boolean> {
  const { setting, location } = value;
  if (value.state === 'unresolved') return withoutChoices(value);
  return value.state === 'absent'
    ? absent(setting, location, false)
    : known(true, setting, location);
}

type Given<T, K extends keyof T> = Pick<T, K> & Partial<T>;

/** A container with everything unset but what is given. */
export function createContainer(
  resource: Resource,
  given: Given<WorkloadContainerFact, 'subject' | 'name' | 'location'>,
): WorkloadContainerFact {
  const { location } = given;
  return {
    ...toSubjectFact(resource),
    role: 'main',
    image: absent('image', location),
    isBuiltHere: false,
    command: absent('command', location),
    requests: {
      cpu: absent('resources.requests.cpu', location),
      memory: absent('resources.requests.memory', location),
    },
    limits: {
      cpu: absent('resources.limits.cpu', location),
      memory: absent('resources.limits.memory', location),
    },
    readinessProbe: absent('readinessProbe', location),
    livenessProbe: absent('livenessProbe', location),
    startupProbe: absent('startupProbe', location),
    preStop: absent('lifecycle.preStop', location),
    stopTimeout: absent('stopTimeout', location),
    ports: [],
    variables: [],
    security: createSecurity(location),
    logDriver: absent('logging.driver', location),
    logMaxSize: absent('max-size', location),
    mounts: [],
    ...given,
  };
}

/** Nothing set. */
export function createSecurity(location: Location): ContainerSecurity {
  return {
    privileged: absent('privileged', location),
    allowPrivilegeEscalation: absent('allowPrivilegeEscalation', location),
    readOnlyRootFilesystem: absent('readOnlyRootFilesystem', location),
    runAsNonRoot: absent('runAsNonRoot', location),
    runAsUser: absent('runAsUser', location),
    droppedCapabilities: absent('capabilities.drop', location),
    addedCapabilities: absent('capabilities.add', location),
    seccompProfile: absent('seccompProfile.type', location),
  };
}

/** A workload with everything unset but what is given. */
export function createWorkload(
  resource: Resource,
  given: Given<WorkloadFact, 'platform' | 'name' | 'role'>,
): WorkloadFact {
  const { location } = resource;
  const noLabels = { values: {}, unresolved: {}, location };
  return {
    ...toSubjectFact(resource),
    namespace: '',
    containers: [],
    replicas: absent('replicas', location),
    podLabels: noLabels,
    podAnnotations: noLabels,
    rollout: createRollout(location),
    pod: createPodSettings(location),
    volumes: [],
    configurationSources: [],
    placement: createPlacement(location),
    loadBalanced: absent('load_balancer', location),
    healthCheckType: absent('health_check_type', location),
    restartPolicy: absent('restart', location),
    healthCheckPath: absent('health check path', location),
    cpu: absent('cpu', location),
    memory: absent('memory', location),
    launchType: absent('launch_type', location),
    isServerless: false,
    minimumInstances: absent('minimum', location),
    maximumInstances: absent('maximum', location),
    jobTimeToLive: absent('ttlSecondsAfterFinished', location),
    ...given,
  };
}

/** Nothing set. */
export function createRollout(location: Location): WorkloadFact['rollout'] {
  return {
    strategy: absent('strategy', location),
    maxUnavailable: absent('maxUnavailable', location),
    maxSurge: absent('maxSurge', location),
    minimumHealthyPercent: absent('minimum healthy percent', location),
    circuitBreakerRollback: absent('circuit breaker', location),
    instanceRefresh: absent('instance_refresh', location),
    createBeforeDestroy: absent('create_before_destroy', location),
    alias: absent('alias', location),
    revisionHistoryLimit: absent('revisionHistoryLimit', location),
  };
}

/** Nothing set. */
export function createPlacement(location: Location): WorkloadFact['placement'] {
  return {
    subnetCount: absent('subnets', location),
    zoneCount: absent('availability zones', location),
    zoneBalance: absent('zone balance', location),
    isRegional: false,
  };
}

function createPodSettings(location: Location): WorkloadFact['pod'] {
  return {
    hostNetwork: absent('hostNetwork', location),
    hostPid: absent('hostPID', location),
    hostIpc: absent('hostIPC', location),
    terminationGracePeriod: absent('terminationGracePeriodSeconds', location),
    topologySpread: absent('topologySpreadConstraints', location),
    podAntiAffinity: absent('affinity.podAntiAffinity', location),
    serviceAccount: absent('serviceAccountName', location),
    automountServiceAccountToken: absent(
      'automountServiceAccountToken',
      location,
    ),
    priorityClass: absent('priorityClassName', location),
  };
}
