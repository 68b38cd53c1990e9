import { AttributeReader, getText, getValue } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type {
  CacheFact,
  DatabaseFact,
  SearchDomainFact,
  SettingFact,
} from '../../types/dataStores';
import type { FactValue } from '../../value';
import type { ClusterBackup } from './clusterBackups';
import { getNamespace, sharesVolume } from './clusterBackups';
import {
  absent,
  anyOf,
  derive,
  isGiven,
  known,
  own,
  unresolved,
} from './settings';
import { OPERATORS, type Operator } from './operators';

/** Stores that operators run. */
export function readOperated(
  resources: ResourceIndex,
  backups: readonly ClusterBackup[],
) {
  const found = OPERATORS.flatMap(operator =>
    resources
      .ofType(operator.kind)
      .filter(resource => operator.group.test(resource.apiVersion ?? ''))
      .map(resource => ({
        operator,
        resource,
        copies: countCopies(resource, operator),
      })),
  );
  const ofStore = (store: Operator['store']) =>
    found.filter(each => each.operator.store === store);
  return {
    databases: ofStore('database').map(
      ({ operator, resource, copies }): DatabaseFact => ({
        ...toSubjectFact(resource),
        role: 'cluster',
        origin: 'operator',
        zones: own(
          derive(copies, count =>
            count >= 2 ? ('multi-zone' as const) : ('one-zone' as const),
          ),
        ),
        scales: own(derive(copies, count => count >= 2)),
        hasBackups: readBackups(resource, operator, resources, backups),
      }),
    ),
    caches: ofStore('cache').map(
      ({ resource, copies }): CacheFact => ({
        ...toSubjectFact(resource),
        failsOver: own(derive(copies, count => count >= 2)),
      }),
    ),
    searchDomains: ofStore('search').map(
      ({ resource, copies }): SearchDomainFact => ({
        ...toSubjectFact(resource),
        failsOver: own(derive(copies, count => count >= 2)),
      }),
    ),
  };
}

function countCopies(
  resource: Resource,
  operator: Operator,
): FactValue<number> {
  const reader = AttributeReader.of(resource);
  if (operator.list === undefined)
    return reader.number(operator.copies, {
      default: operator.copiesByDefault,
    });
  const counts = reader
    .blocks(operator.list)
    .map(block =>
      block.number(operator.copies, { default: operator.copiesByDefault }),
    );
  const doubtful = counts.find(count => count.state === 'unresolved');
  const sum = counts.reduce(
    (total, count) =>
      total +
      (count.state === 'known' ? count.value : operator.copiesByDefault),
    0,
  );
  const [first] = counts;
  if (first === undefined)
    return absent(
      `${operator.list}.${operator.copies}`,
      resource.location,
      operator.copiesByDefault,
    );
  if (doubtful?.state === 'unresolved' && sum < 2)
    return unresolved(doubtful.expression, first.setting, first.location);
  return known(sum, first.setting, first.location);
}

function readBackups(
  resource: Resource,
  operator: Operator,
  resources: ResourceIndex,
  backups: readonly ClusterBackup[],
): SettingFact {
  const companion = resources
    .ofType('ScheduledBackup', 'Backup', 'PhysicalBackup')
    .find(
      each =>
        [
          textOf(each, 'spec.cluster.name'),
          textOf(each, 'spec.mariaDbRef.name'),
        ].includes(resource.name) && isScheduled(each),
    );
  if (companion !== undefined)
    return own(known(true, 'schedule', companion.location, companion.address));
  const given = (operator.backup ?? [])
    .map(path => isGiven(AttributeReader.of(resource), path))
    .map(turnOffWhenFalse);
  const covered = getDatabaseCover(resource, backups);
  const [first, ...others] = [...given, covered];
  return own(first === undefined ? covered : anyOf(first, ...others));
}

/** `enableLogicalBackup: false` is given, but off. */
function turnOffWhenFalse(value: FactValue<boolean>): FactValue<boolean> {
  return value.state === 'known' && value.text === 'false'
    ? { ...value, value: false }
    : value;
}

function isScheduled(resource: Resource): boolean {
  return (
    resource.type === 'ScheduledBackup' ||
    AttributeReader.of(resource).has('spec.schedule')
  );
}

function textOf(resource: Resource, path: string): string | undefined {
  return getText(getValue(resource.attributes, path));
}

/** A dump job, or a backup of everything in the namespace. */
export function getDatabaseCover(
  resource: Resource,
  backups: readonly ClusterBackup[],
): FactValue<boolean> {
  const namespace = getNamespace(resource);
  const cover = backups.find(
    backup =>
      (backup.saves !== 'volumes' || sharesVolume(backup.resource, resource)) &&
      backup.resource.address !== resource.address &&
      (backup.namespaces?.includes(namespace) ?? true),
  );
  return cover === undefined
    ? absent(
        'backup',
        resource.location,
        false,
        'none: no operator backup, dump job or schedule',
      )
    : known(true, 'backup', cover.resource.location, cover.resource.address);
}
