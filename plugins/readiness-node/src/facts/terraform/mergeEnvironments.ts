import type { Resource } from '../resource';
import type { Value } from '../value';
import type { Environment } from './environments';
import { addVariants, mergeAgreeing } from './mergeValues';
import type { Labelled } from './mergeValues';

/** What a root gives in one environment. */
export interface EnvironmentResult {
  readonly environment: Environment;
  readonly resources: readonly Resource[];
}

/**
 * One list for all environments. The production one decides, and what others
 * have instead are variants; without one, what all agree on is known.
 */
export function mergeEnvironments(
  results: readonly EnvironmentResult[],
): readonly Resource[] {
  const [first, ...others] = results;
  if (!first) return [];
  if (others.length === 0) return first.resources;
  const byAddress = results.map(({ environment, resources }) => ({
    label: environment.name ?? 'default',
    resources: new Map(resources.map(resource => [resource.address, resource])),
  }));
  if (first.environment.isProduction) {
    return first.resources.map(resource =>
      withVariants(resource, byAddress.slice(1)),
    );
  }
  const addresses = new Set(
    results.flatMap(({ resources }) => resources.map(({ address }) => address)),
  );
  return [...addresses].flatMap(address => mergeResource(address, byAddress));
}

interface ByAddress {
  readonly label: string;
  readonly resources: ReadonlyMap<string, Resource>;
}

function withVariants(
  resource: Resource,
  others: readonly ByAddress[],
): Resource {
  const labelled = labelledAttributes(resource.address, others);
  return withAttributes(resource, addVariants(resource.attributes, labelled));
}

function mergeResource(
  address: string,
  all: readonly ByAddress[],
): readonly Resource[] {
  const present = all.flatMap(({ label, resources }) => {
    const resource = resources.get(address);
    return resource ? [{ label, resource }] : [];
  });
  const [first] = present;
  if (!first) return [];
  const merged = withAttributes(
    first.resource,
    mergeAgreeing(labelledAttributes(address, all)),
  );
  const { environment: _, ...resource } = merged;
  if (present.length === all.length) return [resource];
  const condition =
    resource.condition ??
    `only in ${present.map(({ label }) => label).join(', ')}`;
  return [{ ...resource, condition }];
}

function labelledAttributes(
  address: string,
  all: readonly ByAddress[],
): readonly Labelled[] {
  return all.flatMap(({ label, resources }) => {
    const resource = resources.get(address);
    return resource ? [{ label, value: resource.attributes }] : [];
  });
}

function withAttributes(resource: Resource, value: Value): Resource {
  return value.kind === 'map' ? { ...resource, attributes: value } : resource;
}
