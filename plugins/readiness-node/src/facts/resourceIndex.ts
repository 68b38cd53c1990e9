import { collectReferences, getText, getValue } from './readValue';
import type { Resource } from './resource';

/**
 * Resources by type and by address. Those that are off by default are handed
 * out only on request.
 */
export class ResourceIndex {
  private readonly byType = new Map<string, Resource[]>();
  private readonly byAddress = new Map<string, Resource>();

  constructor(readonly all: readonly Resource[]) {
    for (const resource of all) {
      const list = this.byType.get(resource.type);
      if (list) list.push(resource);
      else this.byType.set(resource.type, [resource]);
      const key = `${resource.scope}\n${resource.address}`;
      if (!this.byAddress.has(key)) this.byAddress.set(key, resource);
    }
  }

  /** Resources of these types that exist by default, in reading order. */
  ofType(...types: readonly string[]): readonly Resource[] {
    return this.withType(types).filter(
      resource => resource.offByDefault === undefined,
    );
  }

  /** Resources of these types that exist only when a switch is turned on. */
  offByDefault(...types: readonly string[]): readonly Resource[] {
    return this.withType(types).filter(
      resource => resource.offByDefault !== undefined,
    );
  }

  get(scope: string, address: string): Resource | undefined {
    return this.byAddress.get(`${scope}\n${address}`);
  }

  /** What a resource's attribute refers to, in the same scope. */
  referred(resource: Resource, path: string): readonly Resource[] {
    const value = getValue(resource.attributes, path);
    if (value === undefined) return [];
    return collectReferences(value)
      .map(address => this.get(resource.scope, address))
      .filter(found => found !== undefined);
  }

  /**
   * Companions: resources of the given types in the same scope whose attribute
   * refers to `owner`, or names it by the literal its `nameAttribute` has.
   */
  companions(
    owner: Resource,
    types: readonly string[],
    attribute: string,
    nameAttribute?: string,
  ): readonly Resource[] {
    const name =
      nameAttribute && getText(getValue(owner.attributes, nameAttribute));
    return this.ofType(...types).filter(candidate => {
      if (candidate.scope !== owner.scope) return false;
      const value = getValue(candidate.attributes, attribute);
      if (value === undefined) return false;
      if (collectReferences(value).includes(owner.address)) return true;
      return name !== undefined && getText(value) === name;
    });
  }

  private withType(types: readonly string[]): Resource[] {
    return types.flatMap(type => this.byType.get(type) ?? []);
  }
}
