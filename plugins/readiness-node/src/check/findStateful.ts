import type { CheckContext } from './check';
import type { Facts } from '../facts/facts';
import type { Location } from '../facts/value';

/** Something that keeps data, so that there is something to back up. @public */
export interface StatefulEvidence {
  readonly subject: string;
  readonly location: Location;
  readonly kind: 'database' | 'bucket' | 'volume' | 'client';
  readonly message: string;
}

const CLIENTS: readonly RegExp[] = [
  /^(pg|pg-promise|postgres|mysql2?|mariadb|mongodb|mongoose|sequelize|typeorm|knex|@prisma\/client|prisma|better-sqlite3|cassandra-driver|neo4j-driver|mssql|oracledb|@mikro-orm\/core|drizzle-orm)$/,
  /^(psycopg(2|2-binary)?|asyncpg|aiopg|pymysql|mysqlclient|mysql-connector-python|pymongo|motor|sqlalchemy|sqlmodel|django|peewee|tortoise-orm|cassandra-driver|mongoengine|pyodbc|cx-oracle|oracledb)$/i,
  /^(github\.com\/(lib\/pq|jackc\/pgx(\/v\d+)?|go-sql-driver\/mysql|jinzhu\/gorm|jmoiron\/sqlx|gocql\/gocql|mattn\/go-sqlite3|denisenkom\/go-mssqldb|microsoft\/go-mssqldb)|gorm\.io\/(gorm|driver\/\w+)|go\.mongodb\.org\/mongo-driver(\/v2)?)$/,
  /^(org\.postgresql:postgresql|mysql:mysql-connector-java|com\.mysql:mysql-connector-j|org\.mariadb\.jdbc:mariadb-java-client|org\.springframework\.boot:spring-boot-starter-data-(jpa|jdbc|mongodb|r2dbc|cassandra|neo4j)|org\.mongodb:mongodb-driver-(sync|reactivestreams)|com\.oracle\.database\.jdbc:ojdbc\d+|com\.microsoft\.sqlserver:mssql-jdbc)$/,
  /^(activerecord|mysql2|pg|mongoid|sequel|doctrine\/(orm|dbal|mongodb-odm)|illuminate\/database|mongodb\/mongodb)$/,
  /^(npgsql(\..+)?|mysql\.data|mysqlconnector|pomelo\.entityframeworkcore\.mysql|microsoft\.entityframeworkcore\.(sqlserver|cosmos)|microsoft\.data\.sqlclient|mongodb\.driver)$/i,
  /^(diesel|sqlx|tokio-postgres|mysql_async|mongodb|sea-orm|ecto_sql|postgrex|myxql)$/,
];

/**
 * Everything that keeps data or needs something that does: stores in
 * infrastructure code, in the cluster and in compose, and database clients of
 * the application.
 *
 * @public
 */
export function findStateful(facts: Facts): readonly StatefulEvidence[] {
  const stores = [
    ...facts.databases,
    ...facts.tables,
    ...facts.searchDomains,
    ...facts.warehouses,
  ];
  return [
    ...stores.map(store => ({
      ...place(store),
      kind: 'database' as const,
      message: `${store.subject} keeps data`,
    })),
    ...facts.buckets.map(bucket => ({
      ...place(bucket),
      kind: 'bucket' as const,
      message: `${bucket.subject} keeps objects`,
    })),
    ...facts.volumes.map(volume => ({
      ...place(volume),
      kind: 'volume' as const,
      message: `${volume.subject} is a volume`,
    })),
    ...facts.statefulThings.map(thing => ({
      ...place(thing),
      kind: thing.kind,
      message: thing.message,
    })),
    ...findClients(facts),
  ];
}

/** Database clients among the dependencies an application needs at run time. */
function findClients(facts: Facts): readonly StatefulEvidence[] {
  return facts.packages.flatMap(manifest =>
    manifest.dependencies
      .filter(
        dependency => !dependency.isDevelopment && isClient(dependency.name),
      )
      .slice(0, 1)
      .map(({ name, location }) => ({
        subject: manifest.subject,
        location,
        kind: 'client' as const,
        message: `the application uses a database by ${name}`,
      })),
  );
}

function isClient(name: string): boolean {
  return CLIENTS.some(pattern => pattern.test(name));
}

/** Why the checks of backups don't apply. @public */
export function describeStateless(fileCount: number): string {
  return `no stateful resource in ${fileCount} ${
    fileCount === 1 ? 'file' : 'files'
  } read`;
}

function place({
  subject,
  location,
}: {
  readonly subject: string;
  readonly location: Location;
}) {
  return { subject, location };
}

/**
 * Why a check of backups has no subject: nothing keeps state at all, or what
 * does is not of its kind.
 *
 * @public
 */
export function explainNoSubject(
  context: CheckContext,
  otherwise: string,
): string {
  return findStateful(context.facts).length === 0
    ? describeStateless(context.scope.fileCount)
    : otherwise;
}
