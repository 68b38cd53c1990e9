import type { HclExpression } from '../../../parsers/hcl';
import { joinPath } from '../../paths';
import type { Location, Value } from '../../value';
import type { Placement } from '../evaluation/blocks';
import { evaluate } from '../evaluation/evaluate';
import type {
  Bindings,
  Lookup,
  NameResolver,
  Scope,
} from '../evaluation/scope';
import { locate } from '../evaluation/scope';
import type { Step } from '../evaluation/traversal';
import { applyType } from '../evaluation/typeConstraints';
import {
  createEntries,
  createMap,
  createScalar,
  createUnresolved,
  isNull,
} from '../evaluation/values';
import { REGISTRY_FOLDER } from '../registry/registryFolder';
import { relativePath } from '../relativePath';
import { CallInstance } from './callInstance';
import type { Declared, ModuleDefinition } from './definition';
import { expand } from './expansion';
import { InstanceSet } from './instances';
import { readType } from './readType';
import { ResourceInstance } from './resourceInstance';
import type { RootContext } from './rootContext';

/** Values that a call, variable files or Terragrunt give to a module's variables. */
export type Inputs = (name: string) => Value | undefined;

/** Where a module is put. */
export interface ModulePosition {
  /** `''` for a root, `module.db.` below it. */
  readonly prefix: string;
  readonly depth: number;
  readonly placement: Placement;
}

/**
 * One use of a module: its names mean what this use gives to its variables.
 * Everything is worked out once, when it is asked for.
 */
export class ModuleInstance implements NameResolver {
  private readonly values = new Map<string, Value>();
  private readonly pending = new Set<string>();
  private readonly resourceSets = new Map<
    string,
    InstanceSet<ResourceInstance>
  >();
  private readonly callSets = new Map<string, InstanceSet<CallInstance>>();

  constructor(
    readonly definition: ModuleDefinition,
    readonly position: ModulePosition,
    readonly context: RootContext,
    private readonly inputs: Inputs,
  ) {}

  scopeOf(path: string, bindings?: Bindings): Scope {
    return { path, names: this, bindings, budget: this.context.budget };
  }

  lookup(
    root: string,
    steps: readonly Step[],
    scope: Scope,
    expression: HclExpression,
  ): Lookup | undefined {
    const [first, second] = steps;
    const name = first?.kind === 'access' ? first.name : undefined;
    if (name === undefined) return undefined;
    const location = locate(expression, scope);
    switch (root) {
      case 'var':
        return { value: this.variable(name, location), consumed: 1 };
      case 'local':
        return { value: this.local(name, location), consumed: 1 };
      case 'path':
        return { value: this.pathValue(name, location), consumed: 1 };
      case 'module':
        return this.calls(name)?.follow(steps, 1, scope, expression);
      case 'data':
        return second?.kind === 'access'
          ? this.reference(
              `data.${name}.${second.name}`,
              2,
              steps,
              scope,
              expression,
            )
          : undefined;
      case 'terraform':
      case 'each':
      case 'count':
      case 'self':
        return undefined;
      default:
        return this.reference(`${root}.${name}`, 1, steps, scope, expression);
    }
  }

  readFile(path: string): string | undefined {
    const resolved = joinPath(this.context.rootFolder, path);
    return resolved === undefined ? undefined : this.context.readFile(resolved);
  }

  listFiles(folder: string): readonly string[] {
    const resolved = joinPath(this.context.rootFolder, folder);
    return resolved === undefined ? [] : this.context.listFiles(resolved);
  }

  /** What an output gives; undefined when there is none of that name. */
  output(name: string): Value | undefined {
    const declared = this.definition.outputs.get(name);
    const expression = declared?.block.body.attributes.find(
      ({ name: own }) => own === 'value',
    )?.expression;
    if (!declared || !expression) return undefined;
    return this.once(`output.${name}`, locate(expression, declared), () =>
      evaluate(expression, this.scopeOf(declared.path)),
    );
  }

  /** All outputs as a map. */
  outputs(location: Location): Value {
    const pairs = [...this.definition.outputs.keys()].flatMap(name => {
      const value = this.output(name);
      return value ? [[name, value] as const] : [];
    });
    return createMap(createEntries(pairs), location);
  }

  /** The instances of a resource or data source by `type.name`. */
  resources(key: string): InstanceSet<ResourceInstance> | undefined {
    const declared = this.definition.resources.get(key);
    if (!declared) return undefined;
    return remember(this.resourceSets, key, () =>
      this.instances(
        declared,
        `${this.position.prefix}${key}`,
        (address, bindings) => {
          const scope = this.scopeOf(declared.path, bindings);
          return new ResourceInstance(
            address,
            declared,
            scope,
            this.position.placement,
          );
        },
      ),
    );
  }

  /** The instances of a module call. */
  calls(name: string): InstanceSet<CallInstance> | undefined {
    const declared = this.definition.calls.get(name);
    if (!declared) return undefined;
    return remember(this.callSets, name, () =>
      this.instances(
        declared,
        `${this.position.prefix}module.${name}`,
        (address, bindings) =>
          new CallInstance(address, declared, this, bindings),
      ),
    );
  }

  /** How often a block exists; one that depends on itself is not followed. */
  private instances<T extends ResourceInstance | CallInstance>(
    declared: Declared,
    address: string,
    create: (address: string, bindings: Bindings | undefined) => T,
  ): InstanceSet<T> {
    const location = this.position.placement.ofBlock(
      declared.block,
      this.scopeOf(declared.path),
    ).at;
    const key = `expansion ${address}`;
    if (this.pending.has(key)) {
      const condition = `${address} depends on itself`;
      return new InstanceSet(
        { kind: 'unknown', by: 'count', condition },
        address,
        location,
        create,
      );
    }
    this.pending.add(key);
    const expansion = expand(declared.block, this.scopeOf(declared.path));
    this.pending.delete(key);
    return new InstanceSet(expansion, address, location, create);
  }

  private reference(
    key: string,
    consumed: number,
    steps: readonly Step[],
    scope: Scope,
    expression: HclExpression,
  ): Lookup {
    const found = this.resources(key)?.follow(
      steps,
      consumed,
      scope,
      expression,
    );
    if (found) return found;
    const address = `${this.position.prefix}${key}`;
    const value = createUnresolved(expression.text, locate(expression, scope), [
      address,
    ]);
    return { value, consumed: steps.length };
  }

  /** The value of a variable. */
  variable(name: string, location: Location): Value {
    return this.once(`var.${name}`, location, () =>
      this.readVariable(name, location),
    );
  }

  private readVariable(name: string, location: Location): Value {
    const declared = this.definition.variables.get(name);
    const given = this.inputs(name);
    if (!declared) return given ?? this.undeclared(name, location);
    const find = (wanted: string) =>
      declared.block.body.attributes.find(
        attribute => attribute.name === wanted,
      )?.expression;
    const scope = this.scopeOf(declared.path);
    const fallback = find('default');
    const nullable = find('nullable');
    const refusesNull =
      nullable?.kind === 'literal' && nullable.value === false;
    const value =
      given && !(refusesNull && isNull(given))
        ? given
        : fallback && evaluate(fallback, scope);
    if (!value) return createUnresolved(`var.${name}`, location);
    const type = readType(find('type'));
    return type ? applyType(value, type, scope) : value;
  }

  /** Registry modules name only those inputs that have defaults; others are null. */
  private undeclared(name: string, location: Location): Value {
    return this.definition.folder.startsWith(REGISTRY_FOLDER)
      ? createScalar(null, location)
      : createUnresolved(`var.${name}`, location);
  }

  private local(name: string, location: Location): Value {
    const declared = this.definition.locals.get(name);
    if (!declared) return createUnresolved(`local.${name}`, location);
    return this.once(`local.${name}`, location, () =>
      evaluate(declared.attribute.expression, this.scopeOf(declared.path)),
    );
  }

  private pathValue(name: string, location: Location): Value {
    if (name === 'root') return createScalar('.', location);
    if (name === 'module') {
      return createScalar(
        relativePath(this.context.rootFolder, this.definition.folder),
        location,
      );
    }
    return createUnresolved(`path.${name}`, location);
  }

  private once(key: string, location: Location, compute: () => Value): Value {
    const known = this.values.get(key);
    if (known) return known;
    if (this.pending.has(key)) return createUnresolved(key, location);
    this.pending.add(key);
    const value = compute();
    this.pending.delete(key);
    this.values.set(key, value);
    return value;
  }
}

function remember<T>(list: Map<string, T>, key: string, create: () => T): T {
  const known = list.get(key);
  if (known) return known;
  const created = create();
  list.set(key, created);
  return created;
}
