import { collectReferences, getText, getValue } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import type { FactValue, Value } from '../../value';

const ZONES = [
  'availability_zone',
  'availability_zone_id',
  'AvailabilityZone',
  'zone',
];

/**
 * In how many zones the subnets lie that a value names. Subnets of which no
 * zone is known count as one zone each, since that is what they are made for.
 */
export function countZones(
  resources: ResourceIndex,
  resource: Resource,
  value: Value | undefined,
  setting: string,
): FactValue<number> {
  if (value === undefined) {
    return { state: 'absent', setting, location: resource.location };
  }
  const keys = new Set(listZoneKeys(resources, resource, value));
  const isOpen =
    value.kind === 'unresolved' ||
    (value.kind === 'list' && value.unresolvedRest !== undefined);
  if (isOpen && keys.size < 2) {
    return {
      state: 'unresolved',
      expression:
        value.kind === 'unresolved'
          ? value.expression
          : value.unresolvedRest ?? setting,
      setting,
      location: value.location,
    };
  }
  return {
    state: 'known',
    value: keys.size,
    setting,
    location: value.location,
    text: `${keys.size} ${keys.size === 1 ? 'zone' : 'zones'}`,
  };
}

function listZoneKeys(
  resources: ResourceIndex,
  resource: Resource,
  value: Value,
): string[] {
  const items = value.kind === 'list' ? value.items : [value];
  const taken = new Map<string, number>();
  return items.flatMap(item => {
    const subnets = findSubnets(resources, resource, item);
    if (subnets.length > 0) {
      // A list names each instance of a counted subnet, anything else all of them.
      if (value.kind !== 'list') return subnets.flatMap(getSubnetZones);
      return subnets.flatMap(subnet => {
        const index = taken.get(subnet.address) ?? 0;
        taken.set(subnet.address, index + 1);
        const zones = getSubnetZones(subnet);
        return zones[index % zones.length] ?? [];
      });
    }
    const text = getText(item);
    if (text !== undefined) return [text];
    return item.kind === 'unresolved' && value.kind === 'list'
      ? [item.expression]
      : [];
  });
}

function findSubnets(
  resources: ResourceIndex,
  resource: Resource,
  value: Value,
): readonly Resource[] {
  return collectReferences(value)
    .map(address => resources.get(resource.scope, address))
    .filter(found => found !== undefined)
    .filter(found => /subnet/i.test(found.type));
}

/** The zones of a subnet; several when `count` makes several of it. */
export function getSubnetZones(subnet: Resource): string[] {
  const { instances = 1, address } = subnet;
  const zone = ZONES.map(name => getValue(subnet.attributes, name)).find(
    found => found !== undefined,
  );
  const text = getText(zone);
  if (text !== undefined) return [text];
  const key = zone?.kind === 'unresolved' ? zone.expression : address;
  if (instances === 1) return [key];
  const candidates = zone?.kind === 'unresolved' ? zone.candidates ?? [] : [];
  if (candidates.length > 1) {
    return candidates.map(
      each =>
        getText(each) ??
        (each.kind === 'unresolved' ? each.expression : address),
    );
  }
  return Array.from({ length: instances }, (_, index) => `${key}#${index}`);
}
