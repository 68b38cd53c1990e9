import type { Resource } from '../resource';
import type { Value } from '../value';
import { evaluateBody } from './evaluation/blocks';
import type { Declared } from './module/definition';
import type { InstanceSet } from './module/instances';
import type { CallInstance } from './module/callInstance';
import type { ModuleInstance } from './module/moduleInstance';
import type { ResourceInstance } from './module/resourceInstance';
import { mergeAgreeing } from './mergeValues';
import type { MapValue } from '../value';

/** `count` up to this many instances is looked at one by one. */
const MAX_COMPARED = 8;

/** Resources found so far and how many more may come. */
export interface Emission {
  readonly resources: Resource[];
  readonly scope: string;
  readonly environment: string | undefined;
  readonly limit: number;
}

/** Everything a module and the modules it calls create. */
export function emitModule(
  module: ModuleInstance,
  emission: Emission,
  outerCondition?: string,
): void {
  for (const [key, declared] of module.definition.providers)
    emitProvider(module, key, declared, emission);
  for (const [key, declared] of module.definition.resources) {
    const set = module.resources(key);
    if (set) emitResource(set, declared, emission, outerCondition);
  }
  for (const name of module.definition.calls.keys()) {
    const set = module.calls(name);
    if (set) emitCall(set, name, emission, outerCondition);
  }
}

interface Found<T> {
  readonly instance: T;
  readonly attributes: MapValue;
  readonly condition?: string;
  readonly instances?: number;
}

/** One entry for each address: keys one by one, all of `count` together. */
function list<T extends ResourceInstance | CallInstance>(
  set: InstanceSet<T>,
): readonly Found<T>[] {
  const { expansion } = set;
  const found = (
    instance: T,
    more: Omit<Found<T>, 'instance' | 'attributes'> = {},
  ): Found<T> => ({
    instance,
    attributes: instance.attributes(),
    ...more,
  });
  switch (expansion.kind) {
    case 'single':
      return [found(set.representative)];
    case 'unknown':
      return [
        found(
          set.representative,
          expansion.condition === undefined
            ? {}
            : { condition: expansion.condition },
        ),
      ];
    case 'each':
      return expansion.members.map(member => found(set.forKey(...member)));
    default:
      return expansion.count === 0 ? [] : [listCounted(set, expansion.count)];
  }
}

function listCounted<T extends ResourceInstance | CallInstance>(
  set: InstanceSet<T>,
  count: number,
): Found<T> {
  const instance = set.at(0);
  if (count === 1) return { instance, attributes: instance.attributes() };
  if (count > MAX_COMPARED) {
    const { representative } = set;
    return {
      instance: representative,
      attributes: representative.attributes(),
      instances: count,
    };
  }
  const all = Array.from({ length: count }, (_, index) =>
    set.at(index).attributes(),
  );
  const merged = mergeAgreeing(
    all.map((value, index) => ({ label: `[${index}]`, value })),
  );
  return {
    instance,
    attributes: merged.kind === 'map' ? merged : instance.attributes(),
    instances: count,
  };
}

function emitResource(
  set: InstanceSet<ResourceInstance>,
  { block }: Declared,
  emission: Emission,
  outerCondition: string | undefined,
): void {
  const [type = '', name = ''] = block.labels;
  for (const found of list(set)) {
    add(emission, {
      ...common(emission, found, outerCondition),
      type: block.type === 'resource' ? type : `data.${type}`,
      name,
      address: found.instance.address,
    });
  }
}

function common<T>(
  emission: Emission,
  found: Found<T>,
  outerCondition: string | undefined,
) {
  const condition = outerCondition ?? found.condition;
  return {
    language: 'terraform' as const,
    scope: emission.scope,
    attributes: found.attributes,
    location: found.attributes.location,
    ...(emission.environment !== undefined && {
      environment: emission.environment,
    }),
    ...(condition !== undefined && { condition }),
    ...(found.instances !== undefined && { instances: found.instances }),
  };
}

function emitCall(
  set: InstanceSet<CallInstance>,
  name: string,
  emission: Emission,
  outerCondition: string | undefined,
): void {
  for (const found of list(set)) {
    const { module } = found.instance;
    if (!found.instance.isInRegistryModule) {
      add(emission, {
        ...common(emission, found, outerCondition),
        type: 'module',
        name,
        address: found.instance.address,
        ...(!module && { isOpaque: true }),
      });
    }
    if (module) emitModule(module, emission, outerCondition ?? found.condition);
  }
}

function emitProvider(
  module: ModuleInstance,
  key: string,
  { block, path }: Declared,
  emission: Emission,
): void {
  const scope = module.scopeOf(path);
  const { placement, prefix } = module.position;
  const location = placement.ofBlock(block, scope).at;
  const attributes = asMap(
    evaluateBody(block.body, scope, placement, location),
  );
  if (!attributes) return;
  const [name = ''] = block.labels;
  const alias = key.slice(`provider.${name}.`.length);
  add(emission, {
    language: 'terraform',
    type: `provider.${name}`,
    name: alias === '' ? name : alias,
    address: `${prefix}${key}`,
    scope: emission.scope,
    attributes,
    location,
    ...(alias !== '' && { apiVersion: alias }),
    ...(emission.environment !== undefined && {
      environment: emission.environment,
    }),
  });
}

function asMap(value: Value): MapValue | undefined {
  return value.kind === 'map' ? value : undefined;
}

function add(emission: Emission, resource: Resource): void {
  if (emission.resources.length < emission.limit)
    emission.resources.push(resource);
}
