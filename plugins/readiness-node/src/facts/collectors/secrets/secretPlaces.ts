import { getItems, getText, getValue } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import type { Location, Value } from '../../value';
import type { SecretOwner } from './candidate';

/** Something a secret could stand in, with its lines. */
export interface Place extends SecretOwner {
  readonly language: string;
  readonly location: Location;
  /** Looked through even when no name in it is a secret's. */
  readonly isAlwaysNamed: boolean;
}

/** Settings, environment and user data of these are where secrets end up. */
const ALWAYS_NAMED =
  /^(provider\.(aws|google|google-beta|azurerm|openstack|oci|panos|linode|datadog|newrelic|github|gitlab|cloudflare)|aws_(lambda_function|instance|launch_template|launch_configuration|ecs_task_definition)|AWS::(Lambda::Function|Serverless::Function|EC2::Instance|EC2::LaunchTemplate|ECS::TaskDefinition)|azurerm_(linux_|windows_)?virtual_machine|google_compute_instance|google_cloudfunctions2?_function)$/;
const CONTAINERS = new Set([
  'containers',
  'initContainers',
  'ephemeralContainers',
]);
const MAX_DEPTH = 14;

/** Every place of infrastructure code by file. */
export class SecretPlaces {
  private readonly byPath = new Map<string, Place[]>();

  constructor(resources: ResourceIndex) {
    for (const resource of resources.all) {
      this.add({
        subject: resource.address,
        type: resource.type,
        language: resource.language,
        location: resource.location,
        isAlwaysNamed:
          resource.offByDefault === undefined &&
          (ALWAYS_NAMED.test(resource.type) ||
            (resource.language === 'compose' &&
              hasVariables(resource.attributes, 'environment'))),
      });
      if (resource.language === 'kubernetes')
        this.addContainers(resource, resource.attributes, 0);
    }
  }

  /** Places that are subjects whatever stands in them. */
  get alwaysNamed(): readonly Place[] {
    return [...this.byPath.values()].flat().filter(each => each.isAlwaysNamed);
  }

  /**
   * The smallest places around a line: several when one block makes several
   * resources. A call of a module comes before what it makes.
   */
  around(path: string, line: number): readonly Place[] {
    const around = (this.byPath.get(path) ?? []).filter(
      ({ location }) => location.startLine <= line && line <= location.endLine,
    );
    const smallest = Math.min(...around.map(getLength));
    const best = around.filter(place => getLength(place) === smallest);
    const calls = best.filter(place => place.type === 'module');
    return calls.length > 0 ? calls : best;
  }

  private add(place: Place): void {
    const { path } = place.location;
    const list = this.byPath.get(path);
    if (list) list.push(place);
    else this.byPath.set(path, [place]);
  }

  private addContainers(resource: Resource, value: Value, depth: number): void {
    if (depth > MAX_DEPTH) return;
    if (value.kind === 'list') {
      for (const item of value.items)
        this.addContainers(resource, item, depth + 1);
      return;
    }
    if (value.kind !== 'map') return;
    for (const [key, inner] of Object.entries(value.entries)) {
      if (CONTAINERS.has(key) && inner.kind === 'list')
        this.addList(resource, inner.items);
      else if (key !== 'metadata')
        this.addContainers(resource, inner, depth + 1);
    }
  }

  private addList(resource: Resource, items: readonly Value[]): void {
    for (const item of items) {
      const name = getText(getValue(item, 'name'));
      if (item.kind !== 'map' || name === undefined) continue;
      this.add({
        subject: `${resource.address}#${name}`,
        type: 'container',
        language: 'kubernetes',
        location: item.location,
        isAlwaysNamed:
          resource.offByDefault === undefined && hasVariables(item, 'env'),
      });
    }
  }
}

function hasVariables(value: Value, attribute: string): boolean {
  const found = getValue(value, attribute);
  return found?.kind === 'map'
    ? Object.keys(found.entries).length > 0
    : getItems(found).length > 0;
}

function getLength({ location }: Place): number {
  return location.endLine - location.startLine;
}
