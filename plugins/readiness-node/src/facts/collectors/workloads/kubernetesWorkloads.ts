import { AttributeReader, getText, getValue } from '../../readValue';
import type { RolloutFact, WorkloadFact } from '../../types/workloads';
import type { FactValue, Value } from '../../value';
import { absent, createRollout, createWorkload, known } from './blankFacts';
import { getReader, type KubernetesObject } from './kubernetesObject';
import { readPodContainers } from './podContainers';
import { readConfigurationSources, readPodVolumes } from './podVolumes';
import { readLabels, readMapSelector, readSelector } from './readLabels';

const ROLES: Readonly<Record<string, WorkloadFact['role']>> = {
  Deployment: 'service',
  StatefulSet: 'service',
  ReplicaSet: 'service',
  ReplicationController: 'service',
  DeploymentConfig: 'service',
  Rollout: 'service',
  CloneSet: 'service',
  DaemonSet: 'daemon',
  Pod: 'task',
  Job: 'job',
  CronJob: 'job',
  ScaledJob: 'job',
};

/** Workloads among the objects; those that are off by default don't run. */
export function collectKubernetesWorkloads(
  objects: readonly KubernetesObject[],
): WorkloadFact[] {
  const claims = objects.filter(each => each.kind === 'PersistentVolumeClaim');
  return objects
    .filter(object => object.resource.offByDefault === undefined)
    .flatMap(object => {
      const role = getRole(object);
      return role === undefined ? [] : [readWorkload(object, role, claims)];
    });
}

function getRole(object: KubernetesObject): WorkloadFact['role'] | undefined {
  if (object.kind === 'Service')
    return isKnative(object) ? 'service' : undefined;
  if (object.kind === 'Rollout' && !/argoproj/.test(object.apiVersion)) {
    return undefined;
  }
  return Object.hasOwn(ROLES, object.kind) ? ROLES[object.kind] : undefined;
}

/** A Knative Service, which is a workload in spite of its kind. */
export function isKnative(object: KubernetesObject): boolean {
  return object.apiVersion.startsWith('serving.knative.dev/');
}

function readWorkload(
  object: KubernetesObject,
  role: WorkloadFact['role'],
  claims: readonly KubernetesObject[],
): WorkloadFact {
  const { resource, path, root } = object;
  const reader = getReader(object);
  const base = getTemplatePath(object);
  const template = base === '' ? root : getValue(root, path(base));
  const podSpec = template && getValue(template, 'spec');
  const pod = podSpec ?? {
    kind: 'map' as const,
    entries: {},
    location: resource.location,
  };
  const selector = readWorkloadSelector(object);
  return createWorkload(resource, {
    platform: 'kubernetes',
    kind: object.kind,
    name: object.name,
    namespace: object.namespace,
    role,
    isServerless: isKnative(object),
    containers: readPodContainers(object, pod),
    replicas: readReplicas(object, role),
    podLabels: readLabels(
      template && getValue(template, 'metadata.labels'),
      resource.location,
    ),
    podAnnotations: readLabels(
      template && getValue(template, 'metadata.annotations'),
      resource.location,
    ),
    ...(selector && { selector }),
    rollout: readRollout(object, reader),
    pod: readPodSettings(object, pod),
    volumes: readPodVolumes(object, pod, claims),
    configurationSources: readConfigurationSources(object, pod),
    restartPolicy: new AttributeReader(pod, pod.location).text(
      path('restartPolicy'),
      { default: 'Always' },
    ),
    jobTimeToLive: readTimeToLive(object, reader),
  });
}

/** Where the pod template is. */
function getTemplatePath(object: KubernetesObject): string {
  switch (object.kind) {
    case 'Pod':
      return '';
    case 'CronJob':
      return 'spec.jobTemplate.spec.template';
    case 'ScaledJob':
      return 'spec.jobTargetRef.template';
    default:
      return 'spec.template';
  }
}

function readReplicas(
  object: KubernetesObject,
  role: WorkloadFact['role'],
): FactValue<number> {
  const { resource, path } = object;
  if (isKnative(object)) return readKnativeMinimum(object);
  if (role === 'service') {
    return getReader(object).number(path('spec.replicas'), { default: 1 });
  }
  return role === 'task'
    ? absent('spec.replicas', resource.location, 1)
    : absent('spec.replicas', resource.location);
}

function readKnativeMinimum(object: KubernetesObject): FactValue<number> {
  const annotations = getValue(
    object.root,
    'spec.template.metadata.annotations',
  );
  const names = [
    'autoscaling.knative.dev/min-scale',
    'autoscaling.knative.dev/minScale',
  ];
  for (const name of names) {
    const value =
      annotations?.kind === 'map' ? annotations.entries[name] : undefined;
    const number = Number(getText(value));
    if (value && Number.isFinite(number)) {
      return known(number, name, value.location);
    }
  }
  return absent(names[0] ?? '', object.resource.location, 0);
}

function readWorkloadSelector(object: KubernetesObject) {
  const value = getValue(object.root, 'spec.selector');
  if (value === undefined) return undefined;
  const isMap = ['ReplicationController', 'DeploymentConfig'].includes(
    object.kind,
  );
  return isMap
    ? readMapSelector(value)
    : readSelector(value, value.location, object.path);
}

function readRollout(
  object: KubernetesObject,
  reader: AttributeReader,
): RolloutFact {
  const { kind, path, resource } = object;
  const blank = {
    ...createRollout(resource.location),
    revisionHistoryLimit: reader.number(path('spec.revisionHistoryLimit'), {
      default: 10,
    }),
  };
  switch (kind) {
    case 'Deployment':
    case 'ReplicaSet':
      return {
        ...blank,
        ...readStrategy(object, 'spec.strategy', '25%', '25%'),
      };
    case 'DeploymentConfig':
      return {
        ...blank,
        strategy: reader.text('spec.strategy.type', { default: 'Rolling' }),
        maxUnavailable: reader.text(
          'spec.strategy.rollingParams.maxUnavailable',
          { default: '25%' },
        ),
        maxSurge: reader.text('spec.strategy.rollingParams.maxSurge', {
          default: '25%',
        }),
      };
    case 'StatefulSet':
    case 'DaemonSet':
    case 'CloneSet':
      return {
        ...blank,
        ...readStrategy(object, getUpdateStrategy(object), '1'),
      };
    case 'Rollout':
      return { ...blank, ...readRolloutStrategy(object) };
    default:
      return blank;
  }
}

/** Terraform's DaemonSet calls it `strategy`. */
function getUpdateStrategy(object: KubernetesObject): string {
  return object.kind === 'DaemonSet' && object.path('a.bC') === 'a.b_c'
    ? 'spec.strategy'
    : 'spec.updateStrategy';
}

function readStrategy(
  object: KubernetesObject,
  base: string,
  maxUnavailable: string,
  maxSurge?: string,
) {
  const reader = getReader(object);
  const at = (name: string) => object.path(`${base}.${name}`);
  return {
    strategy: reader.text(at('type'), { default: 'RollingUpdate' }),
    maxUnavailable: reader.text(at('rollingUpdate.maxUnavailable'), {
      default: maxUnavailable,
    }),
    maxSurge: reader.text(
      at('rollingUpdate.maxSurge'),
      maxSurge === undefined ? {} : { default: maxSurge },
    ),
  };
}

/** Argo Rollouts: the key below `strategy` names it. */
function readRolloutStrategy(object: KubernetesObject) {
  const reader = getReader(object);
  const names = [
    ['spec.strategy.canary', 'Canary'],
    ['spec.strategy.blueGreen', 'BlueGreen'],
  ] as const;
  const found = names.find(([path]) => reader.has(path));
  const [path, name] = found ?? ['spec.strategy', undefined];
  const value: Value | undefined = reader.get(path);
  return {
    strategy:
      name === undefined
        ? absent<string>(path, object.resource.location)
        : known<string>(
            name,
            path,
            value?.location ?? object.resource.location,
          ),
    maxUnavailable: reader.text(`${path}.maxUnavailable`, { default: '25%' }),
  };
}

function readPodSettings(
  object: KubernetesObject,
  podSpec: Value,
): WorkloadFact['pod'] {
  const { path } = object;
  const reader = new AttributeReader(podSpec, podSpec.location);
  return {
    hostNetwork: reader.boolean(path('hostNetwork'), { default: false }),
    hostPid: reader.boolean(object.isTerraform ? 'host_pid' : 'hostPID', {
      default: false,
    }),
    hostIpc: reader.boolean(object.isTerraform ? 'host_ipc' : 'hostIPC', {
      default: false,
    }),
    terminationGracePeriod: reader.number(
      path('terminationGracePeriodSeconds'),
      { default: 30 },
    ),
    topologySpread: reader.presence(path('topologySpreadConstraints')),
    podAntiAffinity: reader.presence(path('affinity.podAntiAffinity')),
    serviceAccount: reader.text(path('serviceAccountName'), {
      default: 'default',
    }),
    automountServiceAccountToken: reader.boolean(
      path('automountServiceAccountToken'),
      { default: true },
    ),
    priorityClass: reader.text(path('priorityClassName')),
  };
}

function readTimeToLive(
  object: KubernetesObject,
  reader: AttributeReader,
): FactValue<number> {
  const path =
    object.kind === 'CronJob'
      ? 'spec.jobTemplate.spec.ttlSecondsAfterFinished'
      : 'spec.ttlSecondsAfterFinished';
  return reader.number(object.path(path));
}
