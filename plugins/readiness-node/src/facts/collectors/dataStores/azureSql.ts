import { AttributeReader } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { DatabaseFact, ZoneSpread } from '../../types/dataStores';
import type { FactValue } from '../../value';
import {
  absent,
  anyOf,
  byDefault,
  derive,
  heldBy,
  isGiven,
  known,
  own,
} from './settings';
import { readLock, isReplica, base } from './azureBase';

/** `TLS1_2`, `1.2`, `Tls12` and newer. */
export function isModernTls(version: string): boolean {
  return /1[._]?[23]$/.test(version);
}

const AUDITS = [
  'azurerm_mssql_server_extended_auditing_policy',
  'azurerm_mssql_database_extended_auditing_policy',
];

export function readSqlServer(
  resource: Resource,
  resources: ResourceIndex,
): DatabaseFact {
  const reader = AttributeReader.of(resource);
  const [audit] = resources.companions(resource, AUDITS, 'server_id');
  return {
    ...toSubjectFact(resource),
    role: 'cluster',
    origin: 'managed',
    isPrivate: own(
      derive(
        reader.boolean('public_network_access_enabled', { default: true }),
        is => !is,
      ),
    ),
    encryptedInTransit: byDefault(
      resource,
      'TLS',
      'Azure SQL accepts encrypted connections only',
    ),
    modernTls: own(
      derive(
        reader.text('minimum_tls_version', { default: '1.2' }),
        isModernTls,
      ),
    ),
    deletionProtected: readLock(resource, resources),
    logs: audit
      ? heldBy(
          audit,
          known(true, 'server_id', audit.location, resource.address),
        )
      : own(reader.presence('extended_auditing_policy')),
  };
}

export function readSqlDatabase(
  resource: Resource,
  resources: ResourceIndex,
): DatabaseFact {
  const reader = AttributeReader.of(resource);
  const replica = isReplica(reader);
  const sku = derive(reader.text('sku_name', { default: 'S0' }), name =>
    /^(GP_S_|HS_|ElasticPool)/.test(name),
  );
  const storage = reader.text('storage_account_type', { default: 'Geo' });
  return {
    ...base(resource, resources),
    role: replica ? 'replica' : 'primary',
    encryptedAtRest: own(
      reader.boolean('transparent_data_encryption_enabled', { default: true }),
    ),
    scales: own(
      anyOf(
        sku,
        isGiven(reader, 'elastic_pool_id'),
        reader.boolean('read_scale', { default: false }),
      ),
    ),
    ...(!replica && {
      zones: own(
        derive(reader.boolean('zone_redundant', { default: false }), is =>
          is ? ('multi-zone' as const) : ('one-zone' as const),
        ),
      ),
      backupRetentionDays: own(
        reader.number('short_term_retention_policy.retention_days', {
          default: 7,
        }),
      ),
      backedUpOffsite: own(derive(storage, word => /^Geo/.test(word))),
    }),
  };
}

export function readManagedInstance(
  resource: Resource,
  resources: ResourceIndex,
): DatabaseFact {
  const reader = AttributeReader.of(resource);
  const storage = reader.text('storage_account_type', { default: 'GRS' });
  return {
    ...base(resource, resources),
    role: 'primary',
    zones: own(
      derive(reader.boolean('zone_redundant_enabled', { default: false }), is =>
        is ? 'multi-zone' : 'one-zone',
      ),
    ),
    isPrivate: own(
      derive(
        reader.boolean('public_data_endpoint_enabled', { default: false }),
        is => !is,
      ),
    ),
    modernTls: own(
      derive(
        reader.text('minimum_tls_version', { default: '1.2' }),
        isModernTls,
      ),
    ),
    hasBackups: byDefault(
      resource,
      'backup',
      'Azure backs up managed instances by itself for 7 days',
    ),
    backedUpOffsite: own(derive(storage, word => /G/.test(word))),
  };
}

export function readCosmos(
  resource: Resource,
  resources: ResourceIndex,
): DatabaseFact {
  const reader = AttributeReader.of(resource);
  const places = reader.blocks('geo_location');
  const spread = places
    .map(place => place.boolean('zone_redundant', { default: false }))
    .find(value => value.state === 'known' && value.value);
  const serverless = reader.blocks('capabilities').some(block => {
    const name = block.text('name');
    return name.state === 'known' && name.value === 'EnableServerless';
  });
  const redundancy = reader.text('backup.storage_redundancy', {
    default: 'Geo',
  });
  return {
    ...base(resource, resources),
    role: 'primary',
    zones: own(readCosmosZones(resource, places.length, spread)),
    isPrivate: own(
      derive(
        reader.boolean('public_network_access_enabled', { default: true }),
        is => !is,
      ),
    ),
    hasBackups: byDefault(
      resource,
      'backup',
      'Cosmos DB backs up every account by itself',
    ),
    backedUpOffsite: own(derive(redundancy, word => word === 'Geo')),
    modernTls: own(
      derive(
        reader.text('minimal_tls_version', { default: 'Tls12' }),
        isModernTls,
      ),
    ),
    ...(serverless && {
      scales: own(
        known(true, 'capabilities', resource.location, 'EnableServerless'),
      ),
    }),
  };
}

function readCosmosZones(
  resource: Resource,
  places: number,
  spread: FactValue<boolean> | undefined,
): FactValue<ZoneSpread> {
  if (spread !== undefined) return derive(spread, () => 'multi-zone');
  if (places > 1)
    return known(
      'multi-zone',
      'geo_location',
      resource.location,
      `${places} locations`,
    );
  return absent('zone_redundant', resource.location, 'one-zone', 'false');
}
