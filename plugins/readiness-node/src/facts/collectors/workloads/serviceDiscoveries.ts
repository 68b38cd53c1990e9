import { AttributeReader, getText, getValue } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { ServiceDiscoveryFact } from '../../types/workloads';

type Kind = ServiceDiscoveryFact['kind'];

const BY_TYPE: Readonly<Record<string, Kind>> = {
  aws_service_discovery_service: 'cloud-map',
  aws_service_discovery_private_dns_namespace: 'cloud-map',
  aws_service_discovery_http_namespace: 'cloud-map',
  'AWS::ServiceDiscovery::Service': 'cloud-map',
  'AWS::ServiceDiscovery::PrivateDnsNamespace': 'cloud-map',
  'AWS::ServiceDiscovery::HttpNamespace': 'cloud-map',
  google_service_directory_service: 'cloud-map',
  consul_service: 'consul',
  consul_config_entry: 'consul',
  aws_appmesh_virtual_service: 'service-mesh',
  'AWS::AppMesh::VirtualService': 'service-mesh',
  VirtualService: 'service-mesh',
  ServiceEntry: 'service-mesh',
  'compose.network': 'compose-network',
};

/** Ways to find each other besides Kubernetes Services, which are `services`. */
export function collectServiceDiscoveries(
  resources: ResourceIndex,
): ServiceDiscoveryFact[] {
  return resources.all
    .filter(resource => resource.offByDefault === undefined)
    .flatMap(resource => {
      const kind = BY_TYPE[resource.type] ?? getSettingKind(resource);
      return kind === undefined ? [] : [{ ...toSubjectFact(resource), kind }];
    });
}

function getSettingKind(resource: Resource): Kind | undefined {
  const reader = AttributeReader.of(resource);
  switch (resource.type) {
    case 'aws_ecs_service':
    case 'AWS::ECS::Service':
      if (
        isOn(reader, [
          'service_connect_configuration',
          'ServiceConnectConfiguration',
        ])
      ) {
        return 'service-connect';
      }
      return isOn(reader, ['service_registries', 'ServiceRegistries'])
        ? 'cloud-map'
        : undefined;
    case 'aws_route53_zone':
      return isOn(reader, ['vpc']) ? 'internal-dns' : undefined;
    case 'AWS::Route53::HostedZone':
      return isOn(reader, ['VPCs']) ? 'internal-dns' : undefined;
    case 'google_dns_managed_zone':
      return getText(getValue(resource.attributes, 'visibility')) === 'private'
        ? 'internal-dns'
        : undefined;
    case 'azurerm_private_dns_zone':
      return 'internal-dns';
    // Services of one file find each other on its default network.
    case 'compose.service':
      return 'compose-network';
    default:
      return undefined;
  }
}

function isOn(reader: AttributeReader, paths: readonly string[]): boolean {
  return paths.some(path => {
    const { state, ...presence } = reader.presence(path);
    return state === 'unresolved' || ('value' in presence && presence.value);
  });
}
