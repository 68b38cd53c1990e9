import { AttributeReader, getItems, getText, getValue } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type {
  DatabaseFact,
  DataStoreFacts,
  SettingFact,
  StatefulFact,
  VolumeFact,
} from '../../types/dataStores';
import {
  findBackupSwitch,
  findClusterBackups,
  findRestoreJobs,
  getNamespace,
  type ClusterBackup,
} from './clusterBackups';
import { getDatabaseCover, readOperated } from './clusterDatabases';
import { findCacheContainers, findDatabaseContainers } from './clusterImages';
import { absent, anyOf, known, own } from './settings';

const DATABASE_CHART =
  /^(postgresql(-ha)?|mysql|mariadb(-galera)?|mongodb(-sharded)?|cassandra|couchdb|cockroachdb|neo4j|clickhouse|influxdb2?|elasticsearch|opensearch)$/;
const CACHE_CHART =
  /^(redis(-cluster|-ha)?|valkey(-cluster)?|memcached|dragonfly)$/;

/** Stores inside Kubernetes and compose. */
export function readCluster(resources: ResourceIndex): Partial<DataStoreFacts> {
  const backups = findClusterBackups(resources);
  const backupSwitch = findBackupSwitch(resources);
  const operated = readOperated(resources, backups);
  const databases = findDatabaseContainers(resources).filter(resource =>
    counts(resource, resources),
  );
  const charts = resources.ofType('HelmDependency');
  return {
    databases: [
      ...operated.databases,
      ...databases.map(resource => ({
        ...toDatabase(resource, own(getDatabaseCover(resource, backups))),
        ...(backupSwitch !== undefined && { backupSwitch }),
      })),
      ...charts
        .filter(chart => DATABASE_CHART.test(getChartName(chart)))
        .map(chart => toDatabase(chart, readChartBackup(chart, backups))),
    ],
    caches: operated.caches,
    searchDomains: operated.searchDomains,
    volumes: readClaims(resources, backups),
    backupPlans: [
      ...backups.map(backup => ({
        ...toSubjectFact(backup.resource),
        isRestoreTest: false,
      })),
      ...findRestoreJobs(resources),
    ],
    cacheUses: [
      ...findCacheContainers(resources),
      ...charts.filter(chart => CACHE_CHART.test(getChartName(chart))),
    ].map(resource => ({
      ...toSubjectFact(resource),
      message: `${resource.name} is a cache beside the application`,
    })),
    statefulThings: readStatefulThings(resources),
  };
}

/** A compose file beside manifests or cloud resources is for development. */
function counts(resource: Resource, resources: ResourceIndex): boolean {
  return (
    resource.language !== 'compose' ||
    resources.all.every(each => each.language === 'compose')
  );
}

function toDatabase(resource: Resource, hasBackups: SettingFact): DatabaseFact {
  return {
    ...toSubjectFact(resource),
    role: 'primary',
    origin: 'container',
    hasBackups,
  };
}

/** The chart's own name: a dependency may have an alias. */
function getChartName(chart: Resource): string {
  const name = getText(getValue(chart.attributes, 'name')) ?? chart.name;
  return name.slice(name.lastIndexOf('/') + 1);
}

/** Bitnami's charts dump by `backup.enabled`. */
function readChartBackup(
  chart: Resource,
  backups: readonly ClusterBackup[],
): SettingFact {
  const reader = AttributeReader.of(chart);
  const path = reader.has('values')
    ? 'values.backup.enabled'
    : 'backup.enabled';
  return own(
    anyOf(
      reader.boolean(path, { default: false }),
      getDatabaseCover(chart, backups),
    ),
  );
}

function readClaims(
  resources: ResourceIndex,
  backups: readonly ClusterBackup[],
): readonly VolumeFact[] {
  const claims = resources.ofType(
    'PersistentVolumeClaim',
    'kubernetes_persistent_volume_claim',
    'kubernetes_persistent_volume_claim_v1',
  );
  const templates = resources
    .ofType('StatefulSet')
    .filter(
      set =>
        getItems(getValue(set.attributes, 'spec.volumeClaimTemplates')).length >
        0,
    );
  const databases = new Set(
    findDatabaseContainers(resources).map(resource => resource.address),
  );
  return [...claims, ...templates].map(resource => ({
    ...toSubjectFact(resource),
    backedUp: own(
      getVolumeCover(resource, backups, databases.has(resource.address)),
    ),
  }));
}

function getVolumeCover(
  resource: Resource,
  backups: readonly ClusterBackup[],
  isDatabase: boolean,
) {
  const namespace = getNamespace(resource);
  const cover = backups.find(backup => {
    if (backup.claim !== undefined && backup.claim !== resource.name)
      return false;
    if (backup.saves === 'databases' && !isDatabase) return false;
    return backup.namespaces?.includes(namespace) ?? true;
  });
  return cover === undefined
    ? absent(
        'backup',
        resource.location,
        false,
        'none: no Velero schedule, VolumeSnapshot or backup job covers it',
      )
    : known(true, 'backup', cover.resource.location, cover.resource.address);
}

/** Compose volumes: state, though nothing there can be judged. */
function readStatefulThings(resources: ResourceIndex): readonly StatefulFact[] {
  return resources.all
    .filter(
      resource => resource.language === 'compose' && hasNamedVolume(resource),
    )
    .map(resource => ({
      ...toSubjectFact(resource),
      kind: 'volume' as const,
      message: `${resource.name} keeps data in a volume`,
    }));
}

function hasNamedVolume(resource: Resource): boolean {
  return getItems(resource.attributes.entries.volumes).some(volume => {
    const text = getText(volume);
    if (text !== undefined) return /^[A-Za-z0-9][\w.-]*:/.test(text);
    return (
      getText(getValue(volume, 'type')) === 'volume' &&
      getValue(volume, 'source') !== undefined
    );
  });
}
