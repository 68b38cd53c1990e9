import { AttributeReader, getText } from '../../readValue';
import type { Resource } from '../../resource';
import type {
  EnvironmentVariable,
  WorkloadContainerFact,
} from '../../types/workloadContainers';
import type { ConfigurationSource } from '../../types/workloads';
import type { Value } from '../../value';
import { createContainer, createSecurity } from './blankFacts';

type Path = (name: string) => string;

/** A container of a task definition; `path` gives the names of the language. */
export function readEcsContainer(
  resource: Resource,
  value: Value,
  path: Path,
): WorkloadContainerFact {
  const reader = new AttributeReader(value, value.location);
  const { location } = value;
  return createContainer(resource, {
    subject: resource.address,
    name: getText(reader.get(path('name'))) ?? 'unnamed',
    location,
    image: reader.text(path('image')),
    command: reader.texts(path('command')),
    requests: {
      cpu: reader.text(path('cpu')),
      memory: reader.text(
        reader.has(path('memoryReservation'))
          ? path('memoryReservation')
          : path('memory'),
      ),
    },
    limits: {
      cpu: reader.text(path('cpu')),
      memory: reader.text(path('memory')),
    },
    livenessProbe: reader.presence(path('healthCheck')),
    readinessProbe: reader.presence(path('healthCheck')),
    stopTimeout: reader.text(path('stopTimeout'), { default: '30' }),
    ports: reader.blocks(path('portMappings')).map(port => ({
      containerPort: port.number(path('containerPort')),
      hostPort: port.number(path('hostPort')),
      protocol: getText(port.get(path('protocol'))) ?? 'tcp',
    })),
    variables: readVariables(reader, path),
    security: {
      ...createSecurity(location),
      privileged: reader.boolean(path('privileged'), { default: false }),
      readOnlyRootFilesystem: reader.boolean(path('readonlyRootFilesystem'), {
        default: false,
      }),
      runAsUser: reader.text(path('user')),
      droppedCapabilities: reader.texts(
        path('linuxParameters.capabilities.drop'),
        { default: [] },
      ),
      addedCapabilities: reader.texts(
        path('linuxParameters.capabilities.add'),
        { default: [] },
      ),
    },
    logDriver: reader.text(path('logConfiguration.logDriver')),
    logMaxSize: reader.text(`${path('logConfiguration.options')}.max-size`),
    mounts: reader.blocks(path('mountPoints')).map(mount => ({
      volume: getText(mount.get(path('sourceVolume'))) ?? '',
      path: getText(mount.get(path('containerPath'))) ?? '',
      isReadOnly: getText(mount.get(path('readOnly'))) === 'true',
    })),
  });
}

function readVariables(
  reader: AttributeReader,
  path: Path,
): EnvironmentVariable[] {
  const literals = reader.blocks(path('environment')).map(entry => {
    const value = entry.text(path('value'), { default: '' });
    const source: EnvironmentVariable['source'] =
      value.state === 'unresolved' ? 'unresolved' : 'literal';
    return { name: getText(entry.get(path('name'))) ?? '', source, value };
  });
  const secrets = reader.blocks(path('secrets')).map(entry => ({
    name: getText(entry.get(path('name'))) ?? '',
    source: 'secret' as const,
    value: entry.text(path('valueFrom')),
  }));
  return [...literals, ...secrets];
}

/** How a container takes configuration from outside. */
export function readEcsSources(
  value: Value,
  path: Path,
): ConfigurationSource[] {
  const reader = new AttributeReader(value, value.location);
  const container = getText(reader.get(path('name')));
  const kinds = [
    ['environment', 'env'],
    ['secrets', 'value-from'],
    ['environmentFiles', 'env-file'],
  ] as const;
  return kinds.flatMap(([name, kind]) =>
    reader.blocks(path(name)).map(entry => ({
      kind,
      ...(container !== undefined && { container }),
      location: entry.location,
    })),
  );
}
