import { defineCollector } from '../../collector';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
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
import { readRegionSpreads } from './regions';
import { AttributeReader } from '../../readValue';
import { absent, known, own } from './settings';

/** Databases, caches, buckets, queues, volumes: every place that keeps data. */
export const dataStoresCollector = defineCollector({
  id: 'data-stores',
  collect: ({ resources }) =>
    concatenate([
      readAws(resources),
      readGoogle(resources),
      { databases: readAzureDatabases(resources) },
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
          !/dns|record/.test(each.type) &&
          AttributeReader.of(each).references('').includes(address.address),
      );
      const value =
        user === undefined
          ? absent('user', address.location, false, 'nothing in these files')
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

function concatenate(
  parts: readonly Partial<DataStoreFacts>[],
): Partial<DataStoreFacts> {
  const merged: Record<string, unknown[]> = {};
  for (const part of parts) {
    for (const [key, list] of Object.entries(part)) {
      const target = (merged[key] ??= []);
      for (const item of list) target.push(item);
    }
  }
  return merged;
}
