import type { Collector } from '../collector';
import { documentationFilesCollector } from './documents/documentationFiles';
import { documentsCollector } from './documents/documents';
import { containersCollector } from './containers';
import { packagesCollector } from './packages';
import { scopeCollector } from './scope';
import { workloadsCollector } from './workloads/workloads';

/** Every collector that comes with Readiness. @public */
export const builtInCollectors: readonly Collector[] = [scopeCollector, containersCollector, packagesCollector, documentsCollector, documentationFilesCollector, workloadsCollector];
