import { AttributeReader } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type {
  BucketFact,
  CacheFact,
  DataStoreFacts,
  KeyVaultFact,
  RegistryFact,
  VolumeFact,
} from '../../types/dataStores';
import type { FactValue } from '../../value';
import { findMachineBackup, readMachine } from './azureMachines';
import { isModernTls } from './azureSql';
import {
  absent,
  anyOf,
  byDefault,
  derive,
  heldBy,
  invert,
  known,
  own,
} from './settings';

const ENCRYPTION_NOTE = 'Azure encrypts all data at rest by itself';
const MACHINES = [
  'azurerm_linux_virtual_machine',
  'azurerm_windows_virtual_machine',
  'azurerm_virtual_machine',
];

/** Stores of data on Azure that are no databases. */
export function readAzureStores(
  resources: ResourceIndex,
): Partial<DataStoreFacts> {
  return {
    caches: [
      ...resources.ofType('azurerm_redis_cache').map(readRedis),
      ...resources.ofType('azurerm_managed_redis').map(readManagedRedis),
    ],
    searchDomains: resources.ofType('azurerm_search_service').map(resource => ({
      ...toSubjectFact(resource),
      failsOver: own(
        derive(
          AttributeReader.of(resource).number('replica_count', { default: 1 }),
          count => count >= 2,
        ),
      ),
      encryptedAtRest: byDefault(resource, 'encryption', ENCRYPTION_NOTE),
      isPrivate: readAccess(resource),
    })),
    warehouses: resources
      .ofType('azurerm_synapse_workspace', 'azurerm_kusto_cluster')
      .map(resource => ({
        ...toSubjectFact(resource),
        isPrivate: readAccess(resource),
      })),
    buckets: [
      ...resources
        .ofType('azurerm_storage_account')
        .map(resource => readAccount(resource, resources)),
      ...resources.ofType('azurerm_storage_container').map(readContainer),
    ],
    volumes: [
      ...resources
        .ofType('azurerm_managed_disk')
        .map(resource => readDisk(resource, resources)),
      ...resources
        .ofType(...MACHINES)
        .map(resource => readMachine(resource, resources)),
    ],
    keyVaults: resources.ofType('azurerm_key_vault').map(readKeyVault),
    secretStores: resources
      .ofType('azurerm_kubernetes_cluster')
      .map(resource => ({
        ...toSubjectFact(resource),
        encryptedAtRest: byDefault(
          resource,
          'key_management_service',
          'AKS encrypts what the control plane stores by itself',
        ),
      })),
    registries: resources
      .ofType('azurerm_container_registry')
      .map(readRegistry),
  };
}

function readAccess(resource: Resource) {
  return own(
    invert(
      AttributeReader.of(resource).boolean('public_network_access_enabled', {
        default: true,
      }),
    ),
  );
}

function readRedis(resource: Resource): CacheFact {
  const reader = AttributeReader.of(resource);
  const current = reader.boolean('non_ssl_port_enabled');
  const port =
    current.state === 'absent'
      ? reader.boolean('enable_non_ssl_port')
      : current;
  const plain: FactValue<boolean> =
    port.state === 'absent'
      ? absent('non_ssl_port_enabled', resource.location, true, 'false')
      : invert(port);
  return {
    ...toSubjectFact(resource),
    failsOver: own(
      derive(
        reader.text('sku_name', { default: 'Basic' }),
        sku => sku !== 'Basic',
      ),
    ),
    encryptedAtRest: byDefault(resource, 'encryption', ENCRYPTION_NOTE),
    encryptedInTransit: own(plain),
    modernTls: own(
      derive(
        reader.text('minimum_tls_version', { default: '1.0' }),
        isModernTls,
      ),
    ),
    isPrivate: readAccess(resource),
  };
}

function readManagedRedis(resource: Resource): CacheFact {
  const reader = AttributeReader.of(resource);
  return {
    ...toSubjectFact(resource),
    failsOver: own(
      reader.boolean('high_availability_enabled', { default: true }),
    ),
    encryptedAtRest: byDefault(resource, 'encryption', ENCRYPTION_NOTE),
  };
}

function readAccount(resource: Resource, resources: ResourceIndex): BucketFact {
  const reader = AttributeReader.of(resource);
  const current = reader.boolean('https_traffic_only_enabled');
  const old = reader.boolean('enable_https_traffic_only');
  const https =
    current.state === 'absent' && old.state !== 'absent'
      ? old
      : reader.boolean('https_traffic_only_enabled', { default: true });
  const [policy] = resources.companions(
    resource,
    ['azurerm_storage_management_policy'],
    'storage_account_id',
  );
  const kind = reader.text('account_replication_type');
  return {
    ...toSubjectFact(resource),
    encryptedAtRest: byDefault(resource, 'encryption', ENCRYPTION_NOTE),
    encryptedInTransit: own(https),
    modernTls: own(
      derive(
        reader.text('min_tls_version', { default: 'TLS1_2' }),
        isModernTls,
      ),
    ),
    publicAccess: [{ setting: own(readPublicity(reader)) }],
    hasLifecycle: policy
      ? heldBy(policy, known(true, 'rule', policy.location, 'set'))
      : own(
          absent(
            'azurerm_storage_management_policy',
            resource.location,
            false,
            'none',
          ),
        ),
    multiRegion: own(derive(kind, type => /^(RA)?G/.test(type))),
  };
}

/** Closed when either the network or the blobs are. */
function readPublicity(reader: AttributeReader): FactValue<boolean> {
  const network = invert(
    reader.boolean('public_network_access_enabled', { default: true }),
  );
  const current = reader.boolean('allow_nested_items_to_be_public');
  const old = reader.boolean('allow_blob_public_access');
  const blobs = invert(
    current.state === 'absent' && old.state !== 'absent'
      ? old
      : reader.boolean('allow_nested_items_to_be_public', { default: true }),
  );
  return anyOf(blobs, network);
}

function readContainer(resource: Resource): BucketFact {
  const access = AttributeReader.of(resource).text('container_access_type', {
    default: 'private',
  });
  return {
    ...toSubjectFact(resource),
    publicAccess: [
      {
        aspect: 'acl',
        setting: own(derive(access, type => type === 'private')),
      },
    ],
  };
}

function readDisk(resource: Resource, resources: ResourceIndex): VolumeFact {
  const [backup] = resources.companions(
    resource,
    ['azurerm_data_protection_backup_instance_disk'],
    'disk_id',
  );
  const [attachment] = resources.companions(
    resource,
    ['azurerm_virtual_machine_data_disk_attachment'],
    'managed_disk_id',
  );
  return {
    ...toSubjectFact(resource),
    encryptedAtRest: byDefault(
      resource,
      'disk_encryption_set_id',
      ENCRYPTION_NOTE,
    ),
    backedUp: backup
      ? heldBy(
          backup,
          known(true, 'disk_id', backup.location, resource.address),
        )
      : findMachineBackup(attachment, resources) ??
        own(
          absent(
            'azurerm_data_protection_backup_instance_disk',
            resource.location,
            false,
            'none',
          ),
        ),
    isAttached: attachment
      ? own(known(true, 'attachment', attachment.location, attachment.address))
      : own(absent('attachment', resource.location, false, 'none')),
  };
}

function readKeyVault(resource: Resource): KeyVaultFact {
  return {
    ...toSubjectFact(resource),
    purgeProtected: own(
      AttributeReader.of(resource).boolean('purge_protection_enabled', {
        default: false,
      }),
    ),
  };
}

function readRegistry(resource: Resource): RegistryFact {
  const reader = AttributeReader.of(resource);
  const days = derive(
    reader.number('retention_policy_in_days', { default: 0 }),
    count => count > 0,
  );
  const block = reader.boolean('retention_policy.enabled', {
    default: reader.has('retention_policy'),
  });
  return {
    ...toSubjectFact(resource),
    hasLifecycle: own(anyOf(days, block)),
    multiRegion: own(reader.presence('georeplications')),
  };
}
