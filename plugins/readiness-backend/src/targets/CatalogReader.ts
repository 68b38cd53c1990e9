import type { AuthService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { FilterPredicate } from '@backstage/filter-predicates';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** What is streamed of a target; a whole API definition is not needed. */
const TARGET_FIELDS = [
  'apiVersion',
  'kind',
  ...['uid', 'name', 'namespace', 'title', 'description', 'annotations'].map(
    field => `metadata.${field}`,
  ),
  ...['labels', 'tags', 'links'].map(field => `metadata.${field}`),
  ...['type', 'lifecycle', 'owner', 'system', 'domain'].map(
    field => `spec.${field}`,
  ),
  ...['providesApis', 'consumesApis', 'dependsOn', 'subcomponentOf'].map(
    field => `spec.${field}`,
  ),
  'relations',
];

/** What is read of groups, systems, domains and users. */
const RELATED_FIELDS = [
  'kind',
  ...['uid', 'name', 'namespace', 'title', 'annotations', 'links'].map(
    field => `metadata.${field}`,
  ),
  ...['profile', 'parent', 'domain'].map(field => `spec.${field}`),
  'relations',
];

const REFS_PER_REQUEST = 500;

/** Streams what the catalog has, as the plugin itself. */
export class CatalogReader {
  constructor(
    private readonly options: {
      readonly catalog: CatalogService;
      readonly auth: AuthService;
      /** Which entities are evaluated. */
      readonly filter: FilterPredicate;
    },
  ) {}

  /** Pages of entities to evaluate. */
  async *streamTargets(): AsyncIterable<readonly Entity[]> {
    yield* this.options.catalog.streamEntities(
      { query: this.options.filter, fields: TARGET_FIELDS },
      await this.getOptions(),
    );
  }

  /** Pages of groups, systems and domains. */
  async *streamGroupings(): AsyncIterable<readonly Entity[]> {
    yield* this.options.catalog.streamEntities(
      {
        query: { kind: { $in: ['Group', 'System', 'Domain'] } },
        fields: RELATED_FIELDS,
      },
      await this.getOptions(),
    );
  }

  /** Those of the references that exist. */
  async getExisting(
    entityRefs: readonly string[],
  ): Promise<ReadonlyMap<string, Entity>> {
    const found = new Map<string, Entity>();
    for (let index = 0; index < entityRefs.length; index += REFS_PER_REQUEST) {
      const { items } = await this.options.catalog.getEntitiesByRefs(
        {
          entityRefs: entityRefs.slice(index, index + REFS_PER_REQUEST),
          fields: RELATED_FIELDS,
        },
        await this.getOptions(),
      );
      for (const entity of items) {
        if (entity) found.set(stringifyEntityRef(entity), entity);
      }
    }
    return found;
  }

  private async getOptions() {
    return {
      credentials: await this.options.auth.getOwnServiceCredentials(),
    };
  }
}
