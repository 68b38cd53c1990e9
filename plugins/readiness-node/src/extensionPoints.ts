import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { Check } from './check';
import type { Collector } from './facts/collector';

/** Adds checks of your own to the checklist. @public */
export interface ReadinessChecksExtensionPoint {
  /** Ids must be new. */
  addCheck(...checks: readonly Check[]): void;
}

/** @public */
export const readinessChecksExtensionPoint =
  createExtensionPoint<ReadinessChecksExtensionPoint>({
    id: 'readiness.checks',
  });

/** Adds collectors of your own that fill the facts. @public */
export interface ReadinessCollectorsExtensionPoint {
  addCollector(...collectors: readonly Collector[]): void;
}

/** @public */
export const readinessCollectorsExtensionPoint =
  createExtensionPoint<ReadinessCollectorsExtensionPoint>({
    id: 'readiness.collectors',
  });
