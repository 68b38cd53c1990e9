import { decodeStructure } from '../../terraform/evaluation/decode';
import { AttributeReader, getItems } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import type { WorkloadFact, WorkloadVolume } from '../../types/workloads';
import { absent, createRollout, createWorkload, known } from './blankFacts';
import { readEcsContainer, readEcsSources } from './ecsContainers';
import { readPlacement } from './placement';
import { pickName, toPascal } from './readSettings';

const SERVICES = ['aws_ecs_service', 'AWS::ECS::Service'];
const DEFINITIONS = ['aws_ecs_task_definition', 'AWS::ECS::TaskDefinition'];

/** ECS services, and beside them the task definitions with their containers. */
export function collectEcsWorkloads(resources: ResourceIndex): WorkloadFact[] {
  return [
    ...resources.ofType(...SERVICES).map(each => readService(each, resources)),
    ...resources.ofType(...DEFINITIONS).map(readDefinition),
  ];
}

function readService(
  resource: Resource,
  resources: ResourceIndex,
): WorkloadFact {
  const reader = AttributeReader.of(resource);
  const isTerraform = resource.language === 'terraform';
  const at = (terraform: string, cloudFormation: string) =>
    pickName(resource, { terraform, cloudFormation });
  const [definition] = resources.referred(
    resource,
    at('task_definition', 'TaskDefinition'),
  );
  const scheduling = reader.text(
    at('scheduling_strategy', 'SchedulingStrategy'),
  );
  const isDaemon =
    scheduling.state === 'known' && scheduling.value === 'DAEMON';
  const subnets = at(
    'network_configuration.subnets',
    'NetworkConfiguration.AwsvpcConfiguration.Subnets',
  );
  return createWorkload(resource, {
    platform: 'ecs',
    name: resource.name,
    role: isDaemon ? 'daemon' : 'service',
    ...(definition && { definition: definition.address }),
    // Terraform sends 0 when unset, CloudFormation takes 1.
    replicas: reader.number(at('desired_count', 'DesiredCount'), {
      default: isTerraform ? 0 : 1,
    }),
    rollout: readRollout(resource, reader),
    placement: readPlacement(resources, resource, { subnets }),
    loadBalanced: reader.presence(at('load_balancer', 'LoadBalancers')),
    launchType: reader.text(at('launch_type', 'LaunchType'), {
      default: 'EC2',
    }),
  });
}

function readRollout(resource: Resource, reader: AttributeReader) {
  const at = (terraform: string, cloudFormation: string) =>
    pickName(resource, { terraform, cloudFormation });
  return {
    ...createRollout(resource.location),
    strategy: reader.text(
      at('deployment_controller.type', 'DeploymentController.Type'),
      { default: 'ECS' },
    ),
    minimumHealthyPercent: reader.number(
      at(
        'deployment_minimum_healthy_percent',
        'DeploymentConfiguration.MinimumHealthyPercent',
      ),
      { default: 100 },
    ),
    circuitBreakerRollback: reader.boolean(
      at(
        'deployment_circuit_breaker.rollback',
        'DeploymentConfiguration.DeploymentCircuitBreaker.Rollback',
      ),
      { default: false },
    ),
  };
}

function readDefinition(resource: Resource): WorkloadFact {
  const reader = AttributeReader.of(resource);
  const isTerraform = resource.language === 'terraform';
  const path = isTerraform ? (name: string) => name : toPascal;
  const written = reader.get(
    isTerraform ? 'container_definitions' : 'ContainerDefinitions',
  );
  const structure = decodeStructure(written) ?? written;
  const containers = getItems(structure).filter(item => item.kind === 'map');
  const volumes = reader.blocks(isTerraform ? 'volume' : 'Volumes');
  return createWorkload(resource, {
    platform: 'ecs',
    name: resource.name,
    role: 'task',
    containers: containers.map(item => readEcsContainer(resource, item, path)),
    configurationSources: containers.flatMap(item =>
      readEcsSources(item, path),
    ),
    cpu: reader.text(isTerraform ? 'cpu' : 'Cpu'),
    memory: reader.text(isTerraform ? 'memory' : 'Memory'),
    launchType: reader.text(
      isTerraform ? 'requires_compatibilities.0' : 'RequiresCompatibilities.0',
    ),
    pod: readHostSettings(resource, reader, isTerraform),
    volumes: volumes.map(volume => readVolume(volume, isTerraform)),
  });
}

function readHostSettings(
  resource: Resource,
  reader: AttributeReader,
  isTerraform: boolean,
): WorkloadFact['pod'] {
  const { pod } = createWorkload(resource, {
    platform: 'ecs',
    name: resource.name,
    role: 'task',
  });
  const mode = reader.text(isTerraform ? 'network_mode' : 'NetworkMode', {
    default: 'bridge',
  });
  return {
    ...pod,
    hostNetwork:
      mode.state === 'known'
        ? known(mode.value === 'host', mode.setting, mode.location)
        : absent(mode.setting, mode.location, false),
  };
}

function readVolume(
  reader: AttributeReader,
  isTerraform: boolean,
): WorkloadVolume {
  const hostPath = isTerraform ? 'host_path' : 'Host.SourcePath';
  const efs = isTerraform
    ? 'efs_volume_configuration'
    : 'EFSVolumeConfiguration';
  const name = reader.text(isTerraform ? 'name' : 'Name');
  const kinds = [
    [hostPath, 'host-path'],
    [efs, 'efs'],
  ] as const;
  const kind = kinds.find(([path]) => reader.has(path))?.[1] ?? 'empty-dir';
  return {
    name: name.state === 'known' ? name.value : '',
    kind,
    accessModes: absent<readonly string[]>('accessModes', reader.location),
    location: reader.location,
  };
}
