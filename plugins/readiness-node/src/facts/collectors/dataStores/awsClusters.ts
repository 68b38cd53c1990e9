import { AttributeReader } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { DatabaseFact, ZoneSpread } from '../../types/dataStores';
import type { FactValue } from '../../value';
import { findOffsiteCopy } from './awsBackups';
import { readMonitoring, readProtection } from './awsInstances';
import { getSlowQueryLog, requiresTls } from './awsParameters';
import {
  absent,
  byDefault,
  derive,
  hasItems,
  invert,
  known,
  own,
  textAt,
  unresolved,
} from './settings';

interface ClusterNames {
  readonly member: string;
  readonly memberOf: string;
  readonly name: string;
  readonly encrypted: string;
  readonly deletionProtection: string;
  readonly retention: string;
  readonly logExports: string;
  readonly engine: string;
  readonly engineVersion: string;
  readonly parameterGroup: string;
  /** Only Multi-AZ clusters that are no Aurora name a class for the whole cluster. */
  readonly clusterClass: string;
  readonly engineMode: string;
  readonly kind: 'rds' | 'docdb' | 'neptune';
}

const TERRAFORM = {
  memberOf: 'cluster_identifier',
  name: 'cluster_identifier',
  encrypted: 'storage_encrypted',
  deletionProtection: 'deletion_protection',
  retention: 'backup_retention_period',
  engine: 'engine',
  engineVersion: 'engine_version',
  clusterClass: 'db_cluster_instance_class',
  engineMode: 'engine_mode',
};
const CLOUDFORMATION = {
  memberOf: 'DBClusterIdentifier',
  name: 'DBClusterIdentifier',
  encrypted: 'StorageEncrypted',
  deletionProtection: 'DeletionProtection',
  retention: 'BackupRetentionPeriod',
  engine: 'Engine',
  engineVersion: 'EngineVersion',
  clusterClass: 'DBClusterInstanceClass',
  engineMode: 'EngineMode',
  logExports: 'EnableCloudwatchLogsExports',
};

const CLUSTERS: Readonly<Record<string, ClusterNames>> = {
  aws_rds_cluster: {
    ...TERRAFORM,
    kind: 'rds',
    member: 'aws_rds_cluster_instance',
    logExports: 'enabled_cloudwatch_logs_exports',
    parameterGroup: 'db_cluster_parameter_group_name',
  },
  aws_docdb_cluster: {
    ...TERRAFORM,
    kind: 'docdb',
    member: 'aws_docdb_cluster_instance',
    logExports: 'enabled_cloudwatch_logs_exports',
    parameterGroup: 'db_cluster_parameter_group_name',
  },
  aws_neptune_cluster: {
    ...TERRAFORM,
    kind: 'neptune',
    member: 'aws_neptune_cluster_instance',
    logExports: 'enable_cloudwatch_logs_exports',
    parameterGroup: 'neptune_cluster_parameter_group_name',
  },
  'AWS::RDS::DBCluster': {
    ...CLOUDFORMATION,
    kind: 'rds',
    member: 'AWS::RDS::DBInstance',
    parameterGroup: 'DBClusterParameterGroupName',
  },
  'AWS::DocDB::DBCluster': {
    ...CLOUDFORMATION,
    kind: 'docdb',
    member: 'AWS::DocDB::DBInstance',
    parameterGroup: 'DBClusterParameterGroupName',
  },
  'AWS::Neptune::DBCluster': {
    ...CLOUDFORMATION,
    kind: 'neptune',
    member: 'AWS::Neptune::DBInstance',
    parameterGroup: 'DBClusterParameterGroupName',
  },
};

/** Aurora, DocumentDB and Neptune clusters and their members. */
export function readClusters(
  resources: ResourceIndex,
): readonly DatabaseFact[] {
  const clusters = Object.entries(CLUSTERS).flatMap(([type, names]) =>
    resources
      .ofType(type)
      .map(resource => readCluster(resource, names, resources)),
  );
  const members = resources.ofType('aws_rds_cluster_instance').map(readMember);
  const graphMembers = resources
    .ofType('aws_neptune_cluster_instance')
    .map(member => ({
      ...toSubjectFact(member),
      role: 'member' as const,
      origin: 'managed' as const,
      isPrivate: own(
        invert(
          AttributeReader.of(member).boolean('publicly_accessible', {
            default: false,
          }),
        ),
      ),
    }));
  return [...clusters, ...members, ...graphMembers];
}

function readMember(resource: Resource): DatabaseFact {
  const reader = AttributeReader.of(resource);
  return {
    ...toSubjectFact(resource),
    role: 'member',
    origin: 'managed',
    performanceInsights: own(
      reader.boolean('performance_insights_enabled', { default: false }),
    ),
    enhancedMonitoring: own(readMonitoring(reader, 'monitoring_interval')),
    isPrivate: own(
      invert(reader.boolean('publicly_accessible', { default: false })),
    ),
  };
}

function readCluster(
  resource: Resource,
  names: ClusterNames,
  resources: ResourceIndex,
): DatabaseFact {
  const reader = AttributeReader.of(resource);
  const isReplica =
    reader.has('replication_source_identifier') ||
    reader.has('ReplicationSourceIdentifier');
  const engine = textAt(resource, names.engine);
  const slowQueryLog =
    names.kind === 'rds'
      ? getSlowQueryLog(resource, names, resources)
      : undefined;
  const shared = {
    ...toSubjectFact(resource),
    ...(engine !== undefined && { engine }),
    role: isReplica ? ('replica' as const) : ('cluster' as const),
    origin: 'managed' as const,
    encryptedAtRest: own(readEncryption(reader, names)),
    deletionProtected: readProtection(resource, names.deletionProtection),
    scales: byDefault(
      resource,
      'storage',
      `the storage of ${describeKind(names.kind)} grows by itself`,
    ),
    logs: own(hasItems(reader.texts(names.logExports, { default: [] }))),
    ...(slowQueryLog && { slowQueryLog }),
    ...(names.kind === 'rds' && requiresTls(resource, names, resources)),
  };
  if (isReplica) return shared;
  return {
    ...shared,
    zones: own(readZones(resource, names, resources)),
    backupRetentionDays: own(reader.number(names.retention, { default: 1 })),
    backedUpOffsite: findOffsiteCopy(
      resource,
      resources,
      'aws_rds_global_cluster',
      'source_db_cluster_identifier',
    ),
  };
}

/** Serverless v1 encrypts always; a cluster by its attribute. */
function readEncryption(
  reader: AttributeReader,
  names: ClusterNames,
): FactValue<boolean> {
  const mode = reader.text(names.engineMode);
  const isServerless = mode.state === 'known' && mode.value === 'serverless';
  return reader.boolean(names.encrypted, { default: isServerless });
}

function readZones(
  resource: Resource,
  names: ClusterNames,
  resources: ResourceIndex,
): FactValue<ZoneSpread> {
  const reader = AttributeReader.of(resource);
  const clusterClass = reader.get(names.clusterClass);
  if (clusterClass !== undefined) {
    return known(
      'multi-zone',
      names.clusterClass,
      clusterClass.location,
      'set: a Multi-AZ cluster of three instances',
    );
  }
  const mode = reader.text(names.engineMode);
  if (mode.state === 'known' && mode.value === 'serverless') {
    return known(
      'multi-zone',
      names.engineMode,
      mode.location,
      '"serverless": it fails over by itself',
    );
  }
  return derive(countMembers(resource, names, resources), count =>
    count >= 2 ? 'multi-zone' : 'one-zone',
  );
}

function countMembers(
  resource: Resource,
  names: ClusterNames,
  resources: ResourceIndex,
): FactValue<number> {
  const members = resources.companions(
    resource,
    [names.member],
    names.memberOf,
    names.name,
  );
  const certain = members.filter(member => member.condition === undefined);
  const count = certain.reduce(
    (sum, member) => sum + (member.instances ?? 1),
    0,
  );
  const uncertain = members.find(member => member.condition !== undefined);
  const [first] = members;
  if (first === undefined) {
    return absent(`number of ${names.member}`, resource.location, 0);
  }
  if (count < 2 && uncertain?.condition !== undefined) {
    return unresolved(
      uncertain.condition,
      `number of ${names.member}`,
      uncertain.location,
    );
  }
  return known(
    count,
    `number of ${names.member}`,
    first.location,
    String(count),
  );
}

function describeKind(kind: ClusterNames['kind']): string {
  const names = {
    rds: 'Aurora',
    docdb: 'DocumentDB',
    neptune: 'Neptune',
  } as const;
  return names[kind];
}
