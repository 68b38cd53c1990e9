import { AttributeReader, getItems, getText, getValue } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { BackupPlanFact } from '../../types/dataStores';
import type { Value } from '../../value';
import { textAt, textsAt } from './settings';

/** Commands and images that dump a database. */
export const DUMP =
  /\b(pg_dump(all)?|pg_basebackup|mysqldump|mariadb-dump|mariabackup|xtrabackup|mongodump|wal-g|pgbackrest|barman|cqlsh|nodetool snapshot|influx backup|expdp|rman target|redis-cli .*--rdb)\b|postgres-backup|mysql-backup|mongo(db)?-backup|db-backup/i;
const VOLUME_TOOL =
  /\b(restic|kopia|borg(matic)?|duplicity|rclone|velero)\b|volume-backup/i;
const RESTORE =
  /\b(pg_restore|mongorestore|restic restore|velero restore|kopia restore|restore[-_ ](test|drill|check|verify)|(test|verify)[-_ ](the[-_ ])?(backup|restore))\b/i;

/** Something in the cluster that saves data by schedule. */
export interface ClusterBackup {
  readonly resource: Resource;
  readonly saves: 'databases' | 'volumes' | 'everything';
  /** Namespaces it covers; absent for all. */
  readonly namespaces?: readonly string[];
  /** The one claim it saves. */
  readonly claim?: string;
}

const SCHEDULES: ReadonlyArray<{
  readonly kind: string;
  readonly group: RegExp;
  readonly isWide: boolean;
}> = [
  {
    kind: 'Schedule',
    group: /velero\.io|k8up\.io|backup\.appuio\.ch/,
    isWide: true,
  },
  { kind: 'SnapshotSchedule', group: /snapscheduler\.backube/, isWide: false },
  { kind: 'RecurringJob', group: /longhorn\.io/, isWide: true },
  {
    kind: 'BackupConfiguration',
    group: /stash\.appscode\.com|core\.kubestash\.com/,
    isWide: false,
  },
  { kind: 'Policy', group: /config\.kio\.kasten\.io/, isWide: true },
  {
    kind: 'VolumeSnapshot',
    group: /snapshot\.storage\.k8s\.io/,
    isWide: false,
  },
  { kind: 'ReplicationSource', group: /volsync\.backube/, isWide: false },
];

/** Everything in Kubernetes and compose that saves databases or volumes. */
export function findClusterBackups(
  resources: ResourceIndex,
): readonly ClusterBackup[] {
  const scheduled = SCHEDULES.flatMap(({ kind, group, isWide }) =>
    resources
      .ofType(kind)
      .filter(resource => group.test(resource.apiVersion ?? ''))
      .map(resource => describeSchedule(resource, isWide)),
  );
  const jobs = resources.all.flatMap((resource): readonly ClusterBackup[] => {
    if (resource.offByDefault !== undefined || !isRecurring(resource))
      return [];
    const text = getScript(resource);
    if (RESTORE.test(text) && !DUMP.test(text)) return [];
    if (DUMP.test(text)) return [{ resource, saves: 'databases' }];
    return VOLUME_TOOL.test(text) ? [{ resource, saves: 'volumes' }] : [];
  });
  return [...scheduled, ...jobs];
}

/** What keeps a dump job from running by default, when there is one. */
export function findBackupSwitch(resources: ResourceIndex): string | undefined {
  return resources
    .offByDefault('CronJob')
    .find(resource => DUMP.test(getScript(resource)))?.offByDefault;
}

/** Whether two services of compose mount the same named volume. */
export function sharesVolume(a: Resource, b: Resource): boolean {
  const names = new Set(getVolumeNames(a));
  return getVolumeNames(b).some(name => names.has(name));
}

function getVolumeNames({ language, attributes }: Resource): readonly string[] {
  if (language !== 'compose') return [];
  return getItems(attributes.entries.volumes).flatMap(volume => {
    const text = getText(volume) ?? getText(getValue(volume, 'source')) ?? '';
    const name = text.split(':')[0] ?? '';
    return /^[A-Za-z0-9][\w.-]*$/.test(name) ? [name] : [];
  });
}

/** Scheduled jobs that restore what was saved. */
export function findRestoreJobs(
  resources: ResourceIndex,
): readonly BackupPlanFact[] {
  return resources
    .ofType('CronJob')
    .filter(resource => RESTORE.test(getScript(resource)))
    .map(resource => ({ ...toSubjectFact(resource), isRestoreTest: true }));
}

function isRecurring(resource: Resource): boolean {
  if (resource.type === 'CronJob') return true;
  return resource.language === 'compose';
}

function describeSchedule(resource: Resource, isWide: boolean): ClusterBackup {
  const path =
    resource.type === 'Schedule' &&
    resource.apiVersion?.startsWith('velero') === true
      ? 'spec.template.includedNamespaces'
      : undefined;
  const listed =
    path === undefined
      ? []
      : textsAt(resource, path).filter(name => name !== '*');
  const own =
    resource.apiVersion?.startsWith('velero') === true ||
    resource.type === 'RecurringJob' ||
    resource.type === 'Policy'
      ? []
      : [getNamespace(resource)];
  const namespaces = listed.length > 0 ? listed : own;
  const claim =
    textAt(resource, 'spec.source.persistentVolumeClaimName') ??
    textAt(resource, 'spec.sourcePVC');
  return {
    resource,
    saves: isWide ? 'everything' : 'volumes',
    ...(namespaces.length > 0 && { namespaces }),
    ...(claim !== undefined && { claim }),
  };
}

/** The namespace of a Kubernetes object by its address. */
export function getNamespace(resource: Resource): string {
  return resource.address.split('/')[1] ?? 'default';
}

/** Commands, arguments and images of all containers, as one text. */
function getScript(resource: Resource): string {
  if (resource.language === 'compose') {
    const reader = AttributeReader.of(resource);
    return ['image', 'command', 'entrypoint']
      .map(name => flatten(reader.get(name)))
      .join(' ');
  }
  const pod = getValue(
    resource.attributes,
    'spec.jobTemplate.spec.template.spec',
  );
  const containers = ['containers', 'initContainers'].flatMap(name =>
    getItems(pod && getValue(pod, name)),
  );
  return containers
    .flatMap(container =>
      ['image', 'command', 'args'].map(name =>
        flatten(getValue(container, name)),
      ),
    )
    .join(' ');
}

function flatten(value: Value | undefined): string {
  return getItems(value)
    .map(
      item =>
        getText(item) ?? (item.kind === 'unresolved' ? item.expression : ''),
    )
    .join(' ');
}
