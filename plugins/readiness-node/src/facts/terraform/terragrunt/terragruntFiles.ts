import { hclParser } from '../../../parsers/hcl';
import type { HclBody } from '../../../parsers/hcl';
import type { FileIndex } from '../../fileIndex';
import { getBaseName, getFolder } from '../../paths';

/** Paths of the units in scope: every `terragrunt.hcl` that others don't only include. */
export function findTerragruntPaths(files: FileIndex): readonly string[] {
  return files.all
    .filter(
      ({ path }) =>
        getBaseName(path) === 'terragrunt.hcl' && files.isBelowSubPath(path),
    )
    .map(({ path }) => path);
}

/** The tree of a Terragrunt file, from anywhere in the repository. */
export function parseTerragrunt(
  files: FileIndex,
  path: string,
): HclBody | undefined {
  return files.get(path) ? files.parse(hclParser, path) : undefined;
}

/** The nearest file of this name in a folder above. */
export function findInParents(
  files: FileIndex,
  folder: string,
  name: string,
): string | undefined {
  for (let at = folder; at !== ''; ) {
    at = getFolder(at);
    const path = at === '' ? name : `${at}/${name}`;
    if (files.get(path)) return path;
  }
  return undefined;
}
