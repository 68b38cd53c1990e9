import { AttributeReader } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import type {
  DatabaseFact,
  SettingFact,
  ZoneSpread,
} from '../../types/dataStores';
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
  preventsDestroy,
  textAt,
  toSubjectFact,
} from './settings';

const ENCRYPTION_NOTE = 'Azure encrypts all data at rest by itself';
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

/** A lock on the resource, or `prevent_destroy`. */
function readLock(resource: Resource, resources: ResourceIndex): SettingFact {
  const [lock] = resources.companions(
    resource,
    ['azurerm_management_lock'],
    'scope',
  );
  if (lock !== undefined)
    return heldBy(
      lock,
      known(
        true,
        'lock_level',
        lock.location,
        textAt(lock, 'lock_level') ?? 'set',
      ),
    );
  return own(
    preventsDestroy(resource),
    'a management lock would protect it too',
  );
}

function base(
  resource: Resource,
  resources: ResourceIndex,
): Omit<DatabaseFact, 'role'> {
  return {
    ...toSubjectFact(resource),
    origin: 'managed',
    encryptedAtRest: byDefault(
      resource,
      'customer_managed_key',
      ENCRYPTION_NOTE,
    ),
    deletionProtected: readLock(resource, resources),
  };
}

function isReplica(reader: AttributeReader): boolean {
  const mode = reader.text('create_mode');
  return (
    mode.state === 'known' &&
    /^(Replica|Secondary|OnlineSecondary)$/.test(mode.value)
  );
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

/** A server parameter set by a companion resource. */
function readParameter(
  resource: Resource,
  resources: ResourceIndex,
  name: string,
  usual: string,
): SettingFact {
  const companion = findParameter(resource, resources, name);
  if (companion === undefined)
    return own(absent(name, resource.location, isOn(usual), usual));
  return heldBy(companion, {
    ...derive(AttributeReader.of(companion).text('value'), isOn),
    setting: name,
  });
}

function readAnyParameter(
  resource: Resource,
  resources: ResourceIndex,
  names: readonly string[],
): SettingFact {
  for (const name of names) {
    const companion = findParameter(resource, resources, name);
    if (companion !== undefined) {
      return heldBy(companion, {
        ...derive(AttributeReader.of(companion).text('value'), isOn),
        setting: name,
      });
    }
  }
  return own(absent(names[0] ?? 'parameter', resource.location, false, 'off'));
}

function findParameter(
  resource: Resource,
  resources: ResourceIndex,
  name: string,
): Resource | undefined {
  const types = [
    'azurerm_postgresql_flexible_server_configuration',
    'azurerm_mysql_flexible_server_configuration',
    'azurerm_postgresql_configuration',
    'azurerm_mysql_configuration',
  ];
  return [
    ...resources.companions(resource, types, 'server_id'),
    ...resources.companions(resource, types, 'server_name', 'name'),
  ].find(companion => textAt(companion, 'name') === name);
}

function isOn(text: string): boolean {
  return !/^(off|none|-1|false)$/i.test(text);
}

function readLogs(
  resource: Resource,
  resources: ResourceIndex,
  isPostgres: boolean,
): SettingFact {
  const [diagnostics] = resources.companions(
    resource,
    ['azurerm_monitor_diagnostic_setting'],
    'target_resource_id',
  );
  if (diagnostics !== undefined)
    return heldBy(
      diagnostics,
      known(true, 'enabled_log', diagnostics.location, 'set'),
    );
  const names = isPostgres
    ? [
        'log_checkpoints',
        'log_connections',
        'log_disconnections',
        'pgaudit.log',
      ]
    : ['audit_log_enabled', 'slow_query_log'];
  return readAnyParameter(resource, resources, names);
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

/** `TLS1_2`, `1.2`, `Tls12` and newer. */
export function isModernTls(version: string): boolean {
  return /1[._]?[23]$/.test(version);
}

const AUDITS = [
  'azurerm_mssql_server_extended_auditing_policy',
  'azurerm_mssql_database_extended_auditing_policy',
];

function readSqlServer(
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

function readSqlDatabase(
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

function readManagedInstance(
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

function readCosmos(
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
