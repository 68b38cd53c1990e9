import { AttributeReader, getItems, getText, getValue } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import type {
  CacheFact,
  DatabaseFact,
  SearchDomainFact,
  SettingFact,
} from '../../types/dataStores';
import type { FactValue } from '../../value';
import type { ClusterBackup } from './clusterBackups';
import { getNamespace } from './clusterBackups';
import {
  absent,
  anyOf,
  derive,
  isGiven,
  known,
  own,
  toSubjectFact,
  unresolved,
} from './settings';

interface Operator {
  readonly kind: string;
  readonly group: RegExp;
  readonly store: 'database' | 'cache' | 'search';
  /** Where the number of copies stands; inside a list the copies add up. */
  readonly list?: string;
  readonly copies: string;
  readonly copiesByDefault: number;
  readonly backup?: readonly string[];
}

const OPERATORS: readonly Operator[] = [
  {
    kind: 'Cluster',
    group: /^postgresql\.cnpg\.io/,
    store: 'database',
    copies: 'spec.instances',
    copiesByDefault: 1,
    backup: ['spec.backup'],
  },
  {
    kind: 'postgresql',
    group: /^acid\.zalan\.do/,
    store: 'database',
    copies: 'spec.numberOfInstances',
    copiesByDefault: 1,
    backup: ['spec.enableLogicalBackup'],
  },
  {
    kind: 'PostgresCluster',
    group: /crunchydata\.com/,
    store: 'database',
    list: 'spec.instances',
    copies: 'replicas',
    copiesByDefault: 1,
    backup: ['spec.backups.pgbackrest.repos.schedules'],
  },
  {
    kind: 'PerconaPGCluster',
    group: /percona\.com/,
    store: 'database',
    list: 'spec.instances',
    copies: 'replicas',
    copiesByDefault: 1,
    backup: ['spec.backups.pgbackrest.repos.schedules'],
  },
  {
    kind: 'PerconaServerMongoDB',
    group: /percona\.com/,
    store: 'database',
    list: 'spec.replsets',
    copies: 'size',
    copiesByDefault: 1,
    backup: ['spec.backup.tasks'],
  },
  {
    kind: 'PerconaXtraDBCluster',
    group: /percona\.com/,
    store: 'database',
    copies: 'spec.pxc.size',
    copiesByDefault: 1,
    backup: ['spec.backup.schedule'],
  },
  {
    kind: 'MongoDBCommunity',
    group: /mongodb\.com/,
    store: 'database',
    copies: 'spec.members',
    copiesByDefault: 1,
  },
  {
    kind: 'InnoDBCluster',
    group: /mysql\.oracle\.com/,
    store: 'database',
    copies: 'spec.instances',
    copiesByDefault: 1,
    backup: ['spec.backupSchedules'],
  },
  {
    kind: 'MariaDB',
    group: /mariadb\.(com|mmontes\.io)/,
    store: 'database',
    copies: 'spec.replicas',
    copiesByDefault: 1,
  },
  {
    kind: 'CassandraDatacenter',
    group: /cassandra\.datastax\.com/,
    store: 'database',
    copies: 'spec.size',
    copiesByDefault: 1,
  },
  {
    kind: 'CrdbCluster',
    group: /cockroachlabs\.com/,
    store: 'database',
    copies: 'spec.nodes',
    copiesByDefault: 3,
  },
  {
    kind: 'RedisFailover',
    group: /spotahome\.com/,
    store: 'cache',
    copies: 'spec.redis.replicas',
    copiesByDefault: 3,
  },
  {
    kind: 'RedisReplication',
    group: /opstreelabs\.in/,
    store: 'cache',
    copies: 'spec.clusterSize',
    copiesByDefault: 1,
  },
  {
    kind: 'RedisCluster',
    group: /opstreelabs\.in/,
    store: 'cache',
    copies: 'spec.clusterSize',
    copiesByDefault: 3,
  },
  {
    kind: 'Redis',
    group: /opstreelabs\.in/,
    store: 'cache',
    copies: 'spec.clusterSize',
    copiesByDefault: 1,
  },
  {
    kind: 'Dragonfly',
    group: /dragonflydb\.io/,
    store: 'cache',
    copies: 'spec.replicas',
    copiesByDefault: 1,
  },
  {
    kind: 'Elasticsearch',
    group: /k8s\.elastic\.co/,
    store: 'search',
    list: 'spec.nodeSets',
    copies: 'count',
    copiesByDefault: 1,
  },
  {
    kind: 'OpenSearchCluster',
    group: /opensearch\.(opster\.io|org)/,
    store: 'search',
    list: 'spec.nodePools',
    copies: 'replicas',
    copiesByDefault: 1,
  },
];

const DATABASE_IMAGE =
  /(^|\/)(postgres(ql)?(-ha|-repmgr)?|postgis|timescaledb(-ha)?|pgvector|mysql(-server)?|mariadb(-galera)?|percona(-server|-xtradb-cluster)?|mongo(db|db-community-server)?|cassandra|scylla|couchdb|couchbase|neo4j|influxdb|clickhouse(-server)?|cockroach|arangodb|rethinkdb|dgraph|surrealdb)(@|:|$)|mssql\/server|oracle\/database/i;
const CACHE_IMAGE =
  /(^|\/)(redis(-cluster|-stack(-server)?)?|valkey|memcached|keydb|dragonfly|varnish)(@|:|$)/i;

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
      backup.saves !== 'volumes' &&
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

/** What images the containers of a workload or service run. */
function getImages(resource: Resource): readonly string[] {
  const root =
    resource.language === 'compose'
      ? resource.attributes
      : getValue(resource.attributes, 'spec.template.spec');
  if (root === undefined) return [];
  const values =
    resource.language === 'compose'
      ? [getValue(root, 'image')]
      : getItems(getValue(root, 'containers')).map(item =>
          getValue(item, 'image'),
        );
  return values.flatMap(value =>
    value?.kind === 'unresolved' ? value.expression : getText(value) ?? [],
  );
}

/** Workloads and compose services that are a database themselves. */
export function findDatabaseContainers(
  resources: ResourceIndex,
): readonly Resource[] {
  return findByImage(resources, DATABASE_IMAGE);
}

/** Workloads and compose services that are a cache themselves. */
export function findCacheContainers(
  resources: ResourceIndex,
): readonly Resource[] {
  return findByImage(resources, CACHE_IMAGE);
}

function findByImage(
  resources: ResourceIndex,
  pattern: RegExp,
): readonly Resource[] {
  return resources.all.filter(resource => {
    if (resource.offByDefault !== undefined) return false;
    const isWorkload =
      resource.language === 'kubernetes' &&
      /^(StatefulSet|Deployment|ReplicaSet)$/.test(resource.type);
    if (!isWorkload && resource.language !== 'compose') return false;
    return getImages(resource).some(image => pattern.test(image));
  });
}
