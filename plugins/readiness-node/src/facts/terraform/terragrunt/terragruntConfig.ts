import type { HclBlock, HclBody, HclExpression } from '../../../parsers/hcl';
import type { FileIndex } from '../../fileIndex';
import { getFolder, joinPath } from '../../paths';
import type { Location, Value } from '../../value';
import { evaluate } from '../evaluation/evaluate';
import { toText } from '../evaluation/plain';
import type { Budget, Lookup, NameResolver, Scope } from '../evaluation/scope';
import { locate } from '../evaluation/scope';
import type { Step } from '../evaluation/traversal';
import {
  createEntries,
  createMap,
  createScalar,
  createUnresolved,
} from '../evaluation/values';
import { relativePath } from '../relativePath';
import { findInParents, parseTerragrunt } from './terragruntFiles';

const MAX_DEPTH = 6;

/** What all configurations of one evaluation share. */
export interface TerragruntContext {
  readonly files: FileIndex;
  readonly budget: Budget;
}

/**
 * A Terragrunt configuration. Functions speak from the folder of the unit,
 * also in the files it includes, as Terragrunt has it.
 */
export class TerragruntConfig implements NameResolver {
  private readonly locals = new Map<string, Value>();
  private readonly pending = new Set<string>();
  private includedConfigs: ReadonlyMap<string, TerragruntConfig> | undefined;

  private constructor(
    private readonly context: TerragruntContext,
    readonly path: string,
    readonly body: HclBody,
    private readonly unitFolder: string,
    private readonly depth: number,
  ) {}

  /** Undefined when the file is not there or has no text. */
  static read(
    context: TerragruntContext,
    path: string,
    unitFolder = getFolder(path),
    depth = 0,
  ): TerragruntConfig | undefined {
    const body =
      depth > MAX_DEPTH ? undefined : parseTerragrunt(context.files, path);
    return body && new TerragruntConfig(context, path, body, unitFolder, depth);
  }

  /** The configurations this one includes, by label. */
  get included(): ReadonlyMap<string, TerragruntConfig> {
    this.includedConfigs ??= this.readIncluded();
    return this.includedConfigs;
  }

  get scope(): Scope {
    return {
      path: this.path,
      names: this,
      bindings: undefined,
      budget: this.context.budget,
    };
  }

  /** The inputs of included files, then this one's own. */
  inputs(): ReadonlyMap<string, Value> {
    const merged = new Map<string, Value>();
    for (const included of this.included.values()) {
      for (const [name, value] of included.inputs()) merged.set(name, value);
    }
    const expression = this.body.attributes.find(
      ({ name }) => name === 'inputs',
    )?.expression;
    const own = expression && evaluate(expression, this.scope);
    if (own?.kind === 'map') {
      for (const [name, value] of Object.entries(own.entries))
        merged.set(name, value);
    }
    return merged;
  }

  /** The block of this type here or in an included file, with where it stands. */
  findBlock(
    type: string,
  ):
    | { readonly block: HclBlock; readonly config: TerragruntConfig }
    | undefined {
    const block = this.body.blocks.find(candidate => candidate.type === type);
    if (block) return { block, config: this };
    for (const included of this.included.values()) {
      const found = included.findBlock(type);
      if (found) return found;
    }
    return undefined;
  }

  lookup(
    root: string,
    steps: readonly Step[],
    scope: Scope,
    expression: HclExpression,
  ): Lookup | undefined {
    const [first] = steps;
    if (first?.kind !== 'access') return undefined;
    if (root === 'local')
      return {
        value: this.local(first.name, locate(expression, scope)),
        consumed: 1,
      };
    const included =
      root === 'include' ? this.included.get(first.name) : undefined;
    if (included)
      return {
        value: included.exposed(locate(expression, scope)),
        consumed: 1,
      };
    return undefined;
  }

  readFile(path: string): string | undefined {
    const resolved = joinPath(this.unitFolder, path);
    return resolved === undefined
      ? undefined
      : this.context.files.get(resolved)?.text;
  }

  call(
    name: string,
    parameters: readonly Value[],
    location: Location,
  ): Value | undefined {
    const [first, second] = parameters;
    const asPath = (path: string) => createScalar(`/${path}`, location);
    switch (name) {
      case 'find_in_parent_folders': {
        const found = findInParents(
          this.context.files,
          this.unitFolder,
          toText(first) ?? 'terragrunt.hcl',
        );
        return found === undefined ? second : asPath(found);
      }
      case 'get_terragrunt_dir':
      case 'get_original_terragrunt_dir':
        return asPath(this.unitFolder);
      case 'get_parent_terragrunt_dir':
        return asPath(getFolder(this.path));
      case 'get_repo_root':
        return createScalar('/.', location);
      case 'path_relative_to_include':
        return createScalar(
          relativePath(getFolder(this.path), this.unitFolder),
          location,
        );
      case 'path_relative_from_include':
        return createScalar(
          relativePath(this.unitFolder, getFolder(this.path)),
          location,
        );
      case 'get_path_to_repo_root':
        return createScalar(relativePath(this.unitFolder, ''), location);
      case 'read_terragrunt_config':
        return this.readOther(toText(first), location) ?? second;
      default:
        return undefined;
    }
  }

  /** What others may read of this configuration. */
  exposed(location: Location): Value {
    const names = this.body.blocks
      .filter(block => block.type === 'locals')
      .flatMap(block => block.body.attributes.map(attribute => attribute.name));
    const locals = names.map(
      name => [name, this.local(name, location)] as const,
    );
    return createMap(
      {
        locals: createMap(createEntries(locals), location),
        inputs: createMap(createEntries(this.inputs()), location),
      },
      location,
      { unresolvedRest: this.path },
    );
  }

  private readOther(
    path: string | undefined,
    location: Location,
  ): Value | undefined {
    const resolved =
      path === undefined ? undefined : joinPath(this.unitFolder, path);
    if (resolved === undefined || resolved === this.path) return undefined;
    const config = TerragruntConfig.read(
      this.context,
      resolved,
      getFolder(resolved),
      this.depth + 1,
    );
    return config?.exposed(location);
  }

  private readIncluded(): ReadonlyMap<string, TerragruntConfig> {
    const configs = new Map<string, TerragruntConfig>();
    this.includedConfigs = configs;
    for (const block of this.body.blocks) {
      const expression = block.body.attributes.find(
        ({ name }) => name === 'path',
      )?.expression;
      if (block.type !== 'include' || !expression) continue;
      const path = toText(evaluate(expression, this.scope));
      const resolved =
        path === undefined ? undefined : joinPath(this.unitFolder, path);
      if (resolved === undefined || resolved === this.path) continue;
      const config = TerragruntConfig.read(
        this.context,
        resolved,
        this.unitFolder,
        this.depth + 1,
      );
      if (config) configs.set(block.labels[0] ?? '', config);
    }
    return configs;
  }

  private local(name: string, location: Location): Value {
    const known = this.locals.get(name);
    if (known) return known;
    const attribute = this.body.blocks
      .filter(block => block.type === 'locals')
      .flatMap(block => block.body.attributes)
      .find(candidate => candidate.name === name);
    if (!attribute || this.pending.has(name))
      return createUnresolved(`local.${name}`, location);
    this.pending.add(name);
    const value = evaluate(attribute.expression, this.scope);
    this.pending.delete(name);
    this.locals.set(name, value);
    return value;
  }
}
