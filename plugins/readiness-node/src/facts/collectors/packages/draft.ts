import type { FileIndex } from '../../fileIndex';
import { getFolder, joinPath } from '../../paths';
import type {
  DependencyFact,
  PackageEcosystem,
  PackageFact,
  PackageScriptFact,
} from '../../types/packages';
import type { Location } from '../../value';

/** What the reader of one ecosystem says of a manifest. */
export interface PackageDraft {
  readonly ecosystem: PackageEcosystem;
  readonly path: string;
  readonly name?: string | undefined;
  readonly dependencies: readonly DependencyFact[];
  /** Lock files that would cover it, the usual one first. */
  readonly lockNames: readonly string[];
  readonly lock?: string | undefined;
  readonly workspaceRoot?: string | undefined;
  readonly fixedBy?: string | undefined;
  readonly floating?: readonly DependencyFact[];
  /** Counts only while no lock was found. */
  readonly exemption?: string | undefined;
  readonly scripts?: readonly PackageScriptFact[];
}

/** Completes a draft. */
export function toPackage(draft: PackageDraft, files: FileIndex): PackageFact {
  const {
    ecosystem,
    path,
    name,
    dependencies,
    lockNames,
    workspaceRoot,
    fixedBy,
  } = draft;
  const exemption =
    dependencies.length === 0 ? 'it has no dependencies' : draft.exemption;
  return {
    subject: path,
    ecosystem,
    location: { path, startLine: 1, endLine: countLines(files, path) },
    ...(name !== undefined && { name }),
    dependencies,
    ...(draft.lock !== undefined && {
      lock: { path: draft.lock, startLine: 1, endLine: 1 },
    }),
    ...(workspaceRoot !== undefined && { workspaceRoot }),
    lockNames,
    ...(fixedBy !== undefined && { fixedBy }),
    floating: draft.floating ?? [],
    ...(draft.lock === undefined && exemption !== undefined && { exemption }),
    scripts: draft.scripts ?? [],
  };
}

/** The first of the names that stands in the folder. */
export function findBeside(
  files: FileIndex,
  folder: string,
  names: readonly string[],
): string | undefined {
  return names
    .map(name => joinPath(folder, name))
    .find(path => path !== undefined && files.get(path) !== undefined);
}

/** The folders above a path, the nearest first, the repository's root last. */
export function getAncestors(path: string): readonly string[] {
  const ancestors: string[] = [];
  let folder = getFolder(path);
  while (folder !== '') {
    folder = getFolder(folder);
    ancestors.push(folder);
  }
  return ancestors;
}

/** Path below a folder. */
export function getPathBelow(folder: string, path: string): string {
  return folder === '' ? path : path.slice(folder.length + 1);
}

/** A line of a file. */
export function at(
  path: string,
  startLine: number,
  endLine = startLine,
): Location {
  return { path, startLine, endLine };
}

function countLines(files: FileIndex, path: string): number {
  const text = files.get(path)?.text ?? '';
  return Math.max(1, text.split('\n').length - (text.endsWith('\n') ? 1 : 0));
}

/** Path of a name inside a folder. */
export function inFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
