import type { SubjectFact } from '../subject';
import type { FactValue, Location } from '../value';

/**
 * One answer about a store, with the resource that holds the setting when that
 * is a companion (`aws_s3_bucket_versioning`) and not the store itself.
 *
 * @public
 */
export interface SettingFact<T = boolean> {
  readonly value: FactValue<T>;
  readonly holder?: SettingHolder;
  /** What the provider does by itself, or what else a reader should know. */
  readonly note?: string;
  /** What to say when it is absent, instead of naming a default. */
  readonly absence?: string;
}

/** @public */
export interface SettingHolder {
  readonly subject: string;
  readonly type: string;
  readonly location: Location;
  readonly condition?: string;
}

/**
 * What any store of data may tell. A question that does not concern a store,
 * since its provider leaves no choice, is left out.
 *
 * @public
 */
export interface DataStoreFact extends SubjectFact {
  readonly encryptedAtRest?: SettingFact;
  /** Clients must use TLS. */
  readonly encryptedInTransit?: SettingFact;
  /** TLS 1.2 or newer. */
  readonly modernTls?: SettingFact;
  /** Clients must authenticate (caches). */
  readonly authenticated?: SettingFact;
  /** Nodes talk to each other encrypted (search). */
  readonly encryptedBetweenNodes?: SettingFact;
  /** Not reachable from the internet. */
  readonly isPrivate?: SettingFact;
  readonly deletionProtected?: SettingFact;
  /** A copy of its backups lies in another region or account. */
  readonly backedUpOffsite?: SettingFact;
  readonly pointInTimeRecovery?: SettingFact;
  /** Lives, or is replicated, in more than one region. */
  readonly multiRegion?: SettingFact;
}

/** How far apart the copies of a database stand. @public */
export type ZoneSpread = 'one-zone' | 'same-zone-standby' | 'multi-zone';

/**
 * A relational, document or graph database: an instance, a cluster, a member
 * of a cluster, or one that runs inside Kubernetes.
 *
 * @public
 */
export interface DatabaseFact extends DataStoreFact {
  readonly role: 'primary' | 'replica' | 'cluster' | 'member';
  /** `managed` by a cloud, by an `operator` in Kubernetes, a bare `container`, on a `host`. */
  readonly origin: 'managed' | 'operator' | 'container' | 'host';
  readonly engine?: string;
  readonly zones?: SettingFact<ZoneSpread>;
  /** Grows by itself, or reads scale out. */
  readonly scales?: SettingFact;
  readonly performanceInsights?: SettingFact;
  readonly enhancedMonitoring?: SettingFact;
  readonly slowQueryLog?: SettingFact;
  readonly logs?: SettingFact;
  /** Days automatic backups are kept; 0 is none. */
  readonly backupRetentionDays?: SettingFact<number>;
  /** Backups where no number of days decides. */
  readonly hasBackups?: SettingFact;
  /** What keeps a dump job that is there from running by default. */
  readonly backupSwitch?: string;
}

/** An in-memory store: Redis, Valkey, Memcached. @public */
export interface CacheFact extends DataStoreFact {
  /** Another node takes over by itself. */
  readonly failsOver?: SettingFact;
  /** Its data is spread over shards; absent where it is kept in one. */
  readonly scales?: SettingFact;
  /** Days snapshots are kept; 0 is none. */
  readonly snapshotRetentionDays?: SettingFact<number>;
}

/** OpenSearch, Elasticsearch, AI Search. @public */
export interface SearchDomainFact extends DataStoreFact {
  readonly failsOver?: SettingFact;
  readonly logs?: SettingFact;
}

/** Redshift, BigQuery, Synapse, Kusto. @public */
export interface WarehouseFact extends DataStoreFact {
  readonly snapshotRetentionDays?: SettingFact<number>;
  readonly logs?: SettingFact;
}

/** A key-value or wide-column table: DynamoDB. @public */
export interface TableFact extends DataStoreFact {
  readonly scales?: SettingFact;
}

/** A bucket or storage account. @public */
export interface BucketFact extends DataStoreFact {
  /** What keeps the public out, one answer an aspect. */
  readonly publicAccess: readonly PublicAccessFact[];
  readonly hasLifecycle?: SettingFact;
  readonly abortsMultipartUploads?: SettingFact;
}

/** @public */
export interface PublicAccessFact {
  readonly aspect?:
    | 'block-public-acls'
    | 'block-public-policy'
    | 'ignore-public-acls'
    | 'restrict-public-buckets'
    | 'acl'
    | 'members';
  /** The public is kept out. */
  readonly setting: SettingFact;
}

/** @public */
export interface QueueFact extends DataStoreFact {
  /** Messages that keep failing are set aside. */
  readonly deadLetters?: SettingFact;
}

/** Topics and streams: SNS, Kinesis, Pub/Sub. @public */
export type TopicFact = DataStoreFact;

/** A disk, a file system, a persistent volume claim. @public */
export interface VolumeFact extends DataStoreFact {
  readonly backedUp?: SettingFact;
  /** Attached to something; left out where that is always so. */
  readonly isAttached?: SettingFact;
}

/** A registry of container images. @public */
export interface RegistryFact extends SubjectFact {
  readonly immutableTags?: SettingFact;
  readonly hasLifecycle?: SettingFact;
  readonly multiRegion?: SettingFact;
}

/** A serverless function, as far as load may overrun it. @public */
export interface FunctionLimitFact extends SubjectFact {
  readonly concurrencyLimit?: SettingFact;
  readonly deadLetters?: SettingFact;
}

/** A stage of an API gateway. @public */
export interface ApiStageFact extends SubjectFact {
  readonly rateLimit?: SettingFact;
  readonly cache?: SettingFact;
}

/** A content delivery network's distribution. @public */
export interface DistributionFact extends SubjectFact {
  readonly encryptedInTransit?: SettingFact;
  readonly originFailover?: SettingFact;
}

/** @public */
export interface KeyVaultFact extends SubjectFact {
  readonly purgeProtected: SettingFact;
}

/** A control plane that keeps secrets. @public */
export interface SecretStoreFact extends SubjectFact {
  readonly encryptedAtRest: SettingFact;
}

/** A plan or schedule of backups. @public */
export interface BackupPlanFact extends SubjectFact {
  /** Copies to another region or account. */
  readonly copiesOffsite?: SettingFact;
  /** A rehearsal of restoring, not of saving. */
  readonly isRestoreTest: boolean;
}

/** A public address that is paid for whether used or not. @public */
export interface StaticAddressFact extends SubjectFact {
  readonly isAttached: SettingFact;
}

/** Something that proves more than one region is used. @public */
export interface RegionSpreadFact extends SubjectFact {
  readonly message: string;
}

/** A cache beside the application that has no settings of its own to judge. @public */
export interface CacheUseFact extends SubjectFact {
  readonly message: string;
}

/** Something that holds state, for "is there anything to back up at all". @public */
export interface StatefulFact extends SubjectFact {
  readonly kind: 'database' | 'bucket' | 'volume';
  readonly message: string;
}

/** @public */
export interface DataStoreFacts {
  readonly databases: readonly DatabaseFact[];
  readonly caches: readonly CacheFact[];
  readonly searchDomains: readonly SearchDomainFact[];
  readonly warehouses: readonly WarehouseFact[];
  readonly tables: readonly TableFact[];
  readonly buckets: readonly BucketFact[];
  readonly queues: readonly QueueFact[];
  readonly topics: readonly TopicFact[];
  readonly volumes: readonly VolumeFact[];
  readonly registries: readonly RegistryFact[];
  readonly functionLimits: readonly FunctionLimitFact[];
  readonly apiStages: readonly ApiStageFact[];
  readonly distributions: readonly DistributionFact[];
  readonly keyVaults: readonly KeyVaultFact[];
  readonly secretStores: readonly SecretStoreFact[];
  readonly backupPlans: readonly BackupPlanFact[];
  readonly staticAddresses: readonly StaticAddressFact[];
  readonly regionSpreads: readonly RegionSpreadFact[];
  readonly cacheUses: readonly CacheUseFact[];
  /** In-cluster databases, volumes and charts that keep state. */
  readonly statefulThings: readonly StatefulFact[];
}
