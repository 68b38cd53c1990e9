import { getItems, getText, getValue } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';

const DATABASE_IMAGE =
  /(^|\/)(postgres(ql)?(-ha|-repmgr)?|postgis|timescaledb(-ha)?|pgvector|mysql(-server)?|mariadb(-galera)?|percona(-server|-xtradb-cluster)?|mongo(db|db-community-server)?|cassandra|scylla|couchdb|couchbase|neo4j|influxdb|clickhouse(-server)?|cockroach|arangodb|rethinkdb|dgraph|surrealdb)(@|:|$)|mssql\/server|oracle\/database/i;

const CACHE_IMAGE =
  /(^|\/)(redis(-cluster|-stack(-server)?)?|valkey|memcached|keydb|dragonfly|varnish)(@|:|$)/i;

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
