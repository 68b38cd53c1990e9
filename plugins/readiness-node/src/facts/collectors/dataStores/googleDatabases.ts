import { withoutChoices } from '../../choices';
import { AttributeReader, getText } from '../../readValue';
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
  invert,
  own,
  preventsDestroy,
  textAt,
} from './settings';

export const ENCRYPTION_NOTE =
  'Google Cloud encrypts all data at rest by itself';

export function readSql(resource: Resource): DatabaseFact {
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
  if (place.state === 'unresolved') return withoutChoices(place);
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

export function readAlloy(
  resource: Resource,
  resources: ResourceIndex,
): DatabaseFact {
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

/** Every configuration of Spanner, regional too, lies in three zones at least. */
function readSpannerZones(resource: Resource): FactValue<ZoneSpread> {
  const config = AttributeReader.of(resource).text('config');
  const { setting, location } = config;
  const text = config.state === 'known' ? config.value : 'three zones at least';
  return { state: 'known', value: 'multi-zone', setting, location, text };
}

export function readSpanner(resource: Resource): DatabaseFact {
  return {
    ...toSubjectFact(resource),
    role: 'primary',
    origin: 'managed',
    zones: own(readSpannerZones(resource)),
    scales: byDefault(
      resource,
      'storage',
      'the storage of Spanner grows by itself',
    ),
    encryptedAtRest: byDefault(resource, 'encryption_config', ENCRYPTION_NOTE),
  };
}
