import { AttributeReader, getText } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import type {
  SearchDomainFact,
  SettingFact,
  TableFact,
  WarehouseFact,
} from '../../types/dataStores';
import type { FactValue } from '../../value';
import {
  absent,
  allOf,
  anyOf,
  byDefault,
  derive,
  heldBy,
  invert,
  isGiven,
  known,
  own,
  preventsDestroy,
  toSubjectFact,
} from './settings';

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

/** Redshift clusters and workgroups. */
export function readWarehouses(
  resources: ResourceIndex,
): readonly WarehouseFact[] {
  return [
    ...resources
      .ofType('aws_redshift_cluster')
      .map(resource => readRedshift(resource, resources)),
    ...resources.ofType('AWS::Redshift::Cluster').map(readRedshiftStack),
    ...resources.ofType('aws_redshiftserverless_workgroup').map(resource => ({
      ...toSubjectFact(resource),
      isPrivate: own(
        invert(
          AttributeReader.of(resource).boolean('publicly_accessible', {
            default: false,
          }),
        ),
      ),
    })),
  ];
}

function readRedshift(
  resource: Resource,
  resources: ResourceIndex,
): WarehouseFact {
  const reader = AttributeReader.of(resource);
  return {
    ...toSubjectFact(resource),
    encryptedAtRest: own(
      reader.boolean('encrypted', { default: false }),
      encryptedNote(reader.has('encrypted')),
    ),
    isPrivate: own(
      invert(reader.boolean('publicly_accessible', { default: true })),
      publicNote(reader.has('publicly_accessible')),
    ),
    snapshotRetentionDays: own(
      reader.number('automated_snapshot_retention_period', { default: 1 }),
    ),
    logs: readRedshiftLogs(resource, resources),
    backedUpOffsite: readSnapshotCopy(resource, resources),
  };
}

function encryptedNote(isSet: boolean): string | undefined {
  return isSet
    ? undefined
    : 'the provider encrypts by default only from version 6 on';
}

function publicNote(isSet: boolean): string | undefined {
  return isSet
    ? undefined
    : 'private by default only from version 6 of the provider on';
}

function readRedshiftLogs(
  resource: Resource,
  resources: ResourceIndex,
): SettingFact {
  const [companion] = resources.companions(
    resource,
    ['aws_redshift_logging'],
    'cluster_identifier',
    'cluster_identifier',
  );
  if (companion !== undefined)
    return heldBy(
      companion,
      known(true, 'cluster_identifier', companion.location, resource.address),
    );
  return own(
    AttributeReader.of(resource).boolean('logging.enable', { default: false }),
  );
}

function readSnapshotCopy(
  resource: Resource,
  resources: ResourceIndex,
): SettingFact {
  const [companion] = resources.companions(
    resource,
    ['aws_redshift_snapshot_copy'],
    'cluster_identifier',
    'cluster_identifier',
  );
  if (companion !== undefined)
    return heldBy(
      companion,
      known(true, 'destination_region', companion.location, 'set'),
    );
  return own(AttributeReader.of(resource).presence('snapshot_copy'));
}

function readRedshiftStack(resource: Resource): WarehouseFact {
  const reader = AttributeReader.of(resource);
  return {
    ...toSubjectFact(resource),
    encryptedAtRest: own(reader.boolean('Encrypted', { default: false })),
    isPrivate: own(
      invert(reader.boolean('PubliclyAccessible', { default: false })),
    ),
    snapshotRetentionDays: own(
      reader.number('AutomatedSnapshotRetentionPeriod', { default: 1 }),
    ),
    logs: own(reader.presence('LoggingProperties')),
  };
}

/** DynamoDB tables, SAM's simple tables and Keyspaces. */
export function readTables(resources: ResourceIndex): readonly TableFact[] {
  return [
    ...resources
      .ofType('aws_dynamodb_table')
      .map(resource => readTable(resource, resources)),
    ...resources
      .ofType('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable')
      .map(resource => readStackTable(resource, resources)),
  ];
}

const ENCRYPTION_NOTE =
  'DynamoDB encrypts every table, by default with a key that AWS owns';

function readTable(resource: Resource, resources: ResourceIndex): TableFact {
  const reader = AttributeReader.of(resource);
  const [replica] = reader.blocks('replica');
  const [companion] = resources.companions(
    resource,
    ['aws_dynamodb_table_replica'],
    'global_table_arn',
  );
  return {
    ...toSubjectFact(resource),
    encryptedAtRest: byDefault(
      resource,
      'server_side_encryption',
      ENCRYPTION_NOTE,
    ),
    pointInTimeRecovery: own(
      reader.boolean('point_in_time_recovery.enabled', { default: false }),
    ),
    scales: own(
      readCapacity(
        resource,
        reader.text('billing_mode', { default: 'PROVISIONED' }),
        resources,
      ),
    ),
    deletionProtected: own(
      anyOf(
        reader.boolean('deletion_protection_enabled', { default: false }),
        preventsDestroy(resource),
      ),
    ),
    ...(replica && {
      multiRegion: own(
        known(
          true,
          'replica',
          replica.location,
          getText(replica.get('region_name')) ?? 'set',
        ),
      ),
    }),
    ...(companion && {
      multiRegion: heldBy(
        companion,
        known(true, 'global_table_arn', companion.location, resource.address),
      ),
    }),
  };
}

function readStackTable(
  resource: Resource,
  resources: ResourceIndex,
): TableFact {
  const reader = AttributeReader.of(resource);
  const isGlobal = resource.type === 'AWS::DynamoDB::GlobalTable';
  const recovery = isGlobal
    ? 'Replicas.PointInTimeRecoverySpecification'
    : 'PointInTimeRecoverySpecification';
  const replicas = reader.blocks('Replicas');
  return {
    ...toSubjectFact(resource),
    encryptedAtRest: byDefault(resource, 'SSESpecification', ENCRYPTION_NOTE),
    pointInTimeRecovery: own(
      reader.boolean(`${recovery}.PointInTimeRecoveryEnabled`, {
        default: false,
      }),
    ),
    scales: own(
      readCapacity(
        resource,
        reader.text('BillingMode', { default: 'PROVISIONED' }),
        resources,
      ),
    ),
    deletionProtected: own(
      reader.boolean('DeletionProtectionEnabled', { default: false }),
    ),
    ...(replicas.length > 1 && {
      multiRegion: own(
        known(
          true,
          'Replicas',
          resource.location,
          `${replicas.length} regions`,
        ),
      ),
    }),
  };
}

/** On demand, or provisioned capacity that something scales. */
function readCapacity(
  resource: Resource,
  mode: FactValue<string>,
  resources: ResourceIndex,
): FactValue<boolean> {
  const onDemand = derive(mode, word => word === 'PAY_PER_REQUEST');
  const reader = AttributeReader.of(resource);
  const builtIn = isGiven(reader, 'WriteProvisionedThroughputSettings');
  const targets = [
    ...resources.companions(
      resource,
      ['aws_appautoscaling_target'],
      'resource_id',
    ),
    ...resources.companions(
      resource,
      ['AWS::ApplicationAutoScaling::ScalableTarget'],
      'ResourceId',
    ),
  ];
  const [target] = targets;
  const scaled =
    target === undefined
      ? absent('auto scaling target', resource.location, false, 'none')
      : known(true, 'auto scaling target', target.location, target.address);
  return anyOf(onDemand, scaled, builtIn);
}
