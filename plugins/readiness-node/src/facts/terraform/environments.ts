import type { CollectorOptions } from '../collector';
import { getBaseName, getFolder } from '../paths';
import type { Value } from '../value';
import { EnvironmentNames } from './environmentNames';
import { evaluate } from './evaluation/evaluate';
import { createLiteralScope } from './evaluation/scope';
import type { TerraformFiles } from './files';
import { findVariableFiles } from './variableFiles';

const MAX_ENVIRONMENTS = 6;
const IGNORED = /example|sample|template|dummy|backend/i;
const SHARED =
  /^(common|global|globals|shared|defaults?|base|all|main|variables|vars|inputs|config|general|secrets?|terraform|project|versions)$/i;

/** Values that variable files give in one environment. */
export interface Environment {
  readonly name: string | undefined;
  readonly isProduction: boolean;
  readonly values: ReadonlyMap<string, Value>;
}

/**
 * The environments a root is run for, the one that counts first: one for each
 * group of variable files that are not loaded by themselves, or a single one.
 */
export function findEnvironments(
  terraform: TerraformFiles,
  folder: string,
  options: CollectorOptions,
): readonly Environment[] {
  const names = new EnvironmentNames(options);
  const paths = findVariableFiles(terraform, folder);
  const automatic = paths
    .filter(path => isAutomatic(path, folder))
    .sort(byLoadOrder);
  const groups = groupByEnvironment(paths, folder, names);
  const shared = paths.filter(path => isShared(path, folder, names));
  const base = [...automatic, ...shared];
  if (groups.size === 0) {
    const name = names.ofFolder(folder);
    const isProduction = name !== undefined && names.isProduction(name);
    return [{ name, isProduction, values: readValues(terraform, base) }];
  }
  const environments = [...groups].map(([name, own]) => ({
    name,
    isProduction: own.some(path => names.isProductionVariables(path, name)),
    values: readValues(terraform, [...base, ...own]),
  }));
  const inOrder = [
    ...environments.filter(environment => environment.isProduction),
    ...environments.filter(environment => !environment.isProduction),
  ];
  return inOrder.slice(0, MAX_ENVIRONMENTS);
}

/** Whether Terraform loads the file without being told. */
export function isAutomatic(path: string, folder: string): boolean {
  return (
    getFolder(path) === folder &&
    /(^|\/)(terraform|[^/]*\.auto)\.tfvars(\.json)?$/.test(path)
  );
}

function byLoadOrder(left: string, right: string): number {
  const rank = (path: string) => (/(^|\/)terraform\.tfvars/.test(path) ? 0 : 1);
  return rank(left) - rank(right) || (left < right ? -1 : 1);
}

function isShared(
  path: string,
  folder: string,
  names: EnvironmentNames,
): boolean {
  return (
    !isAutomatic(path, folder) &&
    !IGNORED.test(path) &&
    nameOf(path, folder, names) === undefined
  );
}

function groupByEnvironment(
  paths: readonly string[],
  folder: string,
  names: EnvironmentNames,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    if (isAutomatic(path, folder) || IGNORED.test(getBaseName(path))) continue;
    const name = nameOf(path, folder, names);
    if (name === undefined) continue;
    const group = groups.get(name);
    if (group) group.push(path);
    else groups.set(name, [path]);
  }
  return groups;
}

/** The environment a variable file is for; undefined when it is for all. */
export function nameOf(
  path: string,
  folder: string,
  names: EnvironmentNames,
): string | undefined {
  const base = getBaseName(path).replace(/(\.auto)?\.tfvars(\.json)?$/, '');
  const cleaned = base.replace(/^terraform[-_.]|[-_.]terraform$/g, '');
  if (names.isEnvironment(cleaned)) return cleaned;
  const own = getFolder(path);
  const below =
    own === folder || !own.startsWith(folder)
      ? getBaseName(own)
      : own.slice(folder.length);
  const fromFolder = own === folder ? undefined : names.ofFolder(below);
  if (fromFolder !== undefined) return fromFolder;
  return SHARED.test(cleaned) || cleaned === '' ? undefined : cleaned;
}

function readValues(
  terraform: TerraformFiles,
  paths: readonly string[],
): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const path of paths) {
    const scope = createLiteralScope(path);
    for (const attribute of terraform.body(path)?.attributes ?? []) {
      values.set(attribute.name, evaluate(attribute.expression, scope));
    }
  }
  return values;
}
