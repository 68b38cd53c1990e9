import { getBaseName } from '../../paths';
import type { Resource } from '../../resource';
import type { EnvironmentNames } from '../environmentNames';
import type { Budget } from '../evaluation/scope';
import { createEntries, createScalar } from '../evaluation/values';
import type { TerraformFiles } from '../files';
import { loadRegistryModule } from '../registry';
import { placeAtCall } from '../registry/placeAtCall';
import { describeCall, resolveRoot } from '../resolveRoot';
import { resolveGeneratedProviders } from './generatedProviders';
import type { TerragruntUnit } from './terragruntUnits';

/** The resources of the module a unit runs, and the run itself as a module call. */
export function resolveUnit(
  terraform: TerraformFiles,
  unit: TerragruntUnit,
  names: EnvironmentNames,
  budget: Budget,
  limit: number,
): readonly Resource[] {
  const local =
    unit.moduleFolder === undefined
      ? undefined
      : terraform.module(unit.moduleFolder);
  const known =
    local ??
    (unit.source === undefined
      ? undefined
      : loadRegistryModule(unit.source, undefined));
  const environment = names.ofFolder(unit.folder);
  const call = {
    ...describeUnit(unit),
    ...(environment !== undefined && { environment }),
    ...(!known && { isOpaque: true }),
  };
  if (!known) return [call];
  const placement = local
    ? undefined
    : placeAtCall({
        block: {
          ...unit.location,
          startLine: 1,
          endLine: unit.config.body.endLine,
        },
        argumentPlaces: unit.inputPlaces,
      });
  const resources = resolveRoot(terraform, budget, {
    definition: known,
    scope: unit.folder,
    environment,
    values: unit.inputs,
    limit,
    ...(placement && { placement }),
  });
  const providers = resolveGeneratedProviders(terraform, unit.config, budget, {
    scope: unit.folder,
    environment,
    limit,
  });
  return [call, ...resources, ...providers];
}

function describeUnit(unit: TerragruntUnit): Resource {
  const { source, inputs, location, folder } = unit;
  const entries = createEntries([
    ...(source === undefined
      ? []
      : [['source', createScalar(source, location)] as const]),
    ...inputs,
  ]);
  return describeCall(getBaseName(folder) || 'root', folder, entries, location);
}
