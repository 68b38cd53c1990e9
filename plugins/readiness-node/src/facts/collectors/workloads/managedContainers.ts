import { withoutChoices } from '../../choices';
import { AttributeReader, getText } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import type { WorkloadContainerFact } from '../../types/workloadContainers';
import type { ConfigurationSource, WorkloadFact } from '../../types/workloads';
import type { FactValue } from '../../value';
import { absent, createContainer, createWorkload } from './blankFacts';
import { readPresence } from './readSettings';

/** What a managed platform calls its settings; paths inside the container. */
interface PlatformNames {
  readonly containers?: string;
  readonly image: string;
  readonly environment: string;
  readonly cpu?: string;
  readonly memory?: string;
  readonly livenessProbe?: string;
  readonly readinessProbe?: string;
  readonly minimum?: readonly [path: string, byDefault: number];
  readonly maximum?: readonly [path: string, byDefault: number];
  readonly healthCheckPath?: string;
  /** Refers to the plan whose machines it runs on. */
  readonly plan?: string;
  readonly role?: WorkloadFact['role'];
  readonly isServerless: boolean;
}

const CLOUD_RUN = {
  image: 'image',
  environment: 'env',
  cpu: 'resources.limits.cpu',
  memory: 'resources.limits.memory',
  livenessProbe: 'liveness_probe',
  readinessProbe: 'startup_probe',
  isServerless: true,
} as const;
const WEB_APP = {
  image: 'site_config.application_stack.docker_image_name',
  environment: 'app_settings',
  healthCheckPath: 'site_config.health_check_path',
  plan: 'service_plan_id',
  isServerless: false,
} as const;
const APP_RUNNER = {
  image: 'source_configuration.image_repository.image_identifier',
  environment:
    'source_configuration.image_repository.image_configuration.runtime_environment_variables',
  cpu: 'instance_configuration.cpu',
  memory: 'instance_configuration.memory',
  healthCheckPath: 'health_check_configuration.path',
  isServerless: true,
} as const;

const PLATFORMS: Readonly<Record<string, PlatformNames>> = {
  google_cloud_run_service: {
    ...CLOUD_RUN,
    containers: 'template.spec.containers',
  },
  google_cloud_run_v2_service: {
    ...CLOUD_RUN,
    containers: 'template.containers',
    minimum: ['template.scaling.min_instance_count', 0],
    maximum: ['template.scaling.max_instance_count', 100],
  },
  google_cloud_run_v2_job: {
    ...CLOUD_RUN,
    containers: 'template.template.containers',
    role: 'job',
  },
  azurerm_container_app: {
    image: 'image',
    containers: 'template.container',
    environment: 'env',
    cpu: 'cpu',
    memory: 'memory',
    livenessProbe: 'liveness_probe',
    readinessProbe: 'readiness_probe',
    minimum: ['template.min_replicas', 0],
    maximum: ['template.max_replicas', 10],
    isServerless: true,
  },
  azurerm_linux_web_app: WEB_APP,
  azurerm_windows_web_app: WEB_APP,
  azurerm_app_service: { ...WEB_APP, plan: 'app_service_plan_id' },
  aws_apprunner_service: APP_RUNNER,
};

/** Cloud Run, Container Apps, App Service and App Runner. */
export function collectManagedContainers(
  resources: ResourceIndex,
): WorkloadFact[] {
  return resources.ofType(...Object.keys(PLATFORMS)).flatMap(resource => {
    const names = PLATFORMS[resource.type];
    return names ? [readPlatform(resource, names, resources)] : [];
  });
}

function readPlatform(
  resource: Resource,
  names: PlatformNames,
  resources: ResourceIndex,
): WorkloadFact {
  const reader = AttributeReader.of(resource);
  const blocks =
    names.containers === undefined
      ? [reader].filter(each => each.has(names.image))
      : reader.blocks(names.containers);
  const containers = blocks
    .map(each => new AttributeReader(each.value, each.location))
    .map(each => readContainer(resource, each, names));
  const sources =
    names.containers === undefined
      ? readSources(reader, names)
      : blocks.flatMap(each => readSources(each, names));
  const { minimum, maximum, healthCheckPath } = names;
  return createWorkload(resource, {
    platform: 'managed-containers',
    name: resource.name,
    role: names.role ?? 'service',
    isServerless: names.isServerless,
    ...(names.plan !== undefined && {
      replicas: readPlanInstances(resource, names.plan, resources),
    }),
    containers,
    configurationSources: sources,
    ...(minimum && {
      minimumInstances: reader.number(minimum[0], { default: minimum[1] }),
    }),
    ...(maximum && {
      maximumInstances: reader.number(maximum[0], { default: maximum[1] }),
    }),
    ...(healthCheckPath !== undefined && {
      healthCheckPath: reader.text(healthCheckPath),
    }),
  });
}

/** An App Service has as many instances as its plan, or as its autoscaler keeps. */
function readPlanInstances(
  resource: Resource,
  path: string,
  resources: ResourceIndex,
): FactValue<number> {
  const [plan] = resources.referred(resource, path);
  if (plan === undefined) {
    const value = AttributeReader.of(resource).text(path);
    if (value.state === 'unresolved') return withoutChoices(value);
    if (value.state === 'absent') return absent(path, resource.location);
    const { setting, location } = value;
    const expression = `the plan ${value.value}`;
    return { state: 'unresolved', expression, setting, location };
  }
  const [scaler] = resources.companions(
    plan,
    ['azurerm_monitor_autoscale_setting'],
    'target_resource_id',
  );
  return scaler
    ? AttributeReader.of(scaler).number('profile.capacity.minimum')
    : AttributeReader.of(plan).number(
        plan.type === 'azurerm_app_service_plan'
          ? 'sku.capacity'
          : 'worker_count',
        { default: 1 },
      );
}

function readContainer(
  resource: Resource,
  reader: AttributeReader,
  names: PlatformNames,
): WorkloadContainerFact {
  const { location } = reader;
  const read = (path: string | undefined, name: string) =>
    path === undefined ? absent<string>(name, location) : reader.text(path);
  const limits = {
    cpu: read(names.cpu, 'cpu'),
    memory: read(names.memory, 'memory'),
  };
  const probe = (path: string | undefined, name: string) =>
    readPresence(reader, [path ?? name]);
  return createContainer(resource, {
    subject: resource.address,
    name: getText(reader.get('name')) ?? resource.name,
    location,
    image: reader.text(names.image),
    limits,
    requests: limits,
    livenessProbe: probe(names.livenessProbe, 'liveness_probe'),
    readinessProbe: probe(names.readinessProbe, 'readiness_probe'),
  });
}

function readSources(
  reader: AttributeReader,
  names: PlatformNames,
): ConfigurationSource[] {
  const blocks = reader.blocks(names.environment);
  return blocks.map(({ location }) => ({ kind: 'env', location }));
}
