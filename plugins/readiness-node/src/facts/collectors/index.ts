import type { Collector } from '../collector';
import { configurationCollector } from './configuration';
import { configurationManagementCollector } from './configurationManagement';
import { costCollector } from './cost';
import { networkCollector } from './network';
import { observabilityCollector } from './observability';
import { dataStoresCollector } from './dataStores';
import { documentationFilesCollector } from './documents/documentationFiles';
import { documentsCollector } from './documents/documents';
import { containersCollector } from './containers';
import { operationsCollector } from './operations';
import { hostsCollector } from './hosts';
import { identityCollector } from './identity';
import { packagesCollector } from './packages';
import { pipelinesCollector } from './pipelines';
import { scopeCollector } from './scope';
import { secretsCollector } from './secrets';
import { terraformProjectsCollector } from './terraformProjects';
import { testsCollector } from './tests';
import { workloadsCollector } from './workloads/workloads';

/** Every collector that comes with Readiness. @public */
export const builtInCollectors: readonly Collector[] = [
  costCollector,
  networkCollector,
  observabilityCollector,
  terraformProjectsCollector,
  dataStoresCollector,
  scopeCollector,
  containersCollector,
  hostsCollector,
  configurationManagementCollector,
  configurationCollector,
  packagesCollector,
  pipelinesCollector,
  testsCollector,
  documentsCollector,
  documentationFilesCollector,
  workloadsCollector,
  operationsCollector,
  secretsCollector,
  identityCollector,
];
