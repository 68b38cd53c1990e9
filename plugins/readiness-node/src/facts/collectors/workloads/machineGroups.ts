import { withoutChoices } from '../../choices';
import { AttributeReader } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import type { RolloutFact, WorkloadFact } from '../../types/workloads';
import type { FactValue } from '../../value';
import { absent, createRollout, createWorkload, known } from './blankFacts';
import { readPlacement } from './placement';
import { isThere, readPresence } from './readSettings';

const READERS: Readonly<
  Record<string, (resource: Resource, index: ResourceIndex) => WorkloadFact>
> = {
  aws_autoscaling_group: readTerraformGroup,
  'AWS::AutoScaling::AutoScalingGroup': readCloudFormationGroup,
  google_compute_instance_group_manager: readGoogleGroup,
  google_compute_region_instance_group_manager: readGoogleGroup,
  azurerm_virtual_machine_scale_set: readScaleSet,
  azurerm_linux_virtual_machine_scale_set: readScaleSet,
  azurerm_windows_virtual_machine_scale_set: readScaleSet,
  azurerm_orchestrated_virtual_machine_scale_set: readScaleSet,
};

/** Groups of virtual machines. */
export function collectMachineGroups(resources: ResourceIndex): WorkloadFact[] {
  return resources.ofType(...Object.keys(READERS)).flatMap(resource => {
    const read = READERS[resource.type];
    return read ? [read(resource, resources)] : [];
  });
}

function createGroup(
  resource: Resource,
  given: Partial<WorkloadFact>,
): WorkloadFact {
  return createWorkload(resource, {
    platform: 'machine-group',
    name: resource.name,
    role: 'service',
    ...given,
  });
}

const ATTACHMENTS = [
  'aws_autoscaling_attachment',
  'aws_autoscaling_traffic_source_attachment',
];

function readTerraformGroup(
  resource: Resource,
  resources: ResourceIndex,
): WorkloadFact {
  const reader = AttributeReader.of(resource);
  const attached = readPresence(reader, [
    'target_group_arns',
    'load_balancers',
    'traffic_source',
  ]);
  const [attachment] = resources.companions(
    resource,
    ATTACHMENTS,
    'autoscaling_group_name',
    'name',
  );
  return createGroup(resource, {
    replicas: reader.number('min_size'),
    rollout: {
      ...createRollout(resource.location),
      instanceRefresh: reader.presence('instance_refresh'),
      createBeforeDestroy: reader.boolean('lifecycle.create_before_destroy', {
        default: false,
      }),
    },
    placement: readPlacement(resources, resource, {
      subnets: 'vpc_zone_identifier',
      zones: 'availability_zones',
    }),
    loadBalanced:
      attachment && !isThere(attached)
        ? known(true, attachment.type, attachment.location)
        : attached,
    healthCheckType: reader.text('health_check_type', { default: 'EC2' }),
  });
}

function readCloudFormationGroup(
  resource: Resource,
  resources: ResourceIndex,
): WorkloadFact {
  const reader = AttributeReader.of(resource);
  return createGroup(resource, {
    replicas: reader.number('MinSize'),
    rollout: {
      ...createRollout(resource.location),
      instanceRefresh: readPresence(reader, [
        'UpdatePolicy.AutoScalingRollingUpdate',
        'UpdatePolicy.AutoScalingReplacingUpdate',
      ]),
    },
    placement: readPlacement(resources, resource, {
      subnets: 'VPCZoneIdentifier',
      zones: 'AvailabilityZones',
    }),
    loadBalanced: readPresence(reader, [
      'TargetGroupARNs',
      'LoadBalancerNames',
      'TrafficSources',
    ]),
    healthCheckType: reader.text('HealthCheckType', { default: 'EC2' }),
  });
}

/** Google replaces as many at a time as there are zones unless told otherwise. */
function readGoogleGroup(
  resource: Resource,
  resources: ResourceIndex,
): WorkloadFact {
  const reader = AttributeReader.of(resource);
  const isRegional = resource.type.includes('_region_');
  const zones = 'distribution_policy_zones';
  const healing = reader.presence('auto_healing_policies');
  return createGroup(resource, {
    replicas: reader.number('target_size', { default: 0 }),
    rollout: {
      ...createRollout(resource.location),
      strategy: reader.text('update_policy.type', { default: 'OPPORTUNISTIC' }),
      maxUnavailable: readMaxUnavailable(reader, isRegional),
      maxSurge: reader.text('update_policy.max_surge_fixed'),
    } satisfies RolloutFact,
    placement: {
      ...readPlacement(resources, resource, isRegional ? { zones } : {}),
      isRegional,
      ...(!isRegional && {
        zoneCount: known(1, 'zone', resource.location),
      }),
    },
    loadBalanced: readBackend(resource, resources),
    healthCheckType: toHealthCheckType(healing),
  });
}

const BACKENDS = [
  'google_compute_backend_service',
  'google_compute_region_backend_service',
];

/** Load balancers name the group; without one a named port tells that some do. */
function readBackend(
  resource: Resource,
  resources: ResourceIndex,
): FactValue<boolean> {
  const [service] = resources.companions(resource, BACKENDS, 'backend.group');
  if (service !== undefined)
    return known(true, service.address, service.location);
  const reader = AttributeReader.of(resource);
  return reader.presence(
    reader.has('target_pools') ? 'target_pools' : 'named_port',
  );
}

function readMaxUnavailable(
  reader: AttributeReader,
  isRegional: boolean,
): FactValue<string> {
  const percent = 'update_policy.max_unavailable_percent';
  if (reader.has(percent)) {
    const value = reader.text(percent);
    return value.state === 'known'
      ? { ...value, value: `${value.value}%` }
      : value;
  }
  return reader.text('update_policy.max_unavailable_fixed', {
    default: isRegional ? '3' : '1',
  });
}

function toHealthCheckType(healing: FactValue<boolean>): FactValue<string> {
  const { setting, location } = healing;
  if (healing.state === 'unresolved') return withoutChoices(healing);
  return isThere(healing)
    ? known('auto-healing', setting, location)
    : absent(setting, location);
}

function readScaleSet(
  resource: Resource,
  resources: ResourceIndex,
): WorkloadFact {
  const reader = AttributeReader.of(resource);
  const isOld = resource.type === 'azurerm_virtual_machine_scale_set';
  const pools = [
    'network_interface.ip_configuration.load_balancer_backend_address_pool_ids',
    'network_interface.ip_configuration.application_gateway_backend_address_pool_ids',
    'network_profile.ip_configuration.load_balancer_backend_address_pool_ids',
  ];
  return createGroup(resource, {
    replicas: reader.number(isOld ? 'sku.capacity' : 'instances', {
      default: 0,
    }),
    rollout: {
      ...createRollout(resource.location),
      strategy: reader.text(isOld ? 'upgrade_policy_mode' : 'upgrade_mode', {
        default: 'Manual',
      }),
    },
    placement: readPlacement(resources, resource, {
      zones: 'zones',
      zoneBalance: 'zone_balance',
    }),
    loadBalanced: readPresence(reader, pools),
    healthCheckType: toHealthCheckType(
      readPresence(reader, ['health_probe_id', 'automatic_instance_repair']),
    ),
  });
}
