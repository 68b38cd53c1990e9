import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { PermissionsService } from '@backstage/backend-plugin-api';
import { LRUCache } from 'lru-cache';
import { digestOf } from './processing/stableDigest';

/** Which entities somebody may see. */
export type EntityVisibility =
  | { readonly kind: 'everything' }
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'some';
      /** Up to a minute old. */
      readonly uids: ReadonlySet<string>;
      /** Asks the catalog now which of the references may be seen. */
      readonly findVisible: (
        entityRefs: readonly string[],
      ) => Promise<ReadonlySet<string>>;
    };

const MINUTE = 60_000;
const MAXIMUM_READERS = 200;

/**
 * What readers may see is what the catalog lets them see: everything, nothing,
 * or, under conditions, the entities that one facet query with their
 * credentials lists.
 */
export class VisibilityReader {
  private readonly uids = new LRUCache<string, Promise<ReadonlySet<string>>>({
    max: MAXIMUM_READERS,
    ttl: MINUTE,
  });

  constructor(
    private readonly options: {
      readonly catalog: CatalogService;
      readonly permissions: PermissionsService;
    },
  ) {}

  /** Of everything, for heatmap and lists. */
  async getVisibility(
    credentials: BackstageCredentials,
  ): Promise<EntityVisibility> {
    const decision = await this.decide(credentials);
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return { kind: 'everything' };
      case AuthorizeResult.DENY:
        return { kind: 'nothing' };
      default:
        return {
          kind: 'some',
          uids: await this.getVisibleUids(decision, credentials),
          findVisible: refs => this.findVisible(refs, credentials),
        };
    }
  }

  /** Of one entity, asked of the catalog directly. */
  async isVisible(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const decision = await this.decide(credentials);
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return true;
      case AuthorizeResult.DENY:
        return false;
      default:
        return (await this.findVisible([entityRef], credentials)).has(
          entityRef,
        );
    }
  }

  private async decide(
    credentials: BackstageCredentials,
  ): Promise<PolicyDecision> {
    const [decision] = await this.options.permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials },
    );
    return decision ?? { result: AuthorizeResult.DENY };
  }

  /** Requests that come together share one query. */
  private getVisibleUids(
    decision: PolicyDecision,
    credentials: BackstageCredentials,
  ): Promise<ReadonlySet<string>> {
    const key = digestOf([decision, credentials.principal]);
    const known = this.uids.get(key);
    if (known) return known;
    const loading = this.loadVisibleUids(credentials);
    this.uids.set(key, loading);
    loading.catch(() => this.uids.delete(key));
    return loading;
  }

  private async loadVisibleUids(
    credentials: BackstageCredentials,
  ): Promise<ReadonlySet<string>> {
    const { facets } = await this.options.catalog.getEntityFacets(
      { facets: ['metadata.uid'] },
      { credentials },
    );
    return new Set((facets['metadata.uid'] ?? []).map(({ value }) => value));
  }

  private async findVisible(
    entityRefs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<ReadonlySet<string>> {
    const { items } = await this.options.catalog.getEntitiesByRefs(
      { entityRefs: [...entityRefs], fields: ['kind', 'metadata.uid'] },
      { credentials },
    );
    return new Set(entityRefs.filter((_, index) => items[index]));
  }
}
