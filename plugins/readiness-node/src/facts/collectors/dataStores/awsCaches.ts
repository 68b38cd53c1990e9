import { AttributeReader } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { CacheFact } from '../../types/dataStores';
import type { FactValue } from '../../value';
import {
  allOf,
  absent,
  anyOf,
  byDefault,
  derive,
  isGiven,
  known,
  own,
  textAt,
} from './settings';

interface GroupNames {
  readonly failover: string;
  readonly nodes: readonly string[];
  readonly shards: readonly string[];
  readonly replicasPerShard: readonly string[];
  readonly encrypted: string;
  readonly transit: string;
  readonly token: string;
  readonly userGroups: string;
  readonly snapshots: string;
}

const GROUPS: Readonly<Record<string, GroupNames>> = {
  aws_elasticache_replication_group: {
    failover: 'automatic_failover_enabled',
    nodes: ['num_cache_clusters', 'number_cache_clusters'],
    shards: ['num_node_groups', 'cluster_mode.num_node_groups'],
    replicasPerShard: [
      'replicas_per_node_group',
      'cluster_mode.replicas_per_node_group',
    ],
    encrypted: 'at_rest_encryption_enabled',
    transit: 'transit_encryption_enabled',
    token: 'auth_token',
    userGroups: 'user_group_ids',
    snapshots: 'snapshot_retention_limit',
  },
  'AWS::ElastiCache::ReplicationGroup': {
    failover: 'AutomaticFailoverEnabled',
    nodes: ['NumCacheClusters'],
    shards: ['NumNodeGroups'],
    replicasPerShard: ['ReplicasPerNodeGroup'],
    encrypted: 'AtRestEncryptionEnabled',
    transit: 'TransitEncryptionEnabled',
    token: 'AuthToken',
    userGroups: 'UserGroupIds',
    snapshots: 'SnapshotRetentionLimit',
  },
};

/** ElastiCache, MemoryDB and DAX. */
export function readCaches(resources: ResourceIndex): readonly CacheFact[] {
  return [
    ...Object.entries(GROUPS).flatMap(([type, names]) =>
      resources.ofType(type).map(resource => readGroup(resource, names)),
    ),
    ...resources
      .ofType('aws_elasticache_cluster', 'AWS::ElastiCache::CacheCluster')
      .map(readSingle),
    ...resources
      .ofType(
        'aws_elasticache_serverless_cache',
        'AWS::ElastiCache::ServerlessCache',
      )
      .map(readServerless),
    ...resources
      .ofType('aws_memorydb_cluster', 'AWS::MemoryDB::Cluster')
      .map(readMemoryDb),
    ...resources.ofType('aws_dax_cluster', 'AWS::DAX::Cluster').map(readDax),
  ];
}

function readGroup(resource: Resource, names: GroupNames): CacheFact {
  const reader = AttributeReader.of(resource);
  const isValkey = textAt(resource, 'engine') === 'valkey';
  return {
    ...toSubjectFact(resource),
    failsOver: own(readFailover(reader, names)),
    ...readShards(reader, names),
    encryptedAtRest: own(
      reader.boolean(names.encrypted, { default: isValkey }),
      isValkey ? 'Valkey is encrypted by default' : undefined,
    ),
    encryptedInTransit: own(
      reader.boolean(names.transit, {
        default: isValkey && resource.language === 'terraform',
      }),
    ),
    authenticated: own(
      anyOf(
        isGiven(reader, names.token),
        isGiven(reader, `${names.token}_wo`),
        isGiven(reader, names.userGroups),
      ),
    ),
    snapshotRetentionDays: own(reader.number(names.snapshots, { default: 0 })),
  };
}

/** One shard is how a cache starts, so only several say anything. */
function readShards(
  reader: AttributeReader,
  { shards }: GroupNames,
): Pick<CacheFact, 'scales'> {
  const counts = shards.map(name => atLeast(reader.number(name), 2));
  const found = counts.find(count => count.state === 'known' && count.value);
  return found === undefined ? {} : { scales: own(found) };
}

/** Automatic failover is on, and there is a second node to fail over to. */
function readFailover(
  reader: AttributeReader,
  names: GroupNames,
): FactValue<boolean> {
  const failover = reader.boolean(names.failover, { default: false });
  const nodes = names.nodes.map(name => atLeast(reader.number(name), 2));
  const replicas = names.replicasPerShard.map(name =>
    atLeast(reader.number(name), 1),
  );
  const counts = [...nodes, ...replicas].filter(
    value => value.state !== 'absent',
  );
  const [first, ...others] = counts;
  if (first === undefined) return failover;
  return allOf(failover, anyOf(first, ...others));
}

function atLeast(
  value: FactValue<number>,
  minimum: number,
): FactValue<boolean> {
  return derive(value, count => count >= minimum);
}

function readSingle(resource: Resource): CacheFact {
  const reader = AttributeReader.of(resource);
  const isTerraform = resource.language === 'terraform';
  const engine = textAt(resource, isTerraform ? 'engine' : 'Engine');
  const fact = toSubjectFact(resource);
  if (engine === 'memcached' || reader.has('replication_group_id')) return fact;
  const name = isTerraform
    ? 'snapshot_retention_limit'
    : 'SnapshotRetentionLimit';
  return {
    ...fact,
    failsOver: own(
      absent(
        isTerraform ? 'automatic_failover_enabled' : 'AutomaticFailoverEnabled',
        resource.location,
        false,
        'false',
      ),
      'a single cache cluster has no node to fail over to; use a replication group',
    ),
    snapshotRetentionDays: own(reader.number(name, { default: 0 })),
  };
}

function readServerless(resource: Resource): CacheFact {
  const reader = AttributeReader.of(resource);
  const isTerraform = resource.language === 'terraform';
  const engine = textAt(resource, isTerraform ? 'engine' : 'Engine');
  const fact = {
    ...toSubjectFact(resource),
    failsOver: byDefault(
      resource,
      'replication',
      'ElastiCache Serverless spreads over zones by itself',
    ),
    encryptedAtRest: byDefault(
      resource,
      'encryption',
      'ElastiCache Serverless always encrypts',
    ),
    encryptedInTransit: byDefault(
      resource,
      'TLS',
      'ElastiCache Serverless always requires TLS',
    ),
  };
  if (engine === 'memcached') return fact;
  const name = isTerraform
    ? 'snapshot_retention_limit'
    : 'SnapshotRetentionLimit';
  return {
    ...fact,
    snapshotRetentionDays: own(reader.number(name, { default: 0 })),
  };
}

function readMemoryDb(resource: Resource): CacheFact {
  const reader = AttributeReader.of(resource);
  const isTerraform = resource.language === 'terraform';
  const replicas = reader.number(
    isTerraform ? 'num_replicas_per_shard' : 'NumReplicasPerShard',
    { default: 1 },
  );
  return {
    ...toSubjectFact(resource),
    failsOver: own(atLeast(replicas, 1)),
    encryptedAtRest: byDefault(
      resource,
      'encryption',
      'MemoryDB always encrypts',
    ),
    encryptedInTransit: own(
      reader.boolean(isTerraform ? 'tls_enabled' : 'TLSEnabled', {
        default: true,
      }),
    ),
    snapshotRetentionDays: own(
      reader.number(
        isTerraform ? 'snapshot_retention_limit' : 'SnapshotRetentionLimit',
        { default: 0 },
      ),
    ),
  };
}

function readDax(resource: Resource): CacheFact {
  const reader = AttributeReader.of(resource);
  const isTerraform = resource.language === 'terraform';
  const nodes = reader.number(
    isTerraform ? 'replication_factor' : 'ReplicationFactor',
  );
  const encryption = reader.boolean(
    isTerraform
      ? 'server_side_encryption.enabled'
      : 'SSESpecification.SSEEnabled',
    { default: false },
  );
  const transit = reader.text(
    isTerraform
      ? 'cluster_endpoint_encryption_type'
      : 'ClusterEndpointEncryptionType',
    { default: 'NONE' },
  );
  return {
    ...toSubjectFact(resource),
    failsOver: own(
      nodes.state === 'absent'
        ? known(false, nodes.setting, nodes.location)
        : atLeast(nodes, 2),
    ),
    encryptedAtRest: own(encryption),
    encryptedInTransit: own(derive(transit, type => type === 'TLS')),
  };
}
