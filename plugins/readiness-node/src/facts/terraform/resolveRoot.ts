import type { Resource } from '../resource';
import type { Location, Value } from '../value';
import { emitModule } from './emitResources';
import { asWritten } from './evaluation/blocks';
import type { Placement } from './evaluation/blocks';
import type { Budget } from './evaluation/scope';
import type { TerraformFiles } from './files';
import type { ModuleDefinition } from './module/definition';
import { ModuleInstance } from './module/moduleInstance';
import { loadRegistryModule } from './registry';

/** A module that is run, and with what. */
export interface RootRun {
  readonly definition: ModuleDefinition;
  /** Folder that names the root and its resources' scope. */
  readonly scope: string;
  readonly environment: string | undefined;
  readonly values: ReadonlyMap<string, Value>;
  readonly placement?: Placement;
  readonly limit: number;
}

/** The resources of one run of one root. */
export function resolveRoot(
  terraform: TerraformFiles,
  budget: Budget,
  run: RootRun,
): Resource[] {
  const context = {
    rootFolder: run.definition.folder,
    budget,
    loadModule: (path: string) => terraform.module(path),
    loadRegistryModule,
    readFile: (path: string) => terraform.index.get(path)?.text,
    listFiles: (folder: string) => listBelow(terraform, folder),
  };
  const position = {
    prefix: '',
    depth: 0,
    placement: run.placement ?? asWritten,
  };
  const root = new ModuleInstance(run.definition, position, context, name =>
    run.values.get(name),
  );
  const resources: Resource[] = [];
  emitModule(root, {
    resources,
    scope: run.scope,
    environment: run.environment,
    limit: run.limit,
  });
  return resources;
}

function listBelow(terraform: TerraformFiles, folder: string): string[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  return terraform.index.all.flatMap(({ path }) =>
    path.startsWith(prefix) ? [path.slice(prefix.length)] : [],
  );
}

/** A call that stands in no `module` block: what Terragrunt runs. */
export function describeCall(
  name: string,
  scope: string,
  entries: Readonly<Record<string, Value>>,
  location: Location,
): Resource {
  return {
    language: 'terraform',
    type: 'module',
    name,
    address: `module.${name}`,
    scope,
    attributes: { kind: 'map', entries, location },
    location,
  };
}
