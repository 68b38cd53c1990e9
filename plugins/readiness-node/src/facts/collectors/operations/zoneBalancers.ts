import { AttributeReader, getText } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { ZoneBalancerFact } from '../../types/zoneBalancers';
import type { FactValue } from '../../value';

/** Load balancers that must be told to cross zones. */
export function collectZoneBalancers(
  resources: ResourceIndex,
): ZoneBalancerFact[] {
  return [
    ...resources.ofType('aws_elb').map(readClassic),
    ...resources
      .ofType('AWS::ElasticLoadBalancing::LoadBalancer')
      .map(readStackClassic),
    ...resources.ofType('aws_lb', 'aws_alb').flatMap(readBalancer),
    ...resources
      .ofType('AWS::ElasticLoadBalancingV2::LoadBalancer')
      .flatMap(readStackBalancer),
  ];
}

function readClassic(resource: Resource): ZoneBalancerFact {
  return {
    ...toSubjectFact(resource),
    kind: 'classic',
    crossZone: AttributeReader.of(resource).boolean(
      'cross_zone_load_balancing',
      { default: true },
    ),
  };
}

function readStackClassic(resource: Resource): ZoneBalancerFact {
  return {
    ...toSubjectFact(resource),
    kind: 'classic',
    crossZone: AttributeReader.of(resource).boolean('CrossZone', {
      default: false,
    }),
  };
}

function readBalancer(resource: Resource): ZoneBalancerFact[] {
  const reader = AttributeReader.of(resource);
  const kind = toKind(getText(reader.get('load_balancer_type')));
  if (kind === undefined) return [];
  const crossZone = reader.boolean('enable_cross_zone_load_balancing', {
    default: false,
  });
  return [{ ...toSubjectFact(resource), kind, crossZone }];
}

function readStackBalancer(resource: Resource): ZoneBalancerFact[] {
  const reader = AttributeReader.of(resource);
  const kind = toKind(getText(reader.get('Type')));
  if (kind === undefined) return [];
  const setting = 'load_balancing.cross_zone.enabled';
  const crossZone =
    readAttribute(reader, 'LoadBalancerAttributes', setting, each =>
      each.boolean('Value'),
    ) ?? missing(resource, setting, false);
  return [{ ...toSubjectFact(resource), kind, crossZone }];
}

/** Application load balancers always cross zones. */
function toKind(type: string | undefined): 'network' | 'gateway' | undefined {
  return type === 'network' || type === 'gateway' ? type : undefined;
}

/** One of CloudFormation's lists of `Key` and `Value`. */
function readAttribute<T>(
  reader: AttributeReader,
  list: string,
  key: string,
  read: (attribute: AttributeReader) => FactValue<T>,
): FactValue<T> | undefined {
  const attribute = reader
    .blocks(list)
    .find(each => getText(each.get('Key')) === key);
  return attribute && { ...read(attribute), setting: key };
}

function missing<T>(
  resource: Resource,
  setting: string,
  defaultValue: T,
): FactValue<T> {
  return {
    state: 'absent',
    setting,
    location: resource.location,
    defaultValue,
  };
}
