import { AttributeReader } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { DatabaseFact, SettingFact } from '../../types/dataStores';
import type { FactValue } from '../../value';
import { findOffsiteCopy } from './awsBackups';
import { getSlowQueryLog, requiresTls } from './awsParameters';
import {
  absent,
  anyOf,
  derive,
  hasItems,
  invert,
  isGiven,
  isTrue,
  own,
  preventsDestroy,
  textAt,
} from './settings';

/** The names one language gives to the settings of an RDS instance. */
export interface InstanceNames {
  readonly multiZone: string;
  readonly replicaOf: string;
  readonly encrypted: string;
  readonly isPublic: string;
  readonly deletionProtection: string;
  readonly retention: string;
  readonly retentionDefault: number;
  readonly maximumStorage: string;
  readonly insights: string;
  readonly monitoring: string;
  readonly logExports: string;
  readonly engine: string;
  readonly engineVersion: string;
  readonly parameterGroup: string;
}

const TERRAFORM: InstanceNames = {
  multiZone: 'multi_az',
  replicaOf: 'replicate_source_db',
  encrypted: 'storage_encrypted',
  isPublic: 'publicly_accessible',
  deletionProtection: 'deletion_protection',
  retention: 'backup_retention_period',
  retentionDefault: 0,
  maximumStorage: 'max_allocated_storage',
  insights: 'performance_insights_enabled',
  monitoring: 'monitoring_interval',
  logExports: 'enabled_cloudwatch_logs_exports',
  engine: 'engine',
  engineVersion: 'engine_version',
  parameterGroup: 'parameter_group_name',
};

const CLOUDFORMATION: InstanceNames = {
  multiZone: 'MultiAZ',
  replicaOf: 'SourceDBInstanceIdentifier',
  encrypted: 'StorageEncrypted',
  isPublic: 'PubliclyAccessible',
  deletionProtection: 'DeletionProtection',
  retention: 'BackupRetentionPeriod',
  retentionDefault: 1,
  maximumStorage: 'MaxAllocatedStorage',
  insights: 'EnablePerformanceInsights',
  monitoring: 'MonitoringInterval',
  logExports: 'EnableCloudwatchLogsExports',
  engine: 'Engine',
  engineVersion: 'EngineVersion',
  parameterGroup: 'DBParameterGroupName',
};

/** RDS instances; those that belong to an Aurora cluster are its members. */
export function readInstances(
  resources: ResourceIndex,
): readonly DatabaseFact[] {
  return [
    ...resources
      .ofType('aws_db_instance')
      .map(resource => readInstance(resource, TERRAFORM, resources)),
    ...resources
      .ofType('AWS::RDS::DBInstance')
      .map(resource => readInstance(resource, CLOUDFORMATION, resources)),
  ];
}

function readInstance(
  resource: Resource,
  names: InstanceNames,
  resources: ResourceIndex,
): DatabaseFact {
  const reader = AttributeReader.of(resource);
  const role = getRole(reader, names);
  const engine = textAt(resource, names.engine);
  const common = {
    ...toSubjectFact(resource),
    ...(engine !== undefined && { engine }),
    role,
    origin: 'managed' as const,
    performanceInsights: own(
      reader.boolean(names.insights, { default: false }),
    ),
    enhancedMonitoring: own(readMonitoring(reader, names.monitoring)),
    isPrivate: readPrivacy(reader, names),
  };
  if (role === 'member') return common;
  const slowQueryLog = getSlowQueryLog(resource, names, resources);
  return {
    ...common,
    encryptedAtRest: readEncryption(resource, names, resources),
    deletionProtected: readProtection(resource, names.deletionProtection),
    scales: own(readGrowth(resource, names, resources)),
    logs: own(hasItems(reader.texts(names.logExports, { default: [] }))),
    ...requiresTls(resource, names, resources),
    ...(slowQueryLog && { slowQueryLog }),
    ...(role === 'primary' && {
      zones: own(
        derive(reader.boolean(names.multiZone, { default: false }), is =>
          is ? 'multi-zone' : 'one-zone',
        ),
      ),
      backupRetentionDays: own(
        reader.number(names.retention, { default: names.retentionDefault }),
      ),
      backedUpOffsite: findOffsiteCopy(
        resource,
        resources,
        'aws_db_instance_automated_backups_replication',
        'source_db_instance_arn',
      ),
    }),
  };
}

function getRole(
  reader: AttributeReader,
  names: InstanceNames,
): DatabaseFact['role'] {
  if (reader.has(names.replicaOf)) return 'replica';
  const engine = reader.text(names.engine);
  const isAurora =
    engine.state === 'known' && engine.value.startsWith('aurora');
  return isAurora || reader.has('DBClusterIdentifier') ? 'member' : 'primary';
}

/** Seconds between measurements; 0 is off. */
export function readMonitoring(
  reader: AttributeReader,
  name: string,
): FactValue<boolean> {
  return derive(reader.number(name, { default: 0 }), seconds => seconds > 0);
}

function readPrivacy(
  reader: AttributeReader,
  names: InstanceNames,
): SettingFact {
  const isPublic = reader.boolean(names.isPublic, { default: false });
  if (names !== CLOUDFORMATION || isPublic.state !== 'absent')
    return own(invert(isPublic));
  return own(
    absent(
      names.isPublic,
      reader.location,
      true,
      'private unless the subnets of its group are routed to the internet',
    ),
  );
}

/** A replica without a word of its own is encrypted as its source is. */
function readEncryption(
  resource: Resource,
  names: InstanceNames,
  resources: ResourceIndex,
): SettingFact {
  const read = (from: Resource) =>
    AttributeReader.of(from).boolean(names.encrypted, { default: false });
  const value = read(resource);
  const [source] = resources.referred(resource, names.replicaOf);
  if (value.state !== 'absent' || source === undefined) return own(value);
  return own(
    read(source),
    `a replica is encrypted as its source ${source.address} is`,
  );
}

/** Protection by its own attribute, by the lifecycle or by the stack's policy. */
export function readProtection(resource: Resource, name: string): SettingFact {
  const reader = AttributeReader.of(resource);
  const attribute = reader.boolean(name, { default: false });
  if (resource.language === 'terraform') {
    const value = anyOf(attribute, preventsDestroy(resource));
    const keepsSnapshot =
      isTrue(isGiven(reader, 'final_snapshot_identifier')) && !isTrue(value);
    return own(
      value,
      keepsSnapshot
        ? 'a final snapshot is taken, which alone protects nothing from being deleted'
        : undefined,
    );
  }
  const policy = readDeletionPolicy(reader);
  const isSilent = policy.state === 'absent' && attribute.state === 'absent';
  return own(
    anyOf(attribute, policy),
    isSilent
      ? 'without a DeletionPolicy CloudFormation at most takes a final snapshot'
      : undefined,
  );
}

/** `DeletionPolicy` of a CloudFormation resource: whether the data outlives it. */
export function readDeletionPolicy(
  reader: AttributeReader,
): FactValue<boolean> {
  const policy = reader.text('DeletionPolicy');
  if (policy.state === 'absent')
    return absent(
      'DeletionPolicy',
      reader.location,
      false,
      'Delete or Snapshot, by type',
    );
  return derive(policy, word =>
    /^(Retain|RetainExceptOnCreate|Snapshot)$/.test(word),
  );
}

/** Storage that grows by itself, or replicas that take reads. */
function readGrowth(
  resource: Resource,
  names: InstanceNames,
  resources: ResourceIndex,
): FactValue<boolean> {
  const growth = derive(
    AttributeReader.of(resource).number(names.maximumStorage, { default: 0 }),
    limit => limit > 0,
  );
  const [replica] = resources.companions(
    resource,
    [resource.type],
    names.replicaOf,
    'identifier',
  );
  if (replica === undefined) return growth;
  return anyOf(growth, {
    state: 'known',
    value: true,
    setting: 'read replica',
    location: replica.location,
    text: replica.address,
  });
}
