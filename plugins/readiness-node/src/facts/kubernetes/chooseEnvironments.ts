import type { CollectorOptions } from '../collector';
import type { Resource } from '../resource';
import type { MapValue, ScalarValue, Value } from '../value';
import { PRODUCTION_RANK, rankEnvironment, UNKNOWN_RANK } from './environments';

/** One object as one environment gives it. */
export interface Rendition {
  readonly resource: Resource;
  /** Same for what is one object in several environments. */
  readonly identity: string;
}

/**
 * One resource per object out of what several environments make of it, so that
 * an object has one subject and one finding:
 *
 * - the production environment decides (`options.productionNames`);
 * - without one, the environment closest to it: a name that says nothing
 *   (`aws`, `eu`), then staging, then test, then development;
 * - values that differ elsewhere become `variants` of the deciding value;
 * - several production environments (`prod-eu`, `prod-us`) are all real: those
 *   whose content differs are all given whole, so that what selects a workload
 *   stands beside it, the others once.
 */
export function chooseEnvironments(
  renditions: readonly Rendition[],
  options: Pick<CollectorOptions, 'productionNames'>,
): Resource[] {
  const groups = new Map<string, Resource[]>();
  for (const { resource, identity } of renditions) {
    const group = groups.get(identity);
    if (group) group.push(resource);
    else groups.set(identity, [resource]);
  }
  const repeated = findRepeatedProductions(renditions, options);
  return [...groups.values()].flatMap(group =>
    chooseFrom(group, repeated, options),
  );
}

function getRankOf(
  { environment }: Resource,
  options: Pick<CollectorOptions, 'productionNames'>,
): number {
  return environment === undefined
    ? UNKNOWN_RANK
    : rankEnvironment(environment, options);
}

/** Scopes of production that say what an earlier one says. */
function findRepeatedProductions(
  renditions: readonly Rendition[],
  options: Pick<CollectorOptions, 'productionNames'>,
): ReadonlySet<string> {
  const scopes = new Map<string, string[]>();
  for (const { resource } of renditions) {
    if (getRankOf(resource, options) !== PRODUCTION_RANK) continue;
    const content = printResource(resource);
    const contents = scopes.get(resource.scope);
    if (contents) contents.push(content);
    else scopes.set(resource.scope, [content]);
  }
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const scope of [...scopes.keys()].sort(compare)) {
    const whole = (scopes.get(scope) ?? []).sort(compare).join('\n');
    if (seen.has(whole)) repeated.add(scope);
    seen.add(whole);
  }
  return repeated;
}

function chooseFrom(
  group: readonly Resource[],
  repeated: ReadonlySet<string>,
  options: Pick<CollectorOptions, 'productionNames'>,
): Resource[] {
  const getRank = (resource: Resource) => getRankOf(resource, options);
  const sorted = [...group].sort(
    (a, b) => getRank(a) - getRank(b) || compare(a.scope, b.scope),
  );
  const [first] = sorted;
  if (first === undefined || sorted.length === 1) return sorted;
  const isProduction = getRank(first) === PRODUCTION_RANK;
  const deciding = isProduction
    ? withoutRepeats(
        sorted.filter(each => getRank(each) === PRODUCTION_RANK),
        repeated,
      )
    : [first];
  const others = sorted.filter(each => !deciding.includes(each));
  return deciding.map(resource => addVariants(resource, others));
}

function withoutRepeats(
  resources: readonly Resource[],
  repeated: ReadonlySet<string>,
): Resource[] {
  const seen = new Set<string>();
  return resources.filter((resource, index) => {
    const key = `${resource.scope}\n${printResource(resource)}`;
    if (seen.has(key) || (index > 0 && repeated.has(resource.scope)))
      return false;
    seen.add(key);
    return true;
  });
}

function addVariants(
  resource: Resource,
  others: readonly Resource[],
): Resource {
  let { attributes } = resource;
  for (const other of others) {
    const environment = other.environment ?? 'default';
    const merged = mergeVariants(attributes, other.attributes, environment);
    if (merged.kind === 'map') attributes = merged;
  }
  return { ...resource, attributes };
}

function mergeVariants(
  value: Value,
  other: Value | undefined,
  environment: string,
): Value {
  if (other === undefined || value.kind !== other.kind) return value;
  if (value.kind === 'scalar' && other.kind === 'scalar') {
    return addVariant(value, other, environment);
  }
  if (value.kind === 'map' && other.kind === 'map') {
    return mergeMapVariants(value, other, environment);
  }
  if (value.kind === 'list' && other.kind === 'list') {
    const items = value.items.map((item, index) =>
      mergeVariants(item, other.items[index], environment),
    );
    return { ...value, items };
  }
  return value;
}

function mergeMapVariants(
  value: MapValue,
  other: MapValue,
  environment: string,
): MapValue {
  const entries = Object.entries(value.entries).map(([key, item]) => [
    key,
    mergeVariants(
      item,
      Object.hasOwn(other.entries, key) ? other.entries[key] : undefined,
      environment,
    ),
  ]);
  return { ...value, entries: Object.fromEntries(entries) };
}

function addVariant(
  value: ScalarValue,
  other: ScalarValue,
  environment: string,
): ScalarValue {
  if (value.value === other.value) return value;
  const variants = { ...value.variants, [environment]: other.value };
  return { ...value, variants };
}

function printResource({ address, attributes }: Resource): string {
  return `${address}\n${printContent(attributes)}`;
}

/** The content without its lines, for comparing. */
function printContent(value: Value): string {
  return JSON.stringify(value, (key, item) =>
    key === 'location' || key === 'variants' ? undefined : item,
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
