import { AttributeReader } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import type { ConfigurationSource, WorkloadFact } from '../../types/workloads';
import { createRollout, createWorkload, isSet, known } from './blankFacts';
import { findPath } from './readSettings';

/** What a type of function calls its settings. */
interface FunctionNames {
  readonly memory?: { readonly path: string; readonly default?: string };
  readonly environment: readonly string[];
  readonly minimum?: string;
  readonly maximum?: string;
}

const FUNCTIONS: Readonly<Record<string, FunctionNames>> = {
  aws_lambda_function: {
    memory: { path: 'memory_size', default: '128' },
    environment: ['environment.variables'],
    maximum: 'reserved_concurrent_executions',
  },
  'AWS::Lambda::Function': {
    memory: { path: 'MemorySize', default: '128' },
    environment: ['Environment.Variables'],
    maximum: 'ReservedConcurrentExecutions',
  },
  'AWS::Serverless::Function': {
    memory: { path: 'MemorySize', default: '128' },
    environment: ['Environment.Variables'],
    maximum: 'ReservedConcurrentExecutions',
  },
  'serverless.function': {
    memory: { path: 'memorySize', default: '1024' },
    environment: ['environment'],
    maximum: 'reservedConcurrency',
  },
  google_cloudfunctions_function: {
    memory: { path: 'available_memory_mb', default: '256' },
    environment: ['environment_variables', 'secret_environment_variables'],
    minimum: 'min_instances',
    maximum: 'max_instances',
  },
  google_cloudfunctions2_function: {
    memory: { path: 'service_config.available_memory', default: '256M' },
    environment: [
      'service_config.environment_variables',
      'service_config.secret_environment_variables',
    ],
    minimum: 'service_config.min_instance_count',
    maximum: 'service_config.max_instance_count',
  },
  azurerm_linux_function_app: { environment: ['app_settings'] },
  azurerm_windows_function_app: { environment: ['app_settings'] },
  azurerm_function_app: { environment: ['app_settings'] },
  azurerm_function_app_flex_consumption: {
    memory: { path: 'instance_memory_in_mb', default: '2048' },
    environment: ['app_settings'],
    maximum: 'maximum_instance_count',
  },
};

/** Functions of AWS, Google and Azure. */
export function collectFunctionWorkloads(
  resources: ResourceIndex,
): WorkloadFact[] {
  return resources.ofType(...Object.keys(FUNCTIONS)).flatMap(resource => {
    const names = FUNCTIONS[resource.type];
    return names ? [readFunction(resource, names, resources)] : [];
  });
}

function readFunction(
  resource: Resource,
  names: FunctionNames,
  resources: ResourceIndex,
): WorkloadFact {
  const reader = AttributeReader.of(resource);
  const { memory, minimum, maximum } = names;
  return createWorkload(resource, {
    platform: 'function',
    name: resource.name,
    role: 'service',
    isServerless: true,
    configurationSources: readEnvironment(reader, names.environment),
    ...(memory && {
      memory: reader.text(
        memory.path,
        memory.default === undefined ? {} : { default: memory.default },
      ),
    }),
    ...(minimum !== undefined && {
      minimumInstances: reader.number(minimum, { default: 0 }),
    }),
    ...(maximum !== undefined && {
      maximumInstances: reader.number(maximum),
    }),
    rollout: {
      ...createRollout(resource.location),
      alias: readAlias(resource, reader, resources),
      ...readPreferenceRollback(resource, reader),
    },
  });
}

function readEnvironment(
  reader: AttributeReader,
  paths: readonly string[],
): ConfigurationSource[] {
  return paths.flatMap(path => {
    const value = reader.get(path);
    const isEmpty =
      value === undefined ||
      (value.kind === 'map' &&
        value.unresolvedRest === undefined &&
        Object.keys(value.entries).length === 0);
    return isEmpty ? [] : [{ kind: 'env' as const, location: value.location }];
  });
}

/** SAM's deployment preference makes a CodeDeploy group that rolls back by itself. */
function readPreferenceRollback(resource: Resource, reader: AttributeReader) {
  const path = 'DeploymentPreference';
  const preference = reader.get(path);
  const enabled = reader.boolean(`${path}.Enabled`, { default: true });
  const isOff = enabled.state === 'known' && !enabled.value;
  return resource.type === 'AWS::Serverless::Function' &&
    preference !== undefined &&
    !isOff
    ? { circuitBreakerRollback: known(true, path, preference.location) }
    : {};
}

const ALIASES = ['aws_lambda_alias', 'AWS::Lambda::Alias'];

/** New versions are shifted to by an alias; SAM's settings make one. */
function readAlias(
  resource: Resource,
  reader: AttributeReader,
  resources: ResourceIndex,
) {
  const own = findPath(reader, [
    'AutoPublishAlias',
    'DeploymentPreference.Type',
    'DeploymentPreference',
    'deploymentSettings',
  ]);
  if (own !== undefined) return reader.presence(own);
  const attribute =
    resource.language === 'terraform' ? 'function_name' : 'FunctionName';
  const [alias] = resources.companions(resource, ALIASES, attribute, attribute);
  return alias
    ? known(true, alias.type, alias.location)
    : isSet(reader.text('AutoPublishAlias'));
}
