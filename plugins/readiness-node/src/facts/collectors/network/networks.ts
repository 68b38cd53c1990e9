import { AttributeReader, getText } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { SettingFact } from '../../types/dataStores';
import type {
  NetworkFact,
  NetworkPartFact,
  SubnetFact,
} from '../../types/network';

const OWN = [
  'aws_vpc',
  'google_compute_network',
  'azurerm_virtual_network',
  'AWS::EC2::VPC',
];

/** Networks of one's own, and the default ones that are used or kept. */
export function readNetworks(resources: ResourceIndex): readonly NetworkFact[] {
  const defaults = resources.ofType('aws_default_vpc').concat(
    resources
      .ofType('data.aws_vpc')
      .filter(
        resource =>
          getText(AttributeReader.of(resource).get('default')) === 'true',
      ),
    resources
      .ofType('data.google_compute_network')
      .filter(
        resource =>
          getText(AttributeReader.of(resource).get('name')) === 'default',
      ),
  );
  return [
    ...resources.ofType(...OWN).map(resource => ({
      ...toSubjectFact(resource),
      isDefault: false,
      ...withFlowLogs(resource, resources),
    })),
    ...defaults.map(resource => ({
      ...toSubjectFact(resource),
      isDefault: true,
    })),
  ];
}

function withFlowLogs(
  resource: Resource,
  resources: ResourceIndex,
): { flowLogs?: SettingFact } {
  if (resource.type === 'aws_vpc')
    return {
      flowLogs: findFlowLog(resource, resources, 'aws_flow_log', 'vpc_id'),
    };
  if (resource.type === 'AWS::EC2::VPC') {
    return {
      flowLogs: findFlowLog(
        resource,
        resources,
        'AWS::EC2::FlowLog',
        'ResourceId',
      ),
    };
  }
  return {};
}

function findFlowLog(
  owner: Resource,
  resources: ResourceIndex,
  type: string,
  attribute: string,
): SettingFact {
  const [companion] = resources.companions(owner, [type], attribute);
  if (companion === undefined) {
    return {
      value: {
        state: 'absent',
        setting: type,
        location: owner.location,
        defaultValue: false,
      },
      absence: `No ${type} refers to it`,
    };
  }
  const { address: subject, location, condition } = companion;
  return {
    value: { state: 'known', value: true, setting: type, location },
    holder: {
      subject,
      type,
      location,
      ...(condition !== undefined && { condition }),
    },
  };
}

const SUBNETS = [
  {
    type: 'aws_subnet',
    maps: 'map_public_ip_on_launch',
    name: ['tags.Name', 'tags.Tier', 'tags.tier', 'tags.Type'],
  },
  { type: 'AWS::EC2::Subnet', maps: 'MapPublicIpOnLaunch', name: [] },
];

/** Subnets: whether they hand out public addresses, and log their flows. */
export function readSubnets(resources: ResourceIndex): readonly SubnetFact[] {
  const aws = SUBNETS.flatMap(({ type, maps, name }) =>
    resources.ofType(type).map(resource => {
      const reader = AttributeReader.of(resource);
      const names = [
        resource.address,
        ...name.map(path => getText(reader.get(path)) ?? ''),
      ];
      return {
        ...toSubjectFact(resource),
        isNamedPublic: names.some(text =>
          /public|dmz|edge|ingress|external|\belb\b|\bnat\b/i.test(text),
        ),
        mapsPublicAddresses: reader.boolean(maps, { default: false }),
      };
    }),
  );
  const google = resources
    .ofType('google_compute_subnetwork')
    .filter(
      resource =>
        !/PROXY|PRIVATE_SERVICE_CONNECT/.test(
          getText(AttributeReader.of(resource).get('purpose')) ?? '',
        ),
    )
    .map(resource => ({
      ...toSubjectFact(resource),
      isNamedPublic: false,
      flowLogs: { value: AttributeReader.of(resource).presence('log_config') },
    }));
  const azure = resources
    .ofType('azurerm_network_security_group')
    .map(resource => ({
      ...toSubjectFact(resource),
      isNamedPublic: false,
      flowLogs: findFlowLog(
        resource,
        resources,
        'azurerm_network_watcher_flow_log',
        'network_security_group_id',
      ),
    }));
  return [...aws, ...google, ...azure];
}

const PARTS: readonly { readonly part: string; readonly types: RegExp }[] = [
  {
    part: 'network',
    types:
      /^(aws_(default_)?vpc|google_compute_network|azurerm_virtual_network|AWS::EC2::VPC)$/,
  },
  {
    part: 'subnet',
    types:
      /^(aws_subnet|google_compute_subnetwork|azurerm_subnet|AWS::EC2::Subnet)$/,
  },
  {
    part: 'route',
    types:
      /^(aws_route(_table(_association)?)?|google_compute_(route|router|router_nat)|azurerm_route(_table)?|AWS::EC2::Route(Table)?|aws_(nat|internet|transit|ec2_transit)_gateway|azurerm_nat_gateway|AWS::EC2::(NatGateway|InternetGateway))$/,
  },
  {
    part: 'firewall',
    types:
      /^(aws_(default_)?security_group(_rule)?|aws_vpc_security_group_(ingress|egress)_rule|aws_(default_)?network_acl(_rule)?|aws_networkfirewall_\w+|google_compute_firewall(_policy\w*)?|azurerm_network_security_(group|rule)|azurerm_firewall\w*|AWS::EC2::(SecurityGroup(Ingress|Egress)?|NetworkAcl(Entry)?)|NetworkPolicy)$/,
  },
  {
    part: 'load balancer',
    types:
      /^(aws_a?lb|aws_elb|google_compute_(global_)?forwarding_rule|google_compute_(region_)?url_map|azurerm_lb|azurerm_application_gateway|azurerm_(cdn_)?frontdoor\w*|AWS::ElasticLoadBalancing(V2)?::LoadBalancer)$/,
  },
  {
    part: 'private endpoint',
    types:
      /^(aws_vpc_endpoint|azurerm_private_endpoint|google_service_networking_connection|google_vpc_access_connector|AWS::EC2::VPCEndpoint)$/,
  },
  { part: 'Service', types: /^(Service|kubernetes_service(_v1)?)$/ },
  {
    part: 'Ingress',
    types:
      /^(Ingress|kubernetes_ingress(_v1)?|IngressRoute|Route|VirtualService)$/,
  },
  {
    part: 'Gateway',
    types: /^(Gateway|HTTPRoute|GRPCRoute|TCPRoute|TLSRoute)$/,
  },
  { part: 'compose network', types: /^compose\.network$/ },
];

/** Everything that shows the network is described by code. */
export function readNetworkParts(
  resources: ResourceIndex,
): readonly NetworkPartFact[] {
  const parts = resources.all
    .filter(resource => resource.offByDefault === undefined)
    .flatMap(resource => {
      const part = PARTS.find(each => each.types.test(resource.type))?.part;
      return part === undefined ? [] : [{ ...toSubjectFact(resource), part }];
    });
  const published = resources
    .ofType('compose.service')
    .filter(resource => AttributeReader.of(resource).has('ports'));
  return [
    ...parts,
    ...published.map(resource => ({
      ...toSubjectFact(resource),
      part: 'published ports',
    })),
  ];
}
