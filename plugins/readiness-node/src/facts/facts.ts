import type { HostFacts } from './types/hosts';
import type { ConfigurationFacts } from './types/configuration';
import type { ConfigurationManagementFacts } from './types/configurationManagement';
import type { CostFacts } from './types/cost';
import type { DiskTypeFacts } from './types/diskTypes';
import type { SignFacts } from './types/signs';
import type { SystemdFacts } from './types/systemdUnits';
import type { ZoneBalancerFacts } from './types/zoneBalancers';
import type { ZonePlacementFacts } from './types/zonePlacements';
import type { NetworkFacts } from './types/network';
import type { ObservabilityFacts } from './types/observability';
import type { DataStoreFacts } from './types/dataStores';
import type { ContainerFacts } from './types/containers';
import type { PackageFacts } from './types/packages';
import type { PipelineFacts } from './types/pipelines';
import type { TerraformProjectFacts } from './types/terraformProjects';
import type { TestFacts } from './types/tests';
import type { DocumentFacts } from './types/documents';
import type { ScopeFacts } from './types/scope';
import type { IdentityFacts } from './types/identity';
import type { SecretFacts } from './types/secrets';
import type { WorkloadFacts } from './types/workloads';

/**
 * All that is known of the linked repositories: one list a kind of thing, plain
 * serialisable data. Each domain keeps its types in a file of its own below
 * `types/`.
 *
 * @public
 */
export interface Facts
  extends TerraformProjectFacts,
    ConfigurationFacts,
    ConfigurationManagementFacts,
    CostFacts,
    NetworkFacts,
    ObservabilityFacts,
    DataStoreFacts,
    DocumentFacts,
    ScopeFacts,
    SecretFacts,
    IdentityFacts,
    WorkloadFacts,
    ContainerFacts,
    HostFacts,
    PackageFacts,
    PipelineFacts,
    TestFacts,
    ZoneBalancerFacts,
    ZonePlacementFacts,
    DiskTypeFacts,
    SignFacts,
    SystemdFacts {}

const EMPTY: Facts = {
  environmentConfigs: [],
  configSchemas: [],
  templateParameters: [],
  managedUnits: [],
  managedTemplates: [],
  managedPackages: [],
  managedDependencies: [],
  networks: [],
  subnets: [],
  networkParts: [],
  firewalls: [],
  listeners: [],
  exposures: [],
  dnsNames: [],
  certificates: [],
  controlPlanes: [],
  privateAccesses: [],
  accessLogs: [],
  auditTrails: [],
  alerts: [],
  signals: [],
  platformMetrics: [],
  logGroups: [],
  logRotations: [],
  taggables: [],
  defaultTags: [],
  budgets: [],
  databases: [],
  caches: [],
  searchDomains: [],
  warehouses: [],
  tables: [],
  buckets: [],
  queues: [],
  topics: [],
  volumes: [],
  registries: [],
  functionLimits: [],
  apiStages: [],
  distributions: [],
  keyVaults: [],
  secretStores: [],
  backupPlans: [],
  staticAddresses: [],
  regionSpreads: [],
  cacheUses: [],
  statefulThings: [],
  containerfiles: [],
  hostScripts: [],
  machineImages: [],
  buildpacks: [],
  packages: [],
  pipelines: [],
  jobs: [],
  deliveries: [],
  testFiles: [],
  sourceLanguages: [],
  toolUses: [],
  terraformProjects: [],
  registryScans: [],
  documents: [],
  diagrams: [],
  documentationSites: [],
  apiSpecifications: [],
  contributionFiles: [],
  contactPoints: [],
  files: [],
  resourceInventory: [],
  hardcodedSecrets: [],
  secretPlaces: [],
  grants: [],
  secretManagers: [],
  hostProtections: [],
  authentications: [],
  workloads: [],
  services: [],
  ingresses: [],
  autoscalers: [],
  disruptionBudgets: [],
  networkPolicies: [],
  machines: [],
  purchaseOptions: [],
  serviceDiscoveries: [],
  targetGroups: [],
  zoneBalancers: [],
  diskTypes: [],
  zonePlacements: [],
  progressiveDeliveries: [],
  capacitySigns: [],
  scaleDowns: [],
  systemdUnits: [],
};

/** Facts of nothing. @public */
export function createEmptyFacts(): Facts {
  return { ...EMPTY };
}

/**
 * The facts of several collectors or repositories, list by list in order.
 * @public
 */
export function mergeFacts(parts: readonly Partial<Facts>[]): Facts {
  const merged: Record<string, unknown[]> = {};
  for (const key of Object.keys(EMPTY)) merged[key] = [];
  for (const part of parts) {
    for (const [key, list] of Object.entries(part)) {
      const target = merged[key];
      if (target === undefined)
        throw new TypeError(`Unknown fact list '${key}'; name it in facts.ts`);
      for (const item of list) target.push(item);
    }
  }
  return { ...EMPTY, ...merged };
}
