import type { CollectorOptions } from '../../collector';
import type { FileIndex } from '../../fileIndex';
import type {
  TerraformProjectFact,
  TerraformVariableFile,
} from '../../types/terraformProjects';
import type { Location } from '../../value';
import { EnvironmentNames } from '../environmentNames';
import { isAutomatic, nameOf } from '../environments';
import { createBudget, locate } from '../evaluation/scope';
import { toText } from '../evaluation/plain';
import { TerraformFiles } from '../files';
import type { ModuleDefinition } from '../module/definition';
import { isSampleFolder, localCalls } from '../rootModules';
import { findTerragruntUnits } from '../terragrunt/terragruntUnits';
import type { TerragruntUnit } from '../terragrunt/terragruntUnits';
import { findVariableFiles } from '../variableFiles';
import {
  listCalls,
  listOutputs,
  listRequiredProviders,
  listUsedProviders,
  listVariables,
  readLiteral,
} from './declarations';
import { readSource } from './moduleSources';
import { readRemoteState, readState } from './state';

const LOCK_FILE = '.terraform.lock.hcl';

/** @public */
export interface TerraformProjectInput {
  readonly files: FileIndex;
  readonly options: CollectorOptions;
}

/**
 * Every folder in scope with Terraform code and every Terragrunt unit, with
 * what it requires and declares. The HCL parser must have been initialised.
 *
 * @public
 */
export function collectTerraformProjects(
  input: TerraformProjectInput,
): TerraformProjectFact[] {
  const terraform = new TerraformFiles(input.files);
  const names = new EnvironmentNames(input.options);
  const units = findTerragruntUnits(terraform, {
    files: input.files,
    budget: createBudget(),
  });
  const called = findCalledFolders(terraform, units);
  const projects = terraform.foldersInScope.flatMap(folder => {
    const module = terraform.module(folder);
    return module ? [describeModule(terraform, module, names, called)] : [];
  });
  return [
    ...projects,
    ...units.map(unit => describeUnit(unit, terraform, names)),
  ];
}

function findCalledFolders(
  terraform: TerraformFiles,
  units: readonly TerragruntUnit[],
): ReadonlySet<string> {
  const called = new Set(
    units.flatMap(({ moduleFolder, folder }) =>
      moduleFolder === folder ? [] : moduleFolder ?? [],
    ),
  );
  for (const folder of terraform.foldersInScope) {
    for (const target of localCalls(terraform.module(folder)))
      if (target !== folder) called.add(target);
  }
  return called;
}

function describeModule(
  terraform: TerraformFiles,
  module: ModuleDefinition,
  names: EnvironmentNames,
  called: ReadonlySet<string>,
): TerraformProjectFact {
  const { folder } = module;
  const requiredVersion = readRequiredVersion(module);
  const state = readState(module);
  const lockFile = findLockFile(terraform, folder);
  const variableFiles = listVariableFiles(terraform, folder, names);
  const environment = names.ofFolder(folder);
  const workspaceUse = findWorkspaceUse(terraform, folder);
  const isRun =
    Boolean(state) ||
    lockFile !== undefined ||
    variableFiles.length > 0 ||
    module.providers.size > 0;
  return {
    path: folder,
    role: roleOf(terraform, module, called, isRun),
    tool: 'terraform',
    location: firstLocation(terraform, module),
    ...(environment !== undefined && { environment }),
    ...(requiredVersion && { requiredVersion }),
    requiredProviders: listRequiredProviders(module),
    usedProviders: listUsedProviders(module),
    ...(state && { state }),
    ...(lockFile !== undefined && { lockFile }),
    variables: listVariables(module),
    outputs: listOutputs(module),
    moduleCalls: listCalls(module),
    variableFiles,
    ...(workspaceUse && { workspaceUse }),
    generates: [],
    resourceCount: [...module.resources.values()].filter(
      ({ block }) => block.type === 'resource',
    ).length,
  };
}

/** What is called is made for others; so is what declares its interface and nothing to run it with. */
function roleOf(
  terraform: TerraformFiles,
  module: ModuleDefinition,
  called: ReadonlySet<string>,
  isRun: boolean,
): TerraformProjectFact['role'] {
  if (isSampleFolder(module.folder, terraform.index.subPath)) return 'example';
  if (called.has(module.folder)) return 'reusable';
  if (isRun) return 'root';
  const isBelowModules = /(^|\/)modules?(\/|$)/.test(module.folder);
  const hasInterface = module.variables.size > 0 && module.outputs.size > 0;
  return isBelowModules || hasInterface ? 'reusable' : 'root';
}

function readRequiredVersion(
  module: ModuleDefinition,
): TerraformProjectFact['requiredVersion'] {
  for (const declared of module.settings) {
    const attribute = declared.block.body.attributes.find(
      ({ name }) => name === 'required_version',
    );
    const text = toText(readLiteral(declared, 'required_version'));
    if (attribute && text !== undefined)
      return { text, location: locate(attribute, declared) };
  }
  return undefined;
}

function findLockFile(
  terraform: TerraformFiles,
  folder: string,
): string | undefined {
  const path = folder === '' ? LOCK_FILE : `${folder}/${LOCK_FILE}`;
  return terraform.index.get(path) ? path : undefined;
}

function listVariableFiles(
  terraform: TerraformFiles,
  folder: string,
  names: EnvironmentNames,
): readonly TerraformVariableFile[] {
  return findVariableFiles(terraform, folder).map(path => {
    const environment = nameOf(path, folder, names);
    return {
      path,
      isAutomatic: isAutomatic(path, folder),
      ...(environment !== undefined && { environment }),
    };
  });
}

function findWorkspaceUse(
  terraform: TerraformFiles,
  folder: string,
): Location | undefined {
  for (const path of terraform.pathsOf(folder)) {
    const text = terraform.index.get(path)?.text ?? '';
    const at = text.search(/(?<![\w.])terraform\.workspace\b/);
    if (at < 0) continue;
    const line = text.slice(0, at).split('\n').length;
    return { path, startLine: line, endLine: line };
  }
  return undefined;
}

function firstLocation(
  terraform: TerraformFiles,
  module: ModuleDefinition,
): Location {
  const lists = [
    module.settings,
    module.providers.values(),
    module.resources.values(),
    module.calls.values(),
    module.variables.values(),
  ];
  for (const list of lists) {
    for (const { block, path } of list) return locate(block, { path });
  }
  const path = terraform.pathsOf(module.folder)[0] ?? module.folder;
  return { path, startLine: 1, endLine: 1 };
}

function describeUnit(
  unit: TerragruntUnit,
  terraform: TerraformFiles,
  names: EnvironmentNames,
): TerraformProjectFact {
  const state = readRemoteState(unit.config);
  const environment = names.ofFolder(unit.folder);
  const lockFile = findLockFile(terraform, unit.folder);
  const isSample = isSampleFolder(unit.folder, terraform.index.subPath);
  return {
    path: unit.folder,
    role: isSample ? 'example' : 'root',
    tool: 'terragrunt',
    location: unit.location,
    ...(environment !== undefined && { environment }),
    requiredProviders: [],
    usedProviders: [],
    ...(state && { state }),
    ...(lockFile !== undefined && { lockFile }),
    variables: [],
    outputs: [],
    moduleCalls: [
      {
        name: 'terraform',
        ...readSource(unit.source, undefined),
        location: unit.location,
      },
    ],
    variableFiles: [],
    generates: [unit.config, ...unit.config.included.values()].flatMap(config =>
      config.body.blocks
        .filter(block => block.type === 'generate')
        .map(block => ({
          name: block.labels[0] ?? '',
          location: locate(block, config),
        })),
    ),
    resourceCount: 0,
  };
}
