import { withoutChoices } from '../../choices';
import { AttributeReader, getItems, getText, getValue } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { ZonePlacementFact } from '../../types/zonePlacements';
import type { FactValue } from '../../value';
import { countZones, getSubnetZones } from './countZones';

/** What lies in zones beside workloads. */
export function collectZonePlacements(
  resources: ResourceIndex,
): ZonePlacementFact[] {
  return [
    ...readNodeGroups(resources),
    ...resources.ofType('google_container_cluster').map(readGoogleCluster),
    ...resources
      .ofType('google_container_node_pool')
      .flatMap(pool => readGooglePool(pool)),
    ...readAzurePools(resources),
    ...resources
      .ofType('azurerm_service_plan', 'azurerm_app_service_plan')
      .flatMap(readPlan),
    ...readNetworks(resources),
  ];
}

function readNodeGroups(resources: ResourceIndex): ZonePlacementFact[] {
  const terraform = resources
    .ofType('aws_eks_node_group')
    .map(group => [group, 'subnet_ids'] as const);
  const stacks = resources
    .ofType('AWS::EKS::Nodegroup')
    .map(group => [group, 'Subnets'] as const);
  return [...terraform, ...stacks].map(([group, setting]) => ({
    ...toSubjectFact(group),
    kind: 'nodes',
    zones: countZones(
      resources,
      group,
      getValue(group.attributes, setting),
      setting,
    ),
    expected: `${setting} in at least 2 zones`,
  }));
}

const ZONE = /^[a-z]+-[a-z]+\d+-[a-z]$/;
const GOOGLE = 'a region as location, or at least 2 node_locations';

function readGoogleCluster(resource: Resource): ZonePlacementFact {
  return {
    ...toSubjectFact(resource),
    kind: 'nodes',
    zones: readGoogleZones(resource, 1),
    expected: GOOGLE,
  };
}

/** A pool without a place of its own lies where its cluster lies. */
function readGooglePool(resource: Resource): ZonePlacementFact[] {
  const locations = getValue(resource.attributes, 'node_locations');
  if (locations === undefined) return [];
  return [
    {
      ...toSubjectFact(resource),
      kind: 'nodes',
      zones: readGoogleZones(resource, 0),
      expected: GOOGLE,
    },
  ];
}

/** A zonal cluster lies in its own zone besides those of `node_locations`. */
function readGoogleZones(resource: Resource, own: number): FactValue<number> {
  const reader = AttributeReader.of(resource);
  const locations = getItems(reader.get('node_locations'));
  const listed = locations.find(each => each.kind === 'scalar');
  if (listed !== undefined) {
    const location = getText(reader.get('location')) ?? '';
    const extra = ZONE.test(location) ? own : 0;
    const zones = locations.length + extra;
    return known(zones, 'node_locations', listed.location, `${zones} zones`);
  }
  const written = reader.get('node_locations');
  const isRegion = /^[a-z]+-[a-z]+\d+$/.test(
    getText(reader.get('location')) ?? '',
  );
  if (written?.kind === 'unresolved' && !isRegion) {
    return reader.number('node_locations');
  }
  const autopilot = getText(reader.get('enable_autopilot')) === 'true';
  const location = reader.text('location');
  if (location.state === 'known' || autopilot) {
    const text = location.state === 'known' ? location.value : 'Autopilot';
    const zones = ZONE.test(text) ? 1 : 3;
    return known(zones, 'location', location.location, text);
  }
  if (location.state === 'unresolved') return withoutChoices(location);
  return { state: 'absent', setting: 'location', location: resource.location };
}

function readAzurePools(resources: ResourceIndex): ZonePlacementFact[] {
  const read = (resource: Resource, prefix: string): ZonePlacementFact => {
    const reader = AttributeReader.of(resource);
    const setting = ['zones', 'availability_zones']
      .map(name => `${prefix}${name}`)
      .find(name => reader.has(name));
    return {
      ...toSubjectFact(resource),
      kind: 'nodes',
      zones: countZones(
        resources,
        resource,
        setting === undefined ? undefined : reader.get(setting),
        setting ?? `${prefix}zones`,
      ),
      expected: `${prefix}zones with at least 2 zones`,
    };
  };
  return [
    ...resources
      .ofType('azurerm_kubernetes_cluster')
      .map(cluster => read(cluster, 'default_node_pool.')),
    ...resources
      .ofType('azurerm_kubernetes_cluster_node_pool')
      .map(pool => read(pool, '')),
  ];
}

/** Consumption plans have no machines of their own. */
function readPlan(resource: Resource): ZonePlacementFact[] {
  const reader = AttributeReader.of(resource);
  if (/^(Y1|FC1)$/.test(getText(reader.get('sku_name')) ?? '')) return [];
  const setting = reader.has('zone_redundant')
    ? 'zone_redundant'
    : 'zone_balancing_enabled';
  const balanced = reader.boolean(setting, { default: false });
  return [
    {
      ...toSubjectFact(resource),
      kind: 'plan',
      zones: toZones(balanced),
      expected: 'zone_balancing_enabled = true',
    },
  ];
}

function toZones(balanced: FactValue<boolean>): FactValue<number> {
  const { setting, location } = balanced;
  switch (balanced.state) {
    case 'known':
      return known(
        balanced.value ? 3 : 1,
        setting,
        location,
        String(balanced.value),
      );
    case 'absent':
      return {
        state: 'absent',
        setting,
        location,
        defaultValue: 1,
        text: 'false',
      };
    case 'unresolved':
      return withoutChoices(balanced);
    default:
      throw new TypeError(`Unexpected ${String(balanced satisfies never)}`);
  }
}

/** The zone of a subnet that is made once for each of nobody knows how many. */
function findRepeatedZone(
  subnets: readonly Resource[],
): FactValue<number> | undefined {
  for (const subnet of subnets) {
    const zone = getValue(subnet.attributes, 'availability_zone');
    if (
      zone?.kind === 'unresolved' &&
      /\b(each|count)\./.test(zone.expression)
    ) {
      const { expression, location } = zone;
      return {
        state: 'unresolved',
        expression,
        setting: 'availability_zone',
        location,
      };
    }
  }
  return undefined;
}

/** Networks whose subnets are written beside them. */
function readNetworks(resources: ResourceIndex): ZonePlacementFact[] {
  const kinds = [
    ['aws_vpc', 'aws_subnet', 'vpc_id'],
    ['AWS::EC2::VPC', 'AWS::EC2::Subnet', 'VpcId'],
  ] as const;
  return kinds.flatMap(([network, subnet, attribute]) =>
    resources.ofType(network).flatMap(each => {
      const subnets = resources.companions(each, [subnet], attribute);
      const [first] = subnets;
      if (first === undefined) return [];
      const zones = new Set(subnets.flatMap(getSubnetZones)).size;
      const open = zones < 2 ? findRepeatedZone(subnets) : undefined;
      return [
        {
          ...toSubjectFact(each),
          kind: 'network' as const,
          zones:
            open ??
            known(
              zones,
              'subnets',
              first.location,
              `${zones} ${zones === 1 ? 'zone' : 'zones'}`,
            ),
          expected: 'subnets in at least 2 zones',
        },
      ];
    }),
  );
}

function known(
  value: number,
  setting: string,
  location: ZonePlacementFact['location'],
  text: string,
): FactValue<number> {
  return { state: 'known', value, setting, location, text };
}
