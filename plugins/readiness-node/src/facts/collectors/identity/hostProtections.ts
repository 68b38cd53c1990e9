import { mapChoices } from '../../choices';
import { AttributeReader, getText } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { HostProtectionFact } from '../../types/identity';
import type { FactValue } from '../../value';

interface Words {
  readonly tokens: string;
  readonly endpoint: string;
}

const TERRAFORM: Words = {
  tokens: 'metadata_options.http_tokens',
  endpoint: 'metadata_options.http_endpoint',
};
const INSTANCE: Words = {
  tokens: 'MetadataOptions.HttpTokens',
  endpoint: 'MetadataOptions.HttpEndpoint',
};
const TEMPLATE: Words = {
  tokens: 'LaunchTemplateData.MetadataOptions.HttpTokens',
  endpoint: 'LaunchTemplateData.MetadataOptions.HttpEndpoint',
};

/** Session tokens of instance metadata, and firewalls of web applications. */
export function readHostProtections(
  resources: ResourceIndex,
): readonly HostProtectionFact[] {
  return [...readMetadata(resources), ...readFirewalls(resources)];
}

function readMetadata(resources: ResourceIndex): HostProtectionFact[] {
  return [
    ...resources
      .ofType('aws_launch_template', 'aws_launch_configuration')
      .map(resource =>
        toFact(resource, 'imdsv2', readTokens(resource, TERRAFORM)),
      ),
    ...resources
      .ofType('AWS::EC2::LaunchTemplate')
      .map(resource =>
        toFact(resource, 'imdsv2', readTokens(resource, TEMPLATE)),
      ),
    ...resources
      .ofType('aws_instance')
      .map(resource =>
        readInstance(resource, resources, 'launch_template', TERRAFORM),
      ),
    ...resources
      .ofType('AWS::EC2::Instance')
      .map(resource =>
        readInstance(resource, resources, 'LaunchTemplate', INSTANCE),
      ),
    ...resources
      .ofType('AWS::AutoScaling::LaunchConfiguration')
      .map(resource =>
        toFact(resource, 'imdsv2', readTokens(resource, INSTANCE)),
      ),
  ];
}

/** Tokens are required, or there is no metadata endpoint; `optional` is the default. */
function readTokens(resource: Resource, words: Words): FactValue<boolean> {
  const reader = AttributeReader.of(resource);
  const endpoint = reader.text(words.endpoint);
  if (endpoint.state === 'known' && endpoint.value === 'disabled')
    return { ...endpoint, value: true, text: '"disabled"' };
  const tokens = reader.text(words.tokens);
  switch (tokens.state) {
    case 'known':
      return {
        state: 'known',
        value: tokens.value === 'required',
        setting: tokens.setting,
        location: tokens.location,
        text: `"${tokens.value}"`,
      };
    case 'absent':
      return {
        state: 'absent',
        setting: tokens.setting,
        location: tokens.location,
        defaultValue: false,
        text: '"optional"',
      };
    default:
      return mapChoices(tokens, value => value === 'required');
  }
}

/** What an instance doesn't say, its launch template does. */
function readInstance(
  resource: Resource,
  resources: ResourceIndex,
  template: string,
  words: Words,
): HostProtectionFact {
  const own = readTokens(resource, words);
  const [launch] = resources
    .referred(resource, template)
    .filter(({ type }) => /launch_?template/i.test(type));
  const isOn =
    own.state === 'absent' && launch !== undefined
      ? readTokens(launch, launch.type.startsWith('AWS') ? TEMPLATE : TERRAFORM)
      : own;
  return toFact(resource, 'imdsv2', isOn);
}

const ASSOCIATIONS = [
  'aws_wafv2_web_acl_association',
  'aws_wafregional_web_acl_association',
];

function readFirewalls(resources: ResourceIndex): HostProtectionFact[] {
  return [
    ...resources
      .ofType('aws_lb', 'aws_alb', 'aws_api_gateway_stage')
      .filter(isPublicHttp)
      .map(resource =>
        readAssociated(resource, resources, ASSOCIATIONS, 'resource_arn'),
      ),
    ...resources
      .ofType(
        'AWS::ElasticLoadBalancingV2::LoadBalancer',
        'AWS::ApiGateway::Stage',
      )
      .filter(isPublicHttp)
      .map(resource =>
        readAssociated(
          resource,
          resources,
          ['AWS::WAFv2::WebACLAssociation'],
          'ResourceArn',
        ),
      ),
    ...resources
      .ofType('aws_cloudfront_distribution')
      .map(resource => readInline(resource, 'web_acl_id')),
    ...resources
      .ofType('AWS::CloudFront::Distribution')
      .map(resource => readInline(resource, 'DistributionConfig.WebACLId')),
    ...resources
      .ofType('google_compute_backend_service')
      .filter(resource =>
        /^(EXTERNAL|EXTERNAL_MANAGED)$/.test(
          getText(AttributeReader.of(resource).get('load_balancing_scheme')) ??
            'EXTERNAL',
        ),
      )
      .map(resource => readInline(resource, 'security_policy')),
    ...resources.ofType('azurerm_application_gateway').map(readGateway),
  ];
}

/** Only application load balancers and gateways take a web ACL. */
function isPublicHttp(resource: Resource): boolean {
  const reader = AttributeReader.of(resource);
  const kind =
    getText(reader.get('load_balancer_type')) ?? getText(reader.get('Type'));
  return (
    getText(reader.get('internal')) !== 'true' &&
    getText(reader.get('Scheme')) !== 'internal' &&
    (kind === undefined || kind === 'application')
  );
}

function readAssociated(
  resource: Resource,
  resources: ResourceIndex,
  types: readonly string[],
  attribute: string,
): HostProtectionFact {
  const [association] = resources.companions(resource, types, attribute);
  const setting = types[0] ?? '';
  return toFact(
    resource,
    'waf',
    association
      ? {
          state: 'known',
          value: true,
          setting,
          location: association.location,
          text: association.address,
        }
      : {
          state: 'absent',
          setting,
          location: resource.location,
          defaultValue: false,
          text: 'none',
        },
  );
}

function readInline(resource: Resource, path: string): HostProtectionFact {
  const value = AttributeReader.of(resource).get(path);
  const { location } = resource;
  // What refers to a web ACL is one, resolved or not.
  const isReference =
    value?.kind === 'unresolved' && (value.references ?? []).length > 0;
  if (value?.kind === 'unresolved' && !isReference)
    return toFact(resource, 'waf', {
      state: 'unresolved',
      expression: value.expression,
      setting: path,
      location: value.location,
    });
  const isOn = isReference || (getText(value) ?? '') !== '';
  return toFact(
    resource,
    'waf',
    value === undefined
      ? {
          state: 'absent',
          setting: path,
          location,
          defaultValue: false,
          text: 'none',
        }
      : {
          state: 'known',
          value: isOn,
          setting: path,
          location: value.location,
          text: isOn ? 'a web ACL' : '""',
        },
  );
}

function readGateway(resource: Resource): HostProtectionFact {
  const reader = AttributeReader.of(resource);
  if (reader.has('firewall_policy_id'))
    return toFact(resource, 'waf', reader.presence('firewall_policy_id'));
  return toFact(
    resource,
    'waf',
    reader.boolean('waf_configuration.enabled', { default: false }),
  );
}

function toFact(
  resource: Resource,
  aspect: HostProtectionFact['aspect'],
  isOn: FactValue<boolean>,
): HostProtectionFact {
  return { ...toSubjectFact(resource), aspect, isOn };
}
