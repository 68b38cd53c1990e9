import { defineCollector } from '../../collector';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact, type SubjectFact } from '../../subject';
import type {
  CacheUseFact,
  DataStoreFacts,
  StaticAddressFact,
} from '../../types/dataStores';
import { readSearchDomains } from './awsSearch';
import { readTables } from './awsTables';
import { readWarehouses } from './awsWarehouses';
import { readBackupPlans } from './awsBackups';
import { readBuckets } from './awsBuckets';
import { readCaches } from './awsCaches';
import { readClusters } from './awsClusters';
import { readInstances } from './awsInstances';
import { readQueues, readTopics } from './awsMessaging';
import { readRegistries, readSecretStores } from './awsContainers';
import { readFunctionLimits } from './awsFunctions';
import { readApiStages, readDistributions } from './awsGateways';
import { readStaticAddresses, readVolumes } from './awsVolumes';
import { readAzureDatabases } from './azureDatabases';
import { readAzureStores } from './azureStores';
import { readCluster } from './cluster';
import { readGoogle } from './google';
import { readHostDatabases } from './hostDatabases';
import { readRegionSpreads } from './regions';
import { AttributeReader } from '../../readValue';
import { absent, known, own } from './settings';

/** Databases, caches, buckets, queues, volumes: every place that keeps data. */
export const dataStoresCollector = defineCollector({
  id: 'data-stores',
  collect: ({ files, resources, options }) =>
    keepProduction(options.productionNames, [
      readAws(resources),
      readGoogle(resources),
      { databases: readAzureDatabases(resources) },
      { databases: readHostDatabases(files) },
      readAzureStores(resources),
      readCluster(resources),
      {
        cacheUses: readNetworksWithCache(resources),
        staticAddresses: readOtherAddresses(resources),
      },
    ]),
});

function readAws(resources: ResourceIndex): Partial<DataStoreFacts> {
  return {
    databases: [...readInstances(resources), ...readClusters(resources)],
    caches: readCaches(resources),
    searchDomains: readSearchDomains(resources),
    warehouses: readWarehouses(resources),
    tables: readTables(resources),
    buckets: readBuckets(resources),
    queues: readQueues(resources),
    topics: readTopics(resources),
    volumes: readVolumes(resources),
    registries: readRegistries(resources),
    functionLimits: readFunctionLimits(resources),
    apiStages: readApiStages(resources),
    distributions: readDistributions(resources),
    secretStores: readSecretStores(resources),
    backupPlans: readBackupPlans(resources),
    staticAddresses: readStaticAddresses(resources),
    regionSpreads: readRegionSpreads(resources),
  };
}

/** Content delivery of Google and Azure. */
function readNetworksWithCache(
  resources: ResourceIndex,
): readonly CacheUseFact[] {
  const google = resources
    .ofType('google_compute_backend_service', 'google_compute_backend_bucket')
    .filter(resource => {
      const enabled = AttributeReader.of(resource).boolean('enable_cdn');
      return enabled.state === 'known' && enabled.value;
    });
  const azure = resources.ofType(
    'azurerm_cdn_profile',
    'azurerm_cdn_frontdoor_profile',
    'azurerm_frontdoor',
  );
  return [...google, ...azure].map(resource => ({
    ...toSubjectFact(resource),
    message: 'a content delivery network caches responses',
  }));
}

/** Public addresses of Google and Azure, attached by whatever names them. */
function readOtherAddresses(
  resources: ResourceIndex,
): readonly StaticAddressFact[] {
  const addresses = resources.ofType(
    'google_compute_address',
    'google_compute_global_address',
    'azurerm_public_ip',
  );
  return addresses
    .filter(
      address =>
        !isInternal(new AttributeReader(address.attributes, address.location)),
    )
    .map(address => {
      const user = resources.all.find(
        each =>
          each.scope === address.scope &&
          each.address !== address.address &&
          AttributeReader.of(each).references('').includes(address.address),
      );
      const value =
        user === undefined
          ? absent('user', address.location, false, 'none in these files')
          : known(true, 'user', user.location, user.address);
      return { ...toSubjectFact(address), isAttached: own(value) };
    });
}

function isInternal(reader: AttributeReader): boolean {
  const type = reader.text('address_type');
  const purpose = reader.text('purpose');
  return (
    (type.state === 'known' && type.value === 'INTERNAL') ||
    (purpose.state === 'known' && purpose.value === 'VPC_PEERING')
  );
}

/**
 * One block read by several roots is several facts: where one of them is
 * production's, it speaks for the others.
 */
function keepProduction(
  productionNames: readonly string[],
  parts: readonly Partial<DataStoreFacts>[],
): Partial<DataStoreFacts> {
  const merged: Record<string, unknown[]> = {};
  const all = parts.flatMap((part): SubjectFact[] =>
    Object.values(part).flat(),
  );
  const isProduction = ({ environment }: SubjectFact) =>
    environment !== undefined && productionNames.includes(environment);
  const spokenFor = new Set(all.filter(isProduction).map(getBlock));
  for (const part of parts) {
    for (const [key, list] of Object.entries(part)) {
      const target = (merged[key] ??= []);
      for (const fact of list) {
        if (isProduction(fact) || !spokenFor.has(getBlock(fact)))
          target.push(fact);
      }
    }
  }
  return merged;
}

function getBlock({ subject, location }: SubjectFact): string {
  return `${subject}\n${location.path}:${location.startLine}`;
}
