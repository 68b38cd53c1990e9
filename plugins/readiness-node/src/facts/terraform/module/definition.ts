import type { HclAttribute, HclBlock, HclBody } from '../../../parsers/hcl';

/** A block and the file it stands in. */
export interface Declared {
  readonly block: HclBlock;
  readonly path: string;
}

/** A local value and the file it stands in. */
export interface DeclaredLocal {
  readonly attribute: HclAttribute;
  readonly path: string;
}

/** The text of a module: all its files put together. */
export interface ModuleDefinition {
  /** Folder from the root of the repository. */
  readonly folder: string;
  readonly variables: ReadonlyMap<string, Declared>;
  readonly locals: ReadonlyMap<string, DeclaredLocal>;
  readonly outputs: ReadonlyMap<string, Declared>;
  readonly calls: ReadonlyMap<string, Declared>;
  /** By `type.name`, data sources by `data.type.name`. */
  readonly resources: ReadonlyMap<string, Declared>;
  readonly providers: ReadonlyMap<string, Declared>;
  /** `terraform { … }` blocks. */
  readonly settings: readonly Declared[];
}

/** A parsed file of a module. */
export interface ModuleFile {
  readonly path: string;
  readonly body: HclBody;
}

const OVERRIDE = /(^|[/_])override\.(tf|tofu)(\.json)?$/;

class DefinitionBuilder {
  readonly variables = new Map<string, Declared>();
  readonly locals = new Map<string, DeclaredLocal>();
  readonly outputs = new Map<string, Declared>();
  readonly calls = new Map<string, Declared>();
  readonly resources = new Map<string, Declared>();
  readonly providers = new Map<string, Declared>();
  readonly settings: Declared[] = [];

  add(declared: Declared): void {
    const { block, path } = declared;
    const kept = this.find(declared);
    if (kept) {
      if (!kept.list.has(kept.key)) kept.list.set(kept.key, declared);
    } else if (block.type === 'locals') {
      this.addLocals(declared);
    } else if (block.type === 'terraform') {
      this.settings.push({ block, path });
    } else if (block.type === 'check') {
      for (const inner of block.body.blocks)
        if (inner.type === 'data') this.add({ block: inner, path });
    }
  }

  override(declared: Declared): void {
    const kept = this.find(declared);
    const existing = kept?.list.get(kept.key);
    if (kept && existing) {
      kept.list.set(kept.key, {
        block: mergeBlock(existing.block, declared.block),
        path: existing.path,
      });
    } else {
      this.add(declared);
    }
  }

  private addLocals({ block, path }: Declared): void {
    for (const attribute of block.body.attributes)
      this.locals.set(attribute.name, { attribute, path });
  }

  private find({
    block,
  }: Declared): { list: Map<string, Declared>; key: string } | undefined {
    const [first = '', second = ''] = block.labels;
    switch (block.type) {
      case 'variable':
        return { list: this.variables, key: first };
      case 'output':
        return { list: this.outputs, key: first };
      case 'module':
        return { list: this.calls, key: first };
      case 'resource':
        return { list: this.resources, key: `${first}.${second}` };
      case 'data':
        return { list: this.resources, key: `data.${first}.${second}` };
      case 'provider':
        return { list: this.providers, key: providerAddress(block) };
      default:
        return undefined;
    }
  }
}

/** Puts the files of a folder together; override files change what others declare. */
export function defineModule(
  folder: string,
  files: readonly ModuleFile[],
): ModuleDefinition {
  const builder = new DefinitionBuilder();
  const inOrder = [...files].sort((left, right) =>
    left.path < right.path ? -1 : 1,
  );
  for (const file of inOrder) {
    if (!OVERRIDE.test(file.path))
      file.body.blocks.forEach(block =>
        builder.add({ block, path: file.path }),
      );
  }
  for (const file of inOrder) {
    if (OVERRIDE.test(file.path))
      file.body.blocks.forEach(block =>
        builder.override({ block, path: file.path }),
      );
  }
  return { folder, ...builder };
}

/** `provider.aws`, or `provider.aws.west` with an alias. */
export function providerAddress(block: HclBlock): string {
  const alias = block.body.attributes.find(
    attribute => attribute.name === 'alias',
  )?.expression;
  const name = `provider.${block.labels[0] ?? ''}`;
  return alias?.kind === 'literal' ? `${name}.${String(alias.value)}` : name;
}

/** Attributes replace those of the same name, nested blocks all of their type. */
function mergeBlock(base: HclBlock, override: HclBlock): HclBlock {
  const attributes = new Map(
    base.body.attributes.map(attribute => [attribute.name, attribute]),
  );
  for (const attribute of override.body.attributes)
    attributes.set(attribute.name, attribute);
  const replaced = new Set(override.body.blocks.map(block => block.type));
  const blocks = [
    ...base.body.blocks.filter(block => !replaced.has(block.type)),
    ...override.body.blocks,
  ];
  return {
    ...base,
    body: { ...base.body, attributes: [...attributes.values()], blocks },
  };
}
