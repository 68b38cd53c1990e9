import { AttributeReader } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import type { DatabaseFact, ZoneSpread } from '../../types/dataStores';
import type { FactValue } from '../../value';
import { absent, anyOf, derive, isGiven, own } from './settings';
import {
  readSqlServer,
  readSqlDatabase,
  readManagedInstance,
  readCosmos,
  isModernTls,
} from './azureSql';
import { isReplica, base } from './azureBase';
import { readParameter, readAnyParameter, readLogs } from './azureParameters';

const FLEXIBLE = [
  'azurerm_postgresql_flexible_server',
  'azurerm_mysql_flexible_server',
];

const SINGLE = [
  'azurerm_postgresql_server',
  'azurerm_mysql_server',
  'azurerm_mariadb_server',
];

/** Databases on Azure. */
export function readAzureDatabases(
  resources: ResourceIndex,
): readonly DatabaseFact[] {
  return [
    ...resources
      .ofType(...FLEXIBLE)
      .map(resource => readFlexible(resource, resources)),
    ...resources
      .ofType(...SINGLE)
      .map(resource => readSingle(resource, resources)),
    ...resources
      .ofType('azurerm_mssql_server', 'azurerm_sql_server')
      .map(resource => readSqlServer(resource, resources)),
    ...resources
      .ofType('azurerm_mssql_database')
      .map(resource => readSqlDatabase(resource, resources)),
    ...resources
      .ofType('azurerm_mssql_managed_instance')
      .map(resource => readManagedInstance(resource, resources)),
    ...resources
      .ofType('azurerm_cosmosdb_account')
      .map(resource => readCosmos(resource, resources)),
  ];
}

function readFlexible(
  resource: Resource,
  resources: ResourceIndex,
): DatabaseFact {
  const reader = AttributeReader.of(resource);
  const isPostgres = resource.type.includes('postgresql');
  const replica = isReplica(reader);
  const growth = isPostgres
    ? reader.boolean('auto_grow_enabled', { default: false })
    : reader.boolean('storage.auto_grow_enabled', { default: true });
  const tls = readParameter(
    resource,
    resources,
    'require_secure_transport',
    'on',
  );
  return {
    ...base(resource, resources),
    role: replica ? 'replica' : 'primary',
    scales: own(growth),
    isPrivate: own(readFlexibleAccess(reader)),
    encryptedInTransit: tls,
    slowQueryLog: readAnyParameter(
      resource,
      resources,
      isPostgres
        ? ['log_min_duration_statement', 'pg_qs.query_capture_mode']
        : ['slow_query_log'],
    ),
    logs: readLogs(resource, resources, isPostgres),
    ...(!replica && {
      zones: own(readHighAvailability(reader)),
      backupRetentionDays: own(
        reader.number('backup_retention_days', { default: 7 }),
      ),
      backedUpOffsite: own(
        reader.boolean('geo_redundant_backup_enabled', { default: false }),
      ),
    }),
  };
}

function readHighAvailability(reader: AttributeReader): FactValue<ZoneSpread> {
  const given = reader.presence('high_availability');
  if (given.state !== 'known' || !given.value)
    return derive(given, () => 'one-zone');
  const mode = reader.text('high_availability.mode');
  return derive(mode, word =>
    word === 'ZoneRedundant' ? 'multi-zone' : 'same-zone-standby',
  );
}

function readFlexibleAccess(reader: AttributeReader): FactValue<boolean> {
  const subnet = isGiven(reader, 'delegated_subnet_id');
  const flag = reader.boolean('public_network_access_enabled');
  const word = reader.text('public_network_access');
  const closed =
    flag.state === 'absent'
      ? derive(word, text => text === 'Disabled')
      : derive(flag, is => !is);
  const isSilent = closed.state === 'absent';
  return anyOf(
    isSilent
      ? absent('public_network_access_enabled', reader.location, false, 'true')
      : closed,
    subnet,
  );
}

function readSingle(
  resource: Resource,
  resources: ResourceIndex,
): DatabaseFact {
  const reader = AttributeReader.of(resource);
  const replica = isReplica(reader);
  const isPostgres = resource.type.includes('postgresql');
  return {
    ...base(resource, resources),
    role: replica ? 'replica' : 'primary',
    scales: own(reader.boolean('auto_grow_enabled', { default: true })),
    isPrivate: own(
      derive(
        reader.boolean('public_network_access_enabled', { default: true }),
        is => !is,
      ),
    ),
    encryptedInTransit: own(
      reader.boolean('ssl_enforcement_enabled', { default: false }),
    ),
    modernTls: own(
      derive(
        reader.text('ssl_minimal_tls_version_enforced', {
          default: 'TLSEnforcementDisabled',
        }),
        isModernTls,
      ),
    ),
    logs: readLogs(resource, resources, isPostgres),
    ...(!replica && {
      backupRetentionDays: own(
        reader.number('backup_retention_days', { default: 7 }),
      ),
      backedUpOffsite: own(
        reader.boolean('geo_redundant_backup_enabled', { default: false }),
      ),
    }),
  };
}
