import type { CollectorOptions } from '../collector';
import type { FileIndex } from '../fileIndex';
import type { Resource } from '../resource';
import { emitModule } from './emitResources';
import { findEnvironments } from './environments';
import type { Environment } from './environments';
import { asWritten } from './evaluation/blocks';
import { createBudget } from './evaluation/scope';
import type { Budget } from './evaluation/scope';
import { TerraformFiles } from './files';
import { mergeEnvironments } from './mergeEnvironments';
import { ModuleInstance } from './module/moduleInstance';
import type { RootContext } from './module/rootContext';
import { loadRegistryModule } from './registry';
import { findRootFolders } from './rootModules';

const MAX_RESOURCES = 10_000;

/** @public */
export interface TerraformInput {
  readonly files: FileIndex;
  readonly options: CollectorOptions;
}

/**
 * Every resource, data source, provider and module call of the Terraform and
 * OpenTofu roots in scope, with variables, modules and loops worked out. The
 * HCL parser must have been initialised.
 *
 * @public
 */
export function resolveTerraform({
  files,
  options,
}: TerraformInput): Resource[] {
  const terraform = new TerraformFiles(files);
  const budget = createBudget();
  const resources: Resource[] = [];
  for (const folder of findRootFolders(terraform)) {
    const environments = findEnvironments(terraform, folder, options);
    const results = environments.map(environment => ({
      environment,
      resources: resolveRoot(
        terraform,
        folder,
        environment,
        budget,
        MAX_RESOURCES - resources.length,
      ),
    }));
    resources.push(...mergeEnvironments(results));
  }
  return resources.slice(0, MAX_RESOURCES);
}

function resolveRoot(
  terraform: TerraformFiles,
  folder: string,
  environment: Environment,
  budget: Budget,
  limit: number,
): Resource[] {
  const definition = terraform.module(folder);
  if (!definition) return [];
  const context: RootContext = {
    rootFolder: folder,
    budget,
    loadModule: path => terraform.module(path),
    loadRegistryModule,
    readFile: path => terraform.index.get(path)?.text,
  };
  const position = { prefix: '', depth: 0, placement: asWritten };
  const root = new ModuleInstance(definition, position, context, name =>
    environment.values.get(name),
  );
  const emission = {
    resources: [],
    scope: folder,
    environment: environment.name,
    limit,
  };
  emitModule(root, emission);
  return emission.resources;
}
