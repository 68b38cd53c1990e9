import { AttributeReader, getText, getValue } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import type { WorkloadContainerFact } from '../../types/workloadContainers';
import type { WorkloadFact } from '../../types/workloads';
import type { FactValue, Value } from '../../value';
import { createContainer, createWorkload } from './blankFacts';
import { findPath } from './readSettings';

/** Stores of data and parts of platforms, which are no workloads of the entity. */
const FOREIGN_CHART =
  /postgres|mysql|mariadb|mongo|redis|valkey|rabbitmq|kafka|elasticsearch|opensearch|memcached|zookeeper|cassandra|clickhouse|minio|nats|vault|consul|ingress|traefik|cert-manager|prometheus|grafana|loki|tempo|fluent|vector|datadog|newrelic|external-|istio|linkerd|argo|velero|keda|karpenter|metrics-server|autoscaler|operator|controller|driver|crds?$/i;

const KEYS = [
  'replicaCount',
  'replicas',
  'image',
  'resources',
  'readinessProbe',
  'livenessProbe',
];

const SOURCES = [
  ['env', 'env'],
  ['environment', 'env'],
  ['envVars', 'env'],
  ['extraEnv', 'env'],
  ['extraEnvVars', 'env'],
  ['envFrom', 'env-from'],
  ['envFromSecret', 'env-from'],
  ['configMap', 'config-map'],
  ['config', 'configs'],
  ['secrets', 'secret'],
] as const;

/**
 * Workloads that a chart of somebody else makes out of values set here
 * (`replicaCount`, `image`, `resources`, probes). What is not set has the
 * chart's own default, which nobody knows here: it is unresolved.
 */
export function collectHelmDependencyWorkloads(
  resources: ResourceIndex,
): WorkloadFact[] {
  return resources.ofType('HelmDependency').flatMap(resource => {
    const chart = getText(getValue(resource.attributes, 'name')) ?? '';
    const values = getValue(resource.attributes, 'values');
    if (FOREIGN_CHART.test(chart) || values?.kind !== 'map') return [];
    const base = findBase(values);
    return base === undefined ? [] : [readDependency(resource, chart, base)];
  });
}

/** Values stand at the top or below a key such as `controller` or `deployment`. */
function findBase(values: Value): Value | undefined {
  const candidates = [
    values,
    ...['deployment', 'controller', 'application', 'app'].map(key =>
      getValue(values, key),
    ),
  ];
  return candidates.find(
    value =>
      value?.kind === 'map' &&
      KEYS.some(key => Object.hasOwn(value.entries, key)),
  );
}

function readDependency(
  resource: Resource,
  chart: string,
  values: Value,
): WorkloadFact {
  const reader = new AttributeReader(values, values.location);
  const orChartDefault = <T>(value: FactValue<T>): FactValue<T> =>
    value.state === 'absent'
      ? {
          state: 'unresolved',
          expression: `the default of the chart ${chart}`,
          setting: value.setting,
          location: resource.location,
        }
      : value;
  const replicas = findPath(reader, ['replicaCount', 'replicas']);
  return createWorkload(resource, {
    platform: 'helm-dependency',
    name: resource.name,
    namespace: 'default',
    role: 'service',
    replicas: orChartDefault(reader.number(replicas ?? 'replicaCount')),
    containers: [readContainer(resource, reader, orChartDefault)],
    configurationSources: SOURCES.flatMap(([path, kind]) => {
      const value = reader.get(path);
      return value === undefined ? [] : [{ kind, location: value.location }];
    }),
  });
}

function readContainer(
  resource: Resource,
  reader: AttributeReader,
  orChartDefault: <T>(value: FactValue<T>) => FactValue<T>,
): WorkloadContainerFact {
  const text = (path: string) => orChartDefault(reader.text(path));
  const probe = (path: string): FactValue<boolean> =>
    orChartDefault(
      reader.has(path)
        ? reader.presence(path)
        : { state: 'absent', setting: path, location: reader.location },
    );
  const blank = createContainer(resource, {
    subject: resource.address,
    name: resource.name,
    location: reader.location,
  });
  return {
    ...blank,
    image: readImage(reader) ?? text('image.tag'),
    requests: {
      cpu: text('resources.requests.cpu'),
      memory: text('resources.requests.memory'),
    },
    limits: {
      cpu: text('resources.limits.cpu'),
      memory: text('resources.limits.memory'),
    },
    readinessProbe: probe('readinessProbe'),
    livenessProbe: probe('livenessProbe'),
    preStop: probe('lifecycle.preStop'),
    security: {
      ...blank.security,
      privileged: orChartDefault(reader.boolean('securityContext.privileged')),
      allowPrivilegeEscalation: orChartDefault(
        reader.boolean('securityContext.allowPrivilegeEscalation'),
      ),
      readOnlyRootFilesystem: orChartDefault(
        reader.boolean('securityContext.readOnlyRootFilesystem'),
      ),
      runAsNonRoot: orChartDefault(
        reader.boolean('securityContext.runAsNonRoot'),
      ),
      runAsUser: text('securityContext.runAsUser'),
      droppedCapabilities: orChartDefault(
        reader.texts('securityContext.capabilities.drop'),
      ),
      addedCapabilities: orChartDefault(
        reader.texts('securityContext.capabilities.add'),
      ),
      seccompProfile: text('securityContext.seccompProfile.type'),
    },
  };
}

/** `image` as a text, or put together from repository and tag. */
function readImage(reader: AttributeReader): FactValue<string> | undefined {
  const whole = reader.get('image');
  if (whole?.kind === 'scalar') return reader.text('image');
  const tag = reader.text('image.tag');
  const repository = reader.text('image.repository');
  if (tag.state !== 'known' || tag.value === '') return undefined;
  return repository.state === 'known'
    ? { ...tag, value: `${repository.value}:${tag.value}` }
    : tag;
}
