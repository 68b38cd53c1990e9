import type { Collector } from '../collector';
import { scopeCollector } from './scope';

/** Every collector that comes with Readiness. @public */
export const builtInCollectors: readonly Collector[] = [scopeCollector];
