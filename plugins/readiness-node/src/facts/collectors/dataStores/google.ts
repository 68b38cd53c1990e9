import { AttributeReader, getText } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import type {
  BucketFact,
  CacheFact,
  DatabaseFact,
  DataStoreFacts,
  SettingFact,
  TopicFact,
  VolumeFact,
  WarehouseFact,
} from '../../types/dataStores';
import type { FactValue, Location } from '../../value';
import {
  absent,
  anyOf,
  byDefault,
  derive,
  heldBy,
  invert,
  isGiven,
  known,
  own,
  preventsDestroy,
  textAt,
  textsAt,
  toSubjectFact,
} from './settings';

const ENCRYPTION_NOTE = 'Google Cloud encrypts all data at rest by itself';

/** Stores of data on Google Cloud. */
export function readGoogle(resources: ResourceIndex): Partial<DataStoreFacts> {
  return {
    databases: [
      ...resources.ofType('google_sql_database_instance').map(readSql),
      ...resources
        .ofType('google_alloydb_cluster')
        .map(resource => readAlloy(resource, resources)),
      ...resources.ofType('google_spanner_instance').map(readSpanner),
    ],
    caches: [
      ...resources.ofType('google_redis_instance').map(readRedis),
      ...resources
        .ofType('google_redis_cluster', 'google_memorystore_instance')
        .map(readRedisCluster),
    ],
    warehouses: resources.ofType('google_bigquery_dataset').map(readDataset),
    buckets: resources
      .ofType('google_storage_bucket')
      .map(resource => readBucket(resource, resources)),
    topics: resources
      .ofType('google_pubsub_topic')
      .map(resource => encrypted(resource)),
    queues: resources.ofType('google_pubsub_subscription').map(resource => ({
      ...toSubjectFact(resource),
      deadLetters: own(
        AttributeReader.of(resource).presence('dead_letter_policy'),
      ),
    })),
    volumes: [
      ...resources
        .ofType('google_compute_disk', 'google_compute_region_disk')
        .map(resource => readDisk(resource, resources)),
      ...resources
        .ofType('google_filestore_instance')
        .map(resource => encrypted(resource)),
    ],
    secretStores: resources
      .ofType('google_container_cluster')
      .map(resource => ({
        ...toSubjectFact(resource),
        encryptedAtRest: byDefault(
          resource,
          'database_encryption',
          'GKE encrypts what the control plane stores by itself',
        ),
      })),
    registries: resources
      .ofType('google_artifact_registry_repository')
      .map(readRegistry),
    functionLimits: resources
      .ofType(
        'google_cloudfunctions_function',
        'google_cloudfunctions2_function',
      )
      .map(readFunction),
    staticAddresses: [],
  };
}

function encrypted(resource: Resource): TopicFact {
  return {
    ...toSubjectFact(resource),
    encryptedAtRest: byDefault(resource, 'kms_key_name', ENCRYPTION_NOTE),
  };
}

function readSql(resource: Resource): DatabaseFact {
  const reader = AttributeReader.of(resource);
  const isReplica = reader.has('master_instance_name');
  const engine = textAt(resource, 'database_version');
  const fact: DatabaseFact = {
    ...toSubjectFact(resource),
    ...(engine !== undefined && { engine }),
    role: isReplica ? 'replica' : 'primary',
    origin: 'managed',
    encryptedAtRest: byDefault(
      resource,
      'encryption_key_name',
      ENCRYPTION_NOTE,
    ),
    encryptedInTransit: own(readSqlTls(reader)),
    isPrivate: own(
      invert(
        reader.boolean('settings.ip_configuration.ipv4_enabled', {
          default: true,
        }),
      ),
    ),
    deletionProtected: own(
      anyOf(
        reader.boolean('deletion_protection', { default: true }),
        reader.boolean('settings.deletion_protection_enabled', {
          default: false,
        }),
        preventsDestroy(resource),
      ),
    ),
    scales: own(reader.boolean('settings.disk_autoresize', { default: true })),
    performanceInsights: own(
      reader.boolean('settings.insights_config.query_insights_enabled', {
        default: false,
      }),
    ),
    slowQueryLog: own(
      readFlag(reader, ['log_min_duration_statement', 'slow_query_log']),
    ),
    logs: own(
      readFlag(reader, [
        'log_connections',
        'log_disconnections',
        'log_statement',
        'log_checkpoints',
        'log_lock_waits',
        'cloudsql.enable_pgaudit',
        'general_log',
        'slow_query_log',
        'cloudsql_mysql_audit',
        'log_min_duration_statement',
      ]),
    ),
  };
  if (isReplica) return fact;
  const backups = reader.boolean('settings.backup_configuration.enabled', {
    default: false,
  });
  return {
    ...fact,
    zones: own(
      derive(
        reader.text('settings.availability_type', { default: 'ZONAL' }),
        type => (type === 'REGIONAL' ? 'multi-zone' : 'one-zone'),
      ),
    ),
    hasBackups: own(backups),
    pointInTimeRecovery: own(readRecovery(reader, engine)),
    backedUpOffsite: own(readBackupPlace(reader, backups)),
  };
}

/** `ssl_mode`, or the older `require_ssl`. */
function readSqlTls(reader: AttributeReader): FactValue<boolean> {
  const mode = reader.text('settings.ip_configuration.ssl_mode');
  if (mode.state !== 'absent')
    return derive(mode, word =>
      /^(ENCRYPTED_ONLY|TRUSTED_CLIENT_CERTIFICATE_REQUIRED)$/.test(word),
    );
  const required = reader.boolean('settings.ip_configuration.require_ssl');
  if (required.state !== 'absent') return required;
  return absent(
    'ssl_mode',
    reader.location,
    false,
    'ALLOW_UNENCRYPTED_AND_ENCRYPTED',
  );
}

function readRecovery(
  reader: AttributeReader,
  engine: string | undefined,
): FactValue<boolean> {
  const prefix = 'settings.backup_configuration';
  const byLog = reader.boolean(`${prefix}.binary_log_enabled`, {
    default: false,
  });
  const byArchive = reader.boolean(`${prefix}.point_in_time_recovery_enabled`, {
    default: false,
  });
  return engine?.startsWith('MYSQL') === true ? byLog : anyOf(byArchive, byLog);
}

/** Cloud SQL keeps backups in the nearest multi-region unless told otherwise. */
function readBackupPlace(
  reader: AttributeReader,
  backups: FactValue<boolean>,
): FactValue<boolean> {
  const place = reader.text('settings.backup_configuration.location');
  if (place.state === 'known')
    return derive(
      place,
      location =>
        /^(us|eu|asia)$/i.test(location) ||
        location !== getText(reader.get('region')),
    );
  if (place.state === 'unresolved') return place;
  if (backups.state !== 'known' || !backups.value) return { ...backups };
  return absent(
    'backup_configuration.location',
    reader.location,
    true,
    'the multi-region nearest to the instance',
  );
}

function readFlag(
  reader: AttributeReader,
  names: readonly string[],
): FactValue<boolean> {
  const flags = reader
    .blocks('settings.database_flags')
    .filter(flag => names.includes(getText(flag.get('name')) ?? ''));
  const values = flags.map(flag => {
    const value = flag.text('value');
    const name = getText(flag.get('name')) ?? 'database_flags';
    return {
      ...derive(
        value,
        text =>
          !/^(off|none|-1|0|false)$/i.test(text) ||
          (name === 'log_min_duration_statement' && text === '0'),
      ),
      setting: name,
    };
  });
  const [first, ...others] = values;
  return first === undefined
    ? absent('database_flags', reader.location, false, 'none of the kind')
    : anyOf(first, ...others);
}

function readAlloy(resource: Resource, resources: ResourceIndex): DatabaseFact {
  const reader = AttributeReader.of(resource);
  const instance = resources
    .companions(resource, ['google_alloydb_instance'], 'cluster')
    .find(each => textAt(each, 'instance_type') !== 'READ_POOL');
  const availability =
    instance &&
    AttributeReader.of(instance).text('availability_type', {
      default: 'REGIONAL',
    });
  return {
    ...toSubjectFact(resource),
    role: 'cluster',
    origin: 'managed',
    encryptedAtRest: byDefault(resource, 'encryption_config', ENCRYPTION_NOTE),
    scales: byDefault(
      resource,
      'storage',
      'the storage of AlloyDB grows by itself',
    ),
    hasBackups: own(
      reader.boolean('automated_backup_policy.enabled', { default: true }),
    ),
    pointInTimeRecovery: own(
      reader.boolean('continuous_backup_config.enabled', { default: true }),
    ),
    deletionProtected: own(
      anyOf(
        reader.boolean('deletion_protection', { default: true }),
        preventsDestroy(resource),
      ),
    ),
    ...(instance &&
      availability && {
        zones: heldBy(
          instance,
          derive(availability, type =>
            type === 'REGIONAL'
              ? ('multi-zone' as const)
              : ('one-zone' as const),
          ),
        ),
      }),
  };
}

function readSpanner(resource: Resource): DatabaseFact {
  return {
    ...toSubjectFact(resource),
    role: 'primary',
    origin: 'managed',
    zones: own({
      state: 'absent',
      setting: 'config',
      location: resource.location,
      defaultValue: 'multi-zone',
      text: 'three zones at least',
    }),
    scales: byDefault(
      resource,
      'storage',
      'the storage of Spanner grows by itself',
    ),
    encryptedAtRest: byDefault(resource, 'encryption_config', ENCRYPTION_NOTE),
  };
}

function readRedis(resource: Resource): CacheFact {
  const reader = AttributeReader.of(resource);
  const transit = reader.text('transit_encryption_mode', {
    default: 'DISABLED',
  });
  return {
    ...toSubjectFact(resource),
    failsOver: own(
      derive(
        reader.text('tier', { default: 'BASIC' }),
        tier => tier === 'STANDARD_HA',
      ),
    ),
    encryptedAtRest: byDefault(
      resource,
      'customer_managed_key',
      ENCRYPTION_NOTE,
    ),
    encryptedInTransit: own(
      derive(transit, mode => mode === 'SERVER_AUTHENTICATION'),
    ),
    authenticated: own(reader.boolean('auth_enabled', { default: false })),
  };
}

function readRedisCluster(resource: Resource): CacheFact {
  const reader = AttributeReader.of(resource);
  const transit = reader.text('transit_encryption_mode', {
    default: 'TRANSIT_ENCRYPTION_MODE_DISABLED',
  });
  return {
    ...toSubjectFact(resource),
    failsOver: own(
      derive(
        reader.number('replica_count', { default: 0 }),
        count => count >= 1,
      ),
    ),
    encryptedAtRest: byDefault(resource, 'kms_key', ENCRYPTION_NOTE),
    encryptedInTransit: own(
      derive(transit, mode => mode.endsWith('SERVER_AUTHENTICATION')),
    ),
  };
}

function readDataset(resource: Resource): WarehouseFact {
  const reader = AttributeReader.of(resource);
  const grants = reader.blocks('access').map(block => {
    const group = block.text('special_group');
    const member = block.text('iam_member');
    return group.state === 'absent' ? member : group;
  });
  const open = grants.find(
    grant =>
      grant.state === 'known' &&
      /^(allUsers|allAuthenticatedUsers)$/.test(grant.value),
  );
  return {
    ...toSubjectFact(resource),
    encryptedAtRest: byDefault(
      resource,
      'default_encryption_configuration',
      ENCRYPTION_NOTE,
    ),
    isPrivate: own(
      open === undefined
        ? absent('access', resource.location, true, 'nobody but the project')
        : known(
            false,
            open.setting,
            open.location,
            open.state === 'known' ? open.value : undefined,
          ),
    ),
  };
}

const BUCKET_MEMBERS = [
  'google_storage_bucket_iam_member',
  'google_storage_bucket_iam_binding',
  'google_storage_bucket_access_control',
];

function readBucket(resource: Resource, resources: ResourceIndex): BucketFact {
  const reader = AttributeReader.of(resource);
  const open = resources
    .companions(resource, BUCKET_MEMBERS, 'bucket', 'name')
    .find(isOpenToAll);
  const prevention = derive(
    reader.text('public_access_prevention', { default: 'inherited' }),
    word => word === 'enforced',
  );
  const lifecycle = reader.blocks('lifecycle_rule')[0];
  return {
    ...toSubjectFact(resource),
    encryptedAtRest: byDefault(resource, 'encryption', ENCRYPTION_NOTE),
    pointInTimeRecovery: own(
      reader.boolean('versioning.enabled', { default: false }),
    ),
    publicAccess: [
      { setting: own(prevention) },
      ...(open
        ? [
            {
              aspect: 'members' as const,
              setting: heldBy(
                open,
                known(false, 'member', getMemberLocation(open), 'allUsers'),
              ),
            },
          ]
        : []),
    ],
    hasLifecycle: own(
      lifecycle === undefined
        ? reader.presence('lifecycle_rule')
        : known(true, 'lifecycle_rule', lifecycle.location, 'set'),
    ),
    multiRegion: own(readPlace(reader)),
  };
}

function isOpenToAll(companion: Resource): boolean {
  return MEMBER_ATTRIBUTES.some(name =>
    textsAt(companion, name).some(isEverybody),
  );
}

const MEMBER_ATTRIBUTES = ['member', 'members', 'entity'];

function isEverybody(member: string): boolean {
  return member === 'allUsers' || member === 'allAuthenticatedUsers';
}

function getMemberLocation(companion: Resource): Location {
  const reader = AttributeReader.of(companion);
  const value = MEMBER_ATTRIBUTES.map(name => reader.get(name)).find(
    found => found !== undefined,
  );
  return value?.location ?? companion.location;
}

function readPlace(reader: AttributeReader): FactValue<boolean> {
  const place = reader.text('location', { default: 'US' });
  const dual = reader.presence('custom_placement_config');
  return anyOf(
    derive(place, location =>
      /^(us|eu|asia|nam4|eur4|eur5|eur7|eur8|asia1)$/i.test(location),
    ),
    dual,
  );
}

function readDisk(resource: Resource, resources: ResourceIndex): VolumeFact {
  const [attachment] = resources.companions(
    resource,
    [
      'google_compute_disk_resource_policy_attachment',
      'google_compute_region_disk_resource_policy_attachment',
    ],
    'disk',
    'name',
  );
  const policies = isGiven(AttributeReader.of(resource), 'resource_policies');
  return {
    ...toSubjectFact(resource),
    encryptedAtRest: byDefault(
      resource,
      'disk_encryption_key',
      ENCRYPTION_NOTE,
    ),
    backedUp: attachment
      ? heldBy(
          attachment,
          known(true, 'disk', attachment.location, resource.address),
        )
      : own(
          policies.state === 'absent'
            ? absent('snapshot schedule', resource.location, false, 'none')
            : policies,
        ),
  };
}

function readRegistry(resource: Resource) {
  const reader = AttributeReader.of(resource);
  const policies: SettingFact = own(reader.presence('cleanup_policies'));
  const isDocker = textAt(resource, 'format') === 'DOCKER';
  return {
    ...toSubjectFact(resource),
    hasLifecycle: policies,
    ...(isDocker && {
      immutableTags: own(
        reader.boolean('docker_config.immutable_tags', { default: false }),
      ),
    }),
  };
}

function readFunction(resource: Resource) {
  const reader = AttributeReader.of(resource);
  const name = resource.type.includes('2')
    ? 'service_config.max_instance_count'
    : 'max_instances';
  const limit = reader.number(name);
  const value: FactValue<boolean> =
    limit.state === 'absent'
      ? absent(name, resource.location, false, 'the limit of the platform')
      : derive(limit, count => count > 0);
  return { ...toSubjectFact(resource), concurrencyLimit: own(value) };
}
