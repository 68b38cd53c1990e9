import type { Facts } from './facts';
import type { FileIndex } from './fileIndex';
import type { ResourceIndex } from './resourceIndex';

/**
 * What a collector sees of one repository within one linked sub-path.
 * @public
 */
export interface CollectorInput {
  /** Files, and their parsed trees (parsed once, shared by all collectors). */
  readonly files: FileIndex;
  /** Resources of all languages, resolved. */
  readonly resources: ResourceIndex;
  readonly options: CollectorOptions;
}

/** @public */
export interface CollectorOptions {
  /** Names of environments, first the one that counts, e.g. `prod`, `production`. */
  readonly productionNames: readonly string[];
  /** Terraform variable files of the environment that counts, as globs. */
  readonly terraformVariableFiles: readonly string[];
  /** Helm values files of the environment that counts, as globs. */
  readonly helmValuesFiles: readonly string[];
}

/**
 * Turns files and resources into facts. It never throws for what a file
 * contains; it has no clock, network or file system.
 *
 * @public
 */
export interface Collector {
  readonly id: string;
  collect(input: CollectorInput): Partial<Facts>;
}

/** @public */
export function defineCollector(collector: Collector): Collector {
  return collector;
}

/** @public */
export const defaultCollectorOptions: CollectorOptions = {
  productionNames: ['production', 'prod', 'prd', 'live'],
  terraformVariableFiles: [
    '**/{production,prod,prd,live}*.tfvars',
    '**/*.{production,prod,prd,live}.tfvars',
  ],
  helmValuesFiles: ['**/values[-._]{production,prod,prd,live}.y?(a)ml'],
};
