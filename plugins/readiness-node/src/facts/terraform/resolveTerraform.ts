import type { CollectorOptions } from '../collector';
import type { FileIndex } from '../fileIndex';
import type { Resource } from '../resource';
import { EnvironmentNames } from './environmentNames';
import { findEnvironments } from './environments';
import { createBudget } from './evaluation/scope';
import type { Budget } from './evaluation/scope';
import { TerraformFiles } from './files';
import { mergeEnvironments } from './mergeEnvironments';
import { resolveRoot } from './resolveRoot';
import { findRootFolders } from './rootModules';
import { resolveUnit } from './terragrunt/resolveTerragrunt';
import { findTerragruntUnits } from './terragrunt/terragruntUnits';

const MAX_RESOURCES = 10_000;

/** @public */
export interface TerraformInput {
  readonly files: FileIndex;
  readonly options: CollectorOptions;
}

/**
 * Every resource, data source, provider and module call of the Terraform,
 * OpenTofu and Terragrunt roots in scope, with variables, modules and loops
 * worked out. The HCL parser must have been initialised.
 *
 * @public
 */
export function resolveTerraform({
  files,
  options,
}: TerraformInput): Resource[] {
  const terraform = new TerraformFiles(files);
  const budget = createBudget();
  const units = findTerragruntUnits(terraform, { files, budget });
  const names = new EnvironmentNames(options);
  const resources: Resource[] = [];
  for (const unit of units) {
    resources.push(
      ...resolveUnit(
        terraform,
        unit,
        names,
        budget,
        MAX_RESOURCES - resources.length,
      ),
    );
  }
  const called = units.flatMap(({ moduleFolder }) => moduleFolder ?? []);
  for (const folder of findRootFolders(terraform, called)) {
    if (resources.length >= MAX_RESOURCES) break;
    resources.push(
      ...resolveFolder(
        terraform,
        folder,
        options,
        budget,
        MAX_RESOURCES - resources.length,
      ),
    );
  }
  return resources.slice(0, MAX_RESOURCES);
}

/** A root in all its environments. */
function resolveFolder(
  terraform: TerraformFiles,
  folder: string,
  options: CollectorOptions,
  budget: Budget,
  limit: number,
): readonly Resource[] {
  const definition = terraform.module(folder);
  if (!definition) return [];
  const results = findEnvironments(terraform, folder, options).map(
    environment => ({
      environment,
      resources: resolveRoot(terraform, budget, {
        definition,
        scope: folder,
        environment: environment.name,
        values: environment.values,
        limit,
      }),
    }),
  );
  return mergeEnvironments(results);
}
