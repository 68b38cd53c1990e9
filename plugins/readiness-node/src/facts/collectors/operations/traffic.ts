import { AttributeReader, getText } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type {
  TargetGroupFact,
  TrafficFacts,
  WebAppFact,
  ZoneBalancerFact,
} from '../../types/traffic';
import type { FactValue } from '../../value';

/** Target groups, web apps and load balancers that must be told to cross zones. */
export function collectTraffic(resources: ResourceIndex): TrafficFacts {
  return {
    targetGroups: [
      ...resources
        .ofType('aws_lb_target_group', 'aws_alb_target_group')
        .map(readTerraformGroup),
      ...resources
        .ofType('AWS::ElasticLoadBalancingV2::TargetGroup')
        .map(readStackGroup),
    ],
    webApps: resources
      .ofType(
        'azurerm_linux_web_app',
        'azurerm_windows_web_app',
        'azurerm_app_service',
      )
      .map(readWebApp),
    zoneBalancers: [
      ...resources.ofType('aws_elb').map(readClassic),
      ...resources
        .ofType('AWS::ElasticLoadBalancing::LoadBalancer')
        .map(readStackClassic),
      ...resources.ofType('aws_lb', 'aws_alb').flatMap(readBalancer),
      ...resources
        .ofType('AWS::ElasticLoadBalancingV2::LoadBalancer')
        .flatMap(readStackBalancer),
    ],
  };
}

function readTerraformGroup(resource: Resource): TargetGroupFact {
  const reader = AttributeReader.of(resource);
  return {
    ...toSubjectFact(resource),
    protocol: reader.text('protocol'),
    targetType: reader.text('target_type', { default: 'instance' }),
    healthCheckEnabled: reader.boolean('health_check.enabled', {
      default: true,
    }),
    healthCheckPath: reader.text('health_check.path'),
    deregistrationDelay: reader.number('deregistration_delay', {
      default: 300,
    }),
  };
}

function readStackGroup(resource: Resource): TargetGroupFact {
  const reader = AttributeReader.of(resource);
  return {
    ...toSubjectFact(resource),
    protocol: reader.text('Protocol'),
    targetType: reader.text('TargetType', { default: 'instance' }),
    healthCheckEnabled: reader.boolean('HealthCheckEnabled', { default: true }),
    healthCheckPath: reader.text('HealthCheckPath'),
    deregistrationDelay:
      readAttribute(
        reader,
        'TargetGroupAttributes',
        'deregistration_delay.timeout_seconds',
        each => each.number('Value'),
      ) ?? missing(resource, 'deregistration_delay.timeout_seconds', 300),
  };
}

function readWebApp(resource: Resource): WebAppFact {
  const reader = AttributeReader.of(resource);
  return {
    ...toSubjectFact(resource),
    healthCheckPath: reader.text('site_config.health_check_path'),
  };
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
