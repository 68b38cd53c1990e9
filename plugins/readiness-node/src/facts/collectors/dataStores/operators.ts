export interface Operator {
  readonly kind: string;
  readonly group: RegExp;
  readonly store: 'database' | 'cache' | 'search';
  /** Where the number of copies stands; inside a list the copies add up. */
  readonly list?: string;
  readonly copies: string;
  readonly copiesByDefault: number;
  readonly backup?: readonly string[];
}

export const OPERATORS: readonly Operator[] = [
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
