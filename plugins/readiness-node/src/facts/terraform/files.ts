import { hclJsonParser, hclParser } from '../../parsers/hcl';
import type { HclBody } from '../../parsers/hcl';
import type { FileIndex } from '../fileIndex';
import { getFolder } from '../paths';
import { defineModule } from './module/definition';
import type { ModuleDefinition } from './module/definition';

const TERRAFORM = /\.(tf|tofu)(\.json)?$/;
const VARIABLES = /\.tfvars(\.json)?$/;

/** Whether a file belongs to a Terraform or OpenTofu module. */
export function isTerraformPath(path: string): boolean {
  return TERRAFORM.test(path);
}

/** Whether a file gives values to variables. */
export function isVariablesPath(path: string): boolean {
  return VARIABLES.test(path);
}

/**
 * The Terraform files of a repository by folder, parsed when they are asked for.
 */
export class TerraformFiles {
  /** Paths of module files by folder, in the whole repository. */
  private readonly pathsByFolder = new Map<string, string[]>();
  private readonly modules = new Map<string, ModuleDefinition | undefined>();

  constructor(readonly index: FileIndex) {
    for (const { path } of index.wholeRepository) {
      if (!isTerraformPath(path)) continue;
      const folder = getFolder(path);
      const paths = this.pathsByFolder.get(folder);
      if (paths) paths.push(path);
      else this.pathsByFolder.set(folder, [path]);
    }
  }

  /** Folders with module files that count for the entity. */
  get foldersInScope(): readonly string[] {
    return [...this.pathsByFolder]
      .filter(([, paths]) =>
        paths.some(path => this.index.isBelowSubPath(path)),
      )
      .map(([folder]) => folder)
      .sort();
  }

  has(folder: string): boolean {
    return this.pathsByFolder.has(folder);
  }

  pathsOf(folder: string): readonly string[] {
    return this.pathsByFolder.get(folder) ?? [];
  }

  /** The module in a folder; absent when there is none. */
  module(folder: string): ModuleDefinition | undefined {
    if (this.modules.has(folder)) return this.modules.get(folder);
    const files = this.modulePaths(folder).flatMap(path => {
      const body = this.body(path);
      return body ? [{ path, body }] : [];
    });
    const definition =
      files.length > 0 ? defineModule(folder, files) : undefined;
    this.modules.set(folder, definition);
    return definition;
  }

  /** A file's tree; tests of modules are no part of them. */
  body(path: string): HclBody | undefined {
    return this.index.parse(
      path.endsWith('.json') ? hclJsonParser : hclParser,
      path,
    );
  }

  /** `x.tofu` replaces `x.tf` of the same name. */
  private modulePaths(folder: string): readonly string[] {
    const paths = this.pathsOf(folder);
    const tofu = new Set(paths.filter(path => /\.tofu(\.json)?$/.test(path)));
    return paths.filter(
      path =>
        !tofu.has(path.replace(/\.tf(\.json)?$/, '.tofu$1')) || tofu.has(path),
    );
  }
}
