import { AttributeReader, getText, getValue } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import type { PlacementFact } from '../../types/workloads';
import type { FactValue } from '../../value';
import { absent, createPlacement, known } from './blankFacts';
import { countItems } from './readSettings';

/** Where a resource keeps its subnets and zones. */
export interface PlacementPaths {
  readonly subnets?: string;
  readonly zones?: string;
  readonly zoneBalance?: string;
}

/** Subnets and zones of something, zones taken from the subnets it refers to. */
export function readPlacement(
  resources: ResourceIndex,
  resource: Resource,
  paths: PlacementPaths,
): PlacementFact {
  const reader = AttributeReader.of(resource);
  const blank = createPlacement(resource.location);
  const { subnets, zones, zoneBalance } = paths;
  const direct =
    zones !== undefined && reader.has(zones)
      ? countItems(reader, zones)
      : undefined;
  return {
    ...blank,
    ...(subnets !== undefined && {
      subnetCount: countSubnets(reader, subnets),
    }),
    zoneCount:
      direct ??
      (subnets !== undefined
        ? countZones(resources, resource, reader, subnets)
        : absent(zones ?? blank.zoneCount.setting, resource.location)),
    ...(zoneBalance !== undefined && {
      zoneBalance: reader.boolean(zoneBalance, { default: false }),
    }),
  };
}

/** A comma-separated text is a list too (`Fn::Join`, old templates). */
function countSubnets(
  reader: AttributeReader,
  path: string,
): FactValue<number> {
  const value = reader.get(path);
  const text = getText(value);
  return value !== undefined && text?.includes(',')
    ? known(text.split(',').length, path, value.location)
    : countItems(reader, path);
}

const SUBNET = /^(aws_subnet|AWS::EC2::Subnet)$/;

function countZones(
  resources: ResourceIndex,
  resource: Resource,
  reader: AttributeReader,
  path: string,
): FactValue<number> {
  const value = reader.get(path);
  if (value === undefined) return absent(path, resource.location);
  const subnets = resources
    .referred(resource, path)
    .filter(each => SUBNET.test(each.type));
  if (subnets.length === 0) {
    const expression =
      value.kind === 'unresolved' ? value.expression : `the zones of ${path}`;
    return {
      state: 'unresolved',
      expression,
      setting: path,
      location: value.location,
    };
  }
  const zones = new Set<string>();
  let repeated = 0;
  for (const subnet of subnets) {
    const instances = subnet.instances ?? 1;
    if (instances > 1) repeated += instances;
    else zones.add(describeZone(subnet));
  }
  return known(zones.size + repeated, path, value.location);
}

/** Zones that cannot be resolved differ when their expressions do. */
function describeZone(subnet: Resource): string {
  const zone =
    getValue(subnet.attributes, 'availability_zone') ??
    getValue(subnet.attributes, 'availability_zone_id') ??
    getValue(subnet.attributes, 'AvailabilityZone');
  if (zone?.kind === 'unresolved') return zone.expression;
  return getText(zone) ?? subnet.address;
}
