import { AttributeReader, getItems, getText } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type {
  CacheFact,
  DataStoreFacts,
  SettingFact,
  TopicFact,
  VolumeFact,
  WarehouseFact,
} from '../../types/dataStores';
import type { FactValue } from '../../value';
import {
  absent,
  byDefault,
  derive,
  heldBy,
  isGiven,
  known,
  own,
  textAt,
} from './settings';
import {
  readSql,
  readAlloy,
  readSpanner,
  ENCRYPTION_NOTE,
} from './googleDatabases';
import { readBucket } from './googleBuckets';

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
    warehouses: resources
      .ofType('google_bigquery_dataset')
      .map(resource => readDataset(resource, resources)),
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

const PUBLIC_MEMBER = /^(allUsers|allAuthenticatedUsers)$/;
const DATASET_GRANTS = [
  'google_bigquery_dataset_iam_member',
  'google_bigquery_dataset_iam_binding',
  'google_bigquery_dataset_access',
];

/** A grant beside the dataset that lets everybody read it. */
function findPublicGrant(resource: Resource, resources: ResourceIndex) {
  for (const grant of resources.companions(
    resource,
    DATASET_GRANTS,
    'dataset_id',
    'dataset_id',
  )) {
    const reader = AttributeReader.of(grant);
    for (const name of ['member', 'members', 'special_group', 'iam_member']) {
      const found = getItems(reader.get(name)).find(item =>
        PUBLIC_MEMBER.test(getText(item) ?? ''),
      );
      if (found !== undefined)
        return known(false, name, found.location, getText(found));
    }
  }
  return undefined;
}

function readDataset(
  resource: Resource,
  resources: ResourceIndex,
): WarehouseFact {
  const reader = AttributeReader.of(resource);
  const grants = reader.blocks('access').map(block => {
    const group = block.text('special_group');
    const member = block.text('iam_member');
    return group.state === 'absent' ? member : group;
  });
  const open = grants.find(
    grant => grant.state === 'known' && PUBLIC_MEMBER.test(grant.value),
  );
  const opened = findPublicGrant(resource, resources);
  return {
    ...toSubjectFact(resource),
    encryptedAtRest: byDefault(
      resource,
      'default_encryption_configuration',
      ENCRYPTION_NOTE,
    ),
    isPrivate: own(
      opened ??
        (open === undefined
          ? absent('access', resource.location, true, 'nobody but the project')
          : known(
              false,
              open.setting,
              open.location,
              open.state === 'known' ? open.value : undefined,
            )),
    ),
  };
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
