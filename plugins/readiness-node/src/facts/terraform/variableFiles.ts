import { getFolder } from '../paths';
import { isVariablesPath } from './files';
import type { TerraformFiles } from './files';

const SAMPLE =
  /(^|\/)(tests|testdata|test-data|fixtures?|examples?|samples?)\//i;
/** An orphaned variable file belongs to a root that declares this share of its names. */
const MIN_SHARE = 0.6;

const owners = new WeakMap<
  TerraformFiles,
  ReadonlyMap<string, readonly string[]>
>();

/** Variable files of a root: in its folder, below it, or beside it when the names fit. */
export function findVariableFiles(
  terraform: TerraformFiles,
  folder: string,
): readonly string[] {
  let byFolder = owners.get(terraform);
  if (!byFolder) {
    byFolder = assignFiles(terraform);
    owners.set(terraform, byFolder);
  }
  return byFolder.get(folder) ?? [];
}

function assignFiles(
  terraform: TerraformFiles,
): ReadonlyMap<string, readonly string[]> {
  const byFolder = new Map<string, string[]>();
  for (const { path } of terraform.index.wholeRepository) {
    if (!isVariablesPath(path)) continue;
    const owner = findOwner(terraform, path);
    if (owner === undefined || SAMPLE.test(path.slice(owner.length))) continue;
    const list = byFolder.get(owner);
    if (list) list.push(path);
    else byFolder.set(owner, [path]);
  }
  for (const list of byFolder.values()) list.sort();
  return byFolder;
}

function findOwner(
  terraform: TerraformFiles,
  path: string,
): string | undefined {
  for (let folder = getFolder(path); ; folder = getFolder(folder)) {
    if (terraform.has(folder)) return folder;
    if (folder === '') break;
  }
  return findByNames(terraform, path);
}

/** `env/prod.tfvars` beside `terraform/`: the folder near it that declares its names. */
function findByNames(
  terraform: TerraformFiles,
  path: string,
): string | undefined {
  const names = (terraform.body(path)?.attributes ?? []).map(
    attribute => attribute.name,
  );
  if (names.length === 0) return undefined;
  for (let near = getFolder(path); near !== ''; ) {
    near = getFolder(near);
    const prefix = near === '' ? '' : `${near}/`;
    const shares = terraform.foldersInScope
      .filter(folder => folder.startsWith(prefix))
      .map(folder => ({
        folder,
        share: shareOfDeclared(terraform, folder, names),
      }))
      .filter(({ share }) => share >= MIN_SHARE)
      .sort(
        (left, right) =>
          right.share - left.share || left.folder.length - right.folder.length,
      );
    if (shares[0]) return shares[0].folder;
  }
  return undefined;
}

function shareOfDeclared(
  terraform: TerraformFiles,
  folder: string,
  names: readonly string[],
): number {
  const declared = terraform.module(folder)?.variables;
  return declared
    ? names.filter(name => declared.has(name)).length / names.length
    : 0;
}
