import { AttributeReader, getItems, getText, getValue } from '../../readValue';
import type {
  ContainerPort,
  ContainerSecurity,
  EnvironmentVariable,
  VolumeMount,
  WorkloadContainerFact,
} from '../../types/workloadContainers';
import type { FactValue, Value } from '../../value';
import { absent, createContainer, firstSet } from './blankFacts';
import type { KubernetesObject, PathTranslation } from './kubernetesObject';

const GROUPS = [
  ['initContainers', 'init'],
  ['containers', 'main'],
  ['ephemeralContainers', 'ephemeral'],
] as const;

/** The containers of a pod spec, init containers first as they are started. */
export function readPodContainers(
  object: KubernetesObject,
  podSpec: Value,
): WorkloadContainerFact[] {
  const pod = new AttributeReader(podSpec, podSpec.location);
  return GROUPS.flatMap(([key, group]) =>
    getItems(getValue(podSpec, object.path(key)))
      .filter(item => item.kind !== 'scalar')
      .map(item => readContainer(object, item, pod, group)),
  );
}

function readContainer(
  object: KubernetesObject,
  value: Value,
  pod: AttributeReader,
  group: 'init' | 'main' | 'ephemeral',
): WorkloadContainerFact {
  const { path, resource } = object;
  const reader = new AttributeReader(value, value.location);
  const name = getText(reader.get('name')) ?? describeName(reader.get('name'));
  const isSidecar =
    group === 'init' && getText(reader.get(path('restartPolicy'))) === 'Always';
  return createContainer(resource, {
    subject: object.isTerraform
      ? resource.address
      : `${resource.address}#${name}`,
    name,
    location: value.location,
    role: isSidecar ? 'sidecar' : group,
    image: reader.text('image'),
    command: reader.texts('command'),
    ...readResources(reader),
    readinessProbe: reader.presence(path('readinessProbe')),
    livenessProbe: reader.presence(path('livenessProbe')),
    startupProbe: reader.presence(path('startupProbe')),
    preStop: reader.presence(path('lifecycle.preStop')),
    ports: reader.blocks(path('ports')).map(port => readPort(port, path)),
    variables: reader.blocks('env').map(each => readVariable(each, path)),
    security: readSecurity(reader, pod, path),
    mounts: reader
      .blocks(path('volumeMounts'))
      .map(mount => readMount(mount, path)),
  });
}

function describeName(value: Value | undefined): string {
  return value?.kind === 'unresolved' ? value.expression : 'unnamed';
}

/** Requests take their default from the limits, as the API server sets them. */
function readResources(
  reader: AttributeReader,
): Pick<WorkloadContainerFact, 'requests' | 'limits'> {
  const limits = {
    cpu: reader.text('resources.limits.cpu'),
    memory: reader.text('resources.limits.memory'),
  };
  return {
    limits,
    requests: {
      cpu: withDefault(reader.text('resources.requests.cpu'), limits.cpu),
      memory: withDefault(
        reader.text('resources.requests.memory'),
        limits.memory,
      ),
    },
  };
}

function withDefault(
  request: FactValue<string>,
  limit: FactValue<string>,
): FactValue<string> {
  if (request.state !== 'absent') return request;
  if (limit.state === 'unresolved') return limit;
  return limit.state === 'known'
    ? { ...request, location: limit.location, defaultValue: limit.value }
    : request;
}

function readPort(
  reader: AttributeReader,
  path: PathTranslation,
): ContainerPort {
  const name = getText(reader.get('name'));
  return {
    ...(name !== undefined && { name }),
    containerPort: reader.number(path('containerPort')),
    hostPort: reader.number(path('hostPort')),
    protocol: getText(reader.get('protocol')) ?? 'TCP',
  };
}

function readVariable(
  reader: AttributeReader,
  path: PathTranslation,
): EnvironmentVariable {
  const name = getText(reader.get('name')) ?? '';
  const value = reader.text('value', { default: '' });
  const from = [
    ['secretKeyRef', 'secret'],
    ['configMapKeyRef', 'config-map'],
    ['fieldRef', 'field'],
    ['resourceFieldRef', 'field'],
  ] as const;
  for (const [key, source] of from) {
    const block = reader.block(path(`valueFrom.${key}`));
    if (block === undefined) continue;
    const reference = getText(block.get('name'));
    return { name, source, ...(reference && { reference }), value };
  }
  const source = value.state === 'unresolved' ? 'unresolved' : 'literal';
  return { name, source, value };
}

function readMount(
  reader: AttributeReader,
  path: PathTranslation,
): VolumeMount {
  return {
    volume: getText(reader.get('name')) ?? '',
    path: getText(reader.get(path('mountPath'))) ?? '',
    isReadOnly: getText(reader.get(path('readOnly'))) === 'true',
  };
}

/** The container's security context over the pod's, as the kubelet merges them. */
function readSecurity(
  reader: AttributeReader,
  pod: AttributeReader,
  path: PathTranslation,
): ContainerSecurity {
  const at = (name: string) => path(`securityContext.${name}`);
  return {
    privileged: reader.boolean(at('privileged'), { default: false }),
    allowPrivilegeEscalation: reader.boolean(at('allowPrivilegeEscalation'), {
      default: true,
    }),
    readOnlyRootFilesystem: reader.boolean(at('readOnlyRootFilesystem'), {
      default: false,
    }),
    runAsNonRoot: firstSet(
      reader.boolean(at('runAsNonRoot')),
      pod.boolean(at('runAsNonRoot')),
      absent(at('runAsNonRoot'), reader.location, false),
    ),
    runAsUser: firstSet(
      reader.text(at('runAsUser')),
      pod.text(at('runAsUser')),
      absent(at('runAsUser'), reader.location),
    ),
    droppedCapabilities: reader.texts(at('capabilities.drop'), { default: [] }),
    addedCapabilities: reader.texts(at('capabilities.add'), { default: [] }),
    seccompProfile: firstSet(
      reader.text(at('seccompProfile.type')),
      pod.text(at('seccompProfile.type')),
      absent(at('seccompProfile.type'), reader.location, 'Unconfined'),
    ),
  };
}
