import type { HclAttribute } from '../../../parsers/hcl';
import { joinPath } from '../../paths';
import type { Location, MapValue, Value } from '../../value';
import { evaluateMember, memberNames } from '../evaluation/blocks';
import { toText } from '../evaluation/plain';
import type { Bindings, Scope } from '../evaluation/scope';
import {
  createEntries,
  createUnresolved,
  withReferences,
} from '../evaluation/values';
import { placeAtCall } from '../registry/placeAtCall';
import { REGISTRY_FOLDER } from '../registry/registryFolder';
import type { Declared, ModuleDefinition } from './definition';
import type { Instance } from './instances';
import { evaluateMetaArgument, isExpansionArgument } from './metaArguments';
import { ModuleInstance } from './moduleInstance';

const MAX_DEPTH = 10;
/** Arguments of a call that are no inputs of its module. */
const RESERVED = new Set([
  'source',
  'version',
  'providers',
  'count',
  'for_each',
  'depends_on',
]);

/** One instance of a module call, with the module it calls when that is known. */
export class CallInstance implements Instance {
  private readonly members = new Map<string, Value | undefined>();
  private readonly pending = new Set<string>();
  private readonly scope: Scope;
  private called: { readonly module: ModuleInstance | undefined } | undefined;

  constructor(
    readonly address: string,
    readonly declared: Declared,
    private readonly caller: ModuleInstance,
    bindings: Bindings | undefined,
  ) {
    this.scope = caller.scopeOf(declared.path, bindings);
  }

  /** The called module; undefined when its files are not at hand. */
  get module(): ModuleInstance | undefined {
    this.called ??= { module: this.load() };
    return this.called.module;
  }

  /** Whether the call itself is part of a well-known module, in no file here. */
  get isInRegistryModule(): boolean {
    return this.caller.definition.folder.startsWith(REGISTRY_FOLDER);
  }

  get(name: string): Value | undefined {
    const { module } = this;
    const value = module?.output(name);
    return value && withReferences(value, [this.address]);
  }

  toValue(): Value {
    const { module } = this;
    const location = this.location();
    return withReferences(
      module
        ? module.outputs(location)
        : createUnresolved(this.address, location),
      [this.address],
    );
  }

  /** The arguments as the call gives them. */
  attributes(): MapValue {
    const entries = memberNames(this.declared.block.body)
      .filter(name => !isExpansionArgument(name))
      .flatMap(name => {
        const value = this.argument(name);
        return value ? [[name, value] as const] : [];
      });
    return {
      kind: 'map',
      entries: createEntries(entries),
      location: this.location(),
    };
  }

  private location(): Location {
    return this.caller.position.placement.ofBlock(
      this.declared.block,
      this.scope,
    ).at;
  }

  /** An argument is worked out once; one that depends on itself is unknown. */
  private argument(name: string): Value | undefined {
    if (this.members.has(name)) return this.members.get(name);
    const { block } = this.declared;
    const { placement } = this.caller.position;
    if (this.pending.has(name))
      return createUnresolved(`${this.address}.${name}`, this.location());
    this.pending.add(name);
    const value =
      evaluateMetaArgument(block, name, this.scope, placement) ??
      evaluateMember(block.body, name, this.scope, placement);
    this.pending.delete(name);
    this.members.set(name, value);
    return value;
  }

  private load(): ModuleInstance | undefined {
    const { depth, placement } = this.caller.position;
    const source = toText(this.argument('source'));
    if (source === undefined || depth >= MAX_DEPTH) return undefined;
    const inputs = (name: string) =>
      RESERVED.has(name) ? undefined : this.argument(name);
    const local = this.loadLocal(source);
    const prefix = `${this.address}.`;
    if (local) {
      return new ModuleInstance(
        local,
        { prefix, depth: depth + 1, placement },
        this.caller.context,
        inputs,
      );
    }
    const registered = this.caller.context.loadRegistryModule(
      source,
      toText(this.argument('version')),
    );
    if (!registered) return undefined;
    const position = {
      prefix,
      depth: depth + 1,
      placement: placeAtCall(this.callSite()),
    };
    return new ModuleInstance(
      registered,
      position,
      this.caller.context,
      inputs,
    );
  }

  private loadLocal(source: string): ModuleDefinition | undefined {
    if (!/^\.\.?(\/|$)/.test(source)) return undefined;
    const folder = joinPath(this.caller.definition.folder, source);
    return folder === undefined
      ? undefined
      : this.caller.context.loadModule(folder);
  }

  /** Where the arguments stand, for resources that stand in no file of the repository. */
  private callSite() {
    const { placement } = this.caller.position;
    const argumentPlaces = new Map<string, Location>();
    const place = (attribute: HclAttribute) =>
      placement.ofAttribute(attribute, this.scope).at;
    for (const attribute of this.declared.block.body.attributes)
      argumentPlaces.set(attribute.name, place(attribute));
    return { block: this.location(), argumentPlaces };
  }
}
