import { withoutChoices } from '../../choices';
import { AttributeReader, getItems, getText } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type {
  FirewallFact,
  FirewallOpening,
  PortRange,
} from '../../types/network';
import type { FactValue } from '../../value';

/** Security groups, firewall rules and network security groups: what they let in. */
export function readFirewalls(
  resources: ResourceIndex,
): readonly FirewallFact[] {
  return [
    ...resources
      .ofType('aws_security_group', 'aws_default_security_group')
      .map(resource =>
        createFirewall(
          resource,
          AttributeReader.of(resource).blocks('ingress').map(readInlineRule),
        ),
      ),
    ...resources
      .ofType('aws_security_group_rule')
      .filter(
        resource =>
          getText(AttributeReader.of(resource).get('type')) !== 'egress',
      )
      .map(resource =>
        createFirewall(resource, [
          readInlineRule(AttributeReader.of(resource)),
        ]),
      ),
    ...resources
      .ofType('aws_vpc_security_group_ingress_rule')
      .map(resource =>
        createFirewall(resource, [
          readIngressRule(AttributeReader.of(resource)),
        ]),
      ),
    ...resources
      .ofType('AWS::EC2::SecurityGroup')
      .map(resource =>
        createFirewall(
          resource,
          AttributeReader.of(resource)
            .blocks('SecurityGroupIngress')
            .map(readTemplateRule),
        ),
      ),
    ...resources
      .ofType('AWS::EC2::SecurityGroupIngress')
      .map(resource =>
        createFirewall(resource, [
          readTemplateRule(AttributeReader.of(resource)),
        ]),
      ),
    ...resources
      .ofType('google_compute_firewall')
      .filter(isIngress)
      .map(readGoogleFirewall),
    ...resources
      .ofType('azurerm_network_security_rule')
      .map(resource =>
        createFirewall(resource, readAzureRule(AttributeReader.of(resource))),
      ),
    ...resources
      .ofType('azurerm_network_security_group')
      .map(resource =>
        createFirewall(
          resource,
          AttributeReader.of(resource)
            .blocks('security_rule')
            .flatMap(readAzureRule),
        ),
      ),
  ];
}

function createFirewall(
  resource: Resource,
  openings: readonly FirewallOpening[],
): FirewallFact {
  return { ...toSubjectFact(resource), openings };
}

function readInlineRule(reader: AttributeReader): FirewallOpening {
  return {
    sources: joinSources(reader, ['cidr_blocks', 'ipv6_cidr_blocks']),
    protocol: reader.text('protocol', { default: '-1' }),
    ports: readRange(reader, 'from_port', 'to_port'),
    location: reader.location,
  };
}

function readIngressRule(reader: AttributeReader): FirewallOpening {
  return {
    sources: joinSources(reader, ['cidr_ipv4', 'cidr_ipv6']),
    protocol: reader.text('ip_protocol', { default: '-1' }),
    ports: readRange(reader, 'from_port', 'to_port'),
    location: reader.location,
  };
}

function readTemplateRule(reader: AttributeReader): FirewallOpening {
  return {
    sources: joinSources(reader, ['CidrIp', 'CidrIpv6']),
    protocol: reader.text('IpProtocol', { default: '-1' }),
    ports: readRange(reader, 'FromPort', 'ToPort'),
    location: reader.location,
  };
}

function isIngress(resource: Resource): boolean {
  const reader = AttributeReader.of(resource);
  return (
    getText(reader.get('direction'))?.toUpperCase() !== 'EGRESS' &&
    getText(reader.get('disabled')) !== 'true'
  );
}

function readGoogleFirewall(resource: Resource): FirewallFact {
  const reader = AttributeReader.of(resource);
  const hasOtherSource =
    reader.has('source_tags') || reader.has('source_service_accounts');
  const ranges = joinSources(reader, ['source_ranges']);
  const sources: FactValue<readonly string[]> =
    ranges.state === 'known' && ranges.value.length === 0 && !hasOtherSource
      ? { ...ranges, value: ['0.0.0.0/0'] }
      : ranges;
  return createFirewall(
    resource,
    reader.blocks('allow').map(allow => ({
      sources,
      protocol: allow.text('protocol', { default: 'all' }),
      ports: readPortTexts(allow, ['ports']),
      location: allow.location,
    })),
  );
}

function readAzureRule(reader: AttributeReader): FirewallOpening[] {
  const isInbound =
    getText(reader.get('direction'))?.toLowerCase() !== 'outbound';
  const isAllow = getText(reader.get('access'))?.toLowerCase() !== 'deny';
  if (!isInbound || !isAllow) return [];
  return [
    {
      sources: joinSources(reader, [
        'source_address_prefix',
        'source_address_prefixes',
      ]),
      protocol: reader.text('protocol', { default: '*' }),
      ports: readPortTexts(reader, [
        'destination_port_range',
        'destination_port_ranges',
      ]),
      location: reader.location,
    },
  ];
}

/**
 * Sources of several attributes. What refers to another resource's range is
 * not the whole world, so it reads as its expression.
 */
function joinSources(
  reader: AttributeReader,
  attributes: readonly string[],
): FactValue<readonly string[]> {
  const found: string[] = [];
  const setting = attributes[0] ?? '';
  let location = reader.location;
  for (const attribute of attributes) {
    const value = reader.get(attribute);
    if (value === undefined) continue;
    location = value.location;
    for (const item of value.kind === 'unresolved'
      ? [value]
      : getItems(value)) {
      const text = getText(item);
      if (text !== undefined) found.push(text);
      else if ((item.references ?? []).length > 0 && item.kind === 'unresolved')
        found.push(item.expression);
      else
        return {
          state: 'unresolved',
          expression: item.kind === 'unresolved' ? item.expression : attribute,
          setting,
          location,
        };
    }
    if (value.kind === 'list' && value.unresolvedRest !== undefined) {
      return {
        state: 'unresolved',
        expression: value.unresolvedRest,
        setting,
        location,
      };
    }
  }
  return { state: 'known', value: found, setting, location };
}

function readRange(
  reader: AttributeReader,
  from: string,
  to: string,
): FactValue<readonly PortRange[]> {
  const first = reader.number(from);
  const last = reader.number(to);
  if (first.state === 'unresolved') return withoutChoices(first);
  if (last.state === 'unresolved') return withoutChoices(last);
  if (first.state === 'absent' || last.state === 'absent') {
    return {
      state: 'known',
      value: [],
      setting: from,
      location: first.location,
    };
  }
  return {
    state: 'known',
    value: [{ from: first.value, to: last.value }],
    setting: from,
    location: first.location,
  };
}

/** `22`, `8000-8100`, `*`, one or several. */
function readPortTexts(
  reader: AttributeReader,
  attributes: readonly string[],
): FactValue<readonly PortRange[]> {
  const ranges: PortRange[] = [];
  const setting = attributes[0] ?? '';
  let location = reader.location;
  for (const attribute of attributes.filter(each => reader.has(each))) {
    const texts = reader.texts(attribute);
    if (texts.state === 'unresolved') return withoutChoices(texts);
    if (texts.state === 'absent') continue;
    location = texts.location;
    for (const text of texts.value) {
      const [, from, to] = /^(\d+)(?:-(\d+))?$/.exec(text.trim()) ?? [];
      ranges.push(
        from === undefined
          ? { from: 0, to: 65_535 }
          : { from: Number(from), to: Number(to ?? from) },
      );
    }
  }
  return { state: 'known', value: ranges, setting, location };
}
