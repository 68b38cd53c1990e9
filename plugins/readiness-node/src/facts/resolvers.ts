import { resolveCloudFormation } from './cloudformation';
import type { CollectorOptions } from './collector';
import type { FileIndex } from './fileIndex';
import { resolveCompose } from './compose/resolveCompose';
import { resolveKubernetes } from './kubernetes/resolveKubernetes';
import type { Resource } from './resource';
import { resolveTerraform } from './terraform';

/** What a language's resolver gets. */
export interface ResolverInput {
  readonly files: FileIndex;
  readonly options: CollectorOptions;
}

/**
 * Works out the resources of one language: variables, modules, loops,
 * templates, overlays. It never throws for what a file contains.
 */
export type Resolver = (input: ResolverInput) => readonly Resource[];

/** The resolvers of all languages. */
export const resolvers: readonly Resolver[] = [
  resolveTerraform,
  resolveCloudFormation,
  resolveKubernetes,
  resolveCompose,
];
