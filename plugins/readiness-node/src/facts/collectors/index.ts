import type { Collector } from '../collector';
import { dataStoresCollector } from './dataStores';
import { documentationFilesCollector } from './documents/documentationFiles';
import { documentsCollector } from './documents/documents';
import { containersCollector } from './containers';
import { packagesCollector } from './packages';
import { pipelinesCollector } from './pipelines';
import { scopeCollector } from './scope';
import { workloadsCollector } from './workloads/workloads';

/** Every collector that comes with Readiness. @public */
export const builtInCollectors: readonly Collector[] = [
  dataStoresCollector,
  scopeCollector,
  containersCollector,
  packagesCollector,
  pipelinesCollector,
  documentsCollector,
  documentationFilesCollector,
  workloadsCollector,
];
