import { collectReferences, getText, getValue } from './readValue';
import type { Resource } from './resource';

/**
 * Resources by type and by address. Those that are off by default are handed
 * out only on request.
 */
export class ResourceIndex {
  private readonly byType = new Map<string, Resource[]>();
  private readonly byAddress = new Map<string, Resource>();
  private readonly links = new Map<
    string,
    ReadonlyMap<string, readonly Resource[]>
  >();

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
    const links = this.getLinks(types, attribute);
    const name =
      nameAttribute && getText(getValue(owner.attributes, nameAttribute));
    const byReference = links.get(`${owner.scope}\nreference ${owner.address}`);
    const byName = name && links.get(`${owner.scope}\ntext ${name}`);
    return [...new Set([...(byReference ?? []), ...(byName || [])])];
  }

  /** What an attribute of some types refers to or says, worked out once. */
  private getLinks(
    types: readonly string[],
    attribute: string,
  ): ReadonlyMap<string, readonly Resource[]> {
    const key = `${types.join()}\n${attribute}`;
    const known = this.links.get(key);
    if (known !== undefined) return known;
    const links = new Map<string, Resource[]>();
    for (const candidate of this.ofType(...types)) {
      const value = getValue(candidate.attributes, attribute);
      if (value === undefined) continue;
      const targets = collectReferences(value).map(each => `reference ${each}`);
      const text = getText(value);
      if (text !== undefined) targets.push(`text ${text}`);
      for (const target of targets) {
        const link = `${candidate.scope}\n${target}`;
        const list = links.get(link);
        if (list) list.push(candidate);
        else links.set(link, [candidate]);
      }
    }
    this.links.set(key, links);
    return links;
  }

  private withType(types: readonly string[]): Resource[] {
    return types.flatMap(type => this.byType.get(type) ?? []);
  }
}
