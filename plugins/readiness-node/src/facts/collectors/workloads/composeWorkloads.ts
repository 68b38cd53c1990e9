import { toPairs } from '../../compose/mergeServices';
import { withoutChoices } from '../../choices';
import {
  AttributeReader,
  getEntries,
  getItems,
  getText,
} from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import type {
  ContainerPort,
  EnvironmentVariable,
  WorkloadContainerFact,
} from '../../types/workloadContainers';
import type {
  ConfigurationSource,
  WorkloadFact,
  WorkloadVolume,
} from '../../types/workloads';
import type { FactValue } from '../../value';
import {
  absent,
  createContainer,
  createWorkload,
  firstSet,
  known,
} from './blankFacts';
import { readComposeSecurity } from './composeSecurity';

/** Services of compose files. */
export function collectComposeWorkloads(
  resources: ResourceIndex,
): WorkloadFact[] {
  return resources.ofType('compose.service').map(readService);
}

function readService(resource: Resource): WorkloadFact {
  const reader = AttributeReader.of(resource);
  const { location } = resource;
  const mode = getText(reader.get('deploy.mode'));
  const workload = createWorkload(resource, {
    platform: 'compose',
    name: resource.name,
    role: getRole(mode),
    containers: [readContainer(resource, reader)],
    replicas: firstSet(
      reader.number('deploy.replicas'),
      reader.number('scale'),
      absent('deploy.replicas', location, 1),
    ),
    restartPolicy: firstSet(
      reader.text('restart'),
      reader.text('deploy.restart_policy.condition'),
      absent('restart', location, 'no'),
    ),
    volumes: readVolumes(reader),
    configurationSources: readSources(reader),
  });
  return {
    ...workload,
    pod: {
      ...workload.pod,
      hostNetwork: equals(reader.text('network_mode'), 'host'),
      hostPid: equals(reader.text('pid'), 'host'),
      hostIpc: equals(reader.text('ipc'), 'host'),
    },
  };
}

function getRole(mode: string | undefined): WorkloadFact['role'] {
  if (mode === 'global') return 'daemon';
  return mode?.endsWith('-job') ? 'job' : 'service';
}

function equals(
  value: FactValue<string>,
  expected: string,
): FactValue<boolean> {
  const { setting, location } = value;
  if (value.state === 'unresolved') return withoutChoices(value);
  return value.state === 'absent'
    ? absent(setting, location, false)
    : known(value.value === expected, setting, location);
}

function readContainer(
  resource: Resource,
  reader: AttributeReader,
): WorkloadContainerFact {
  const { location } = resource;
  const first = (main: string, ...others: readonly string[]) =>
    firstSet(
      reader.text(main),
      ...others.map(path => reader.text(path)),
      absent<string>(main, location),
    );
  return createContainer(resource, {
    subject: resource.address,
    name: resource.name,
    location,
    image: reader.text('image'),
    isBuiltHere: reader.has('build'),
    command: reader.texts('command'),
    limits: {
      cpu: first('deploy.resources.limits.cpus', 'cpus'),
      memory: first('deploy.resources.limits.memory', 'mem_limit'),
    },
    requests: {
      cpu: first('deploy.resources.reservations.cpus'),
      memory: first('deploy.resources.reservations.memory', 'mem_reservation'),
    },
    livenessProbe: reader.presence('healthcheck'),
    readinessProbe: reader.presence('healthcheck'),
    stopTimeout: reader.text('stop_grace_period', { default: '10s' }),
    ports: getItems(reader.get('ports')).map(readPort),
    variables: readVariables(reader),
    security: readComposeSecurity(reader),
    logDriver: reader.text('logging.driver', { default: 'json-file' }),
    logMaxSize: reader.text('logging.options.max-size'),
  });
}

/** `8080:80`, `127.0.0.1:8080:80/tcp`, or the long form. */
function readPort(value: ReturnType<typeof getItems>[number]): ContainerPort {
  const { location } = value;
  if (value.kind === 'map') {
    const reader = new AttributeReader(value, location);
    return {
      containerPort: reader.number('target'),
      hostPort: reader.number('published'),
      protocol: getText(reader.get('protocol')) ?? 'tcp',
    };
  }
  const [text = '', protocol = 'tcp'] = (getText(value) ?? '').split('/');
  const parts = text.split(':');
  const number = (part: string | undefined): FactValue<number> =>
    part !== undefined && /^\d+$/.test(part)
      ? known(Number(part), 'ports', location)
      : absent('ports', location);
  return {
    containerPort: number(parts[parts.length - 1]),
    hostPort: number(parts.length > 1 ? parts[parts.length - 2] : undefined),
    protocol,
  };
}

function readVariables(reader: AttributeReader): EnvironmentVariable[] {
  const environment = reader.get('environment');
  if (environment === undefined) return [];
  const pairs = new AttributeReader(toPairs(environment), environment.location);
  return getEntries(pairs.value).map(([name, item]) => {
    const { location } = item;
    if (item.kind === 'unresolved') {
      const { expression } = item;
      return {
        name,
        source: 'unresolved',
        value: { state: 'unresolved', expression, setting: name, location },
      };
    }
    const text = getText(item) ?? '';
    return { name, source: 'literal', value: known(text, name, location) };
  });
}

function readVolumes(reader: AttributeReader): WorkloadVolume[] {
  return getItems(reader.get('volumes')).map(item => {
    const { location } = item;
    const source =
      item.kind === 'map'
        ? getText(new AttributeReader(item, location).get('source'))
        : (getText(item) ?? '').split(':')[0];
    const isPath = /^[./~]|^[A-Za-z]:\\/.test(source ?? '');
    return {
      name: source ?? '',
      kind: isPath ? 'host-path' : 'named',
      ...(source !== undefined && { reference: source }),
      accessModes: absent('accessModes', location),
      location,
    };
  });
}

function readSources(reader: AttributeReader): ConfigurationSource[] {
  const kinds = [
    ['environment', 'env'],
    ['env_file', 'env-file'],
    ['configs', 'configs'],
    ['secrets', 'secret'],
  ] as const;
  return kinds.flatMap(([path, kind]) => {
    const value = reader.get(path);
    if (value === undefined) return [];
    const isEmpty =
      value.kind === 'map'
        ? Object.keys(value.entries).length === 0
        : getItems(value).length === 0;
    return isEmpty ? [] : [{ kind, location: value.location }];
  });
}
