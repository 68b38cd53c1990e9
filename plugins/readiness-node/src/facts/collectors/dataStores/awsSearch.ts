import { AttributeReader } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { SearchDomainFact } from '../../types/dataStores';
import { allOf, derive, own } from './settings';

const TERRAFORM_DOMAIN = {
  config: 'cluster_config',
  zones: 'zone_awareness_enabled',
  count: 'instance_count',
  encrypted: 'encrypt_at_rest.enabled',
  https: 'domain_endpoint_options.enforce_https',
  nodes: 'node_to_node_encryption.enabled',
  network: 'vpc_options',
  logs: 'log_publishing_options',
};

const CLOUDFORMATION_DOMAIN = {
  zones: 'ZoneAwarenessEnabled',
  count: 'InstanceCount',
  encrypted: 'EncryptionAtRestOptions.Enabled',
  https: 'DomainEndpointOptions.EnforceHTTPS',
  nodes: 'NodeToNodeEncryptionOptions.Enabled',
  network: 'VPCOptions',
  logs: 'LogPublishingOptions',
};

/** OpenSearch and Elasticsearch domains. */
export function readSearchDomains(
  resources: ResourceIndex,
): readonly SearchDomainFact[] {
  return [
    ...resources
      .ofType('aws_opensearch_domain', 'aws_elasticsearch_domain')
      .map(resource => readDomain(resource, TERRAFORM_DOMAIN)),
    ...resources.ofType('AWS::OpenSearchService::Domain').map(resource =>
      readDomain(resource, {
        ...CLOUDFORMATION_DOMAIN,
        config: 'ClusterConfig',
      }),
    ),
    ...resources.ofType('AWS::Elasticsearch::Domain').map(resource =>
      readDomain(resource, {
        ...CLOUDFORMATION_DOMAIN,
        config: 'ElasticsearchClusterConfig',
      }),
    ),
  ];
}

function readDomain(
  resource: Resource,
  names: typeof TERRAFORM_DOMAIN,
): SearchDomainFact {
  const reader = AttributeReader.of(resource);
  const zones = reader.boolean(`${names.config}.${names.zones}`, {
    default: false,
  });
  const count = derive(
    reader.number(`${names.config}.${names.count}`, { default: 1 }),
    nodes => nodes >= 2,
  );
  return {
    ...toSubjectFact(resource),
    failsOver: own(allOf(zones, count)),
    encryptedAtRest: own(reader.boolean(names.encrypted, { default: false })),
    encryptedInTransit: own(reader.boolean(names.https, { default: false })),
    encryptedBetweenNodes: own(reader.boolean(names.nodes, { default: false })),
    isPrivate: own(
      reader.presence(names.network),
      'without it the domain has a public endpoint',
    ),
    logs: own(reader.presence(names.logs)),
  };
}
