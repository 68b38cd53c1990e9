import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { EntityFacts, EntityLink } from '../facts/entity';

/** What only a catalog can say of an entity. @public */
export interface EntityCatalogFacts {
  /** Whether the owner exists. */
  readonly isOwnerResolved?: boolean;
  /** Mail addresses, chat channels of the owner. */
  readonly ownerContacts?: readonly string[];
  /** Domain of the entity's system. */
  readonly domain?: string;
  readonly location?: EntityFacts['location'];
}

/**
 * The entity as checks see it. Missing or oddly typed fields are left out, a
 * half-written entity file is judged for what it says.
 *
 * @public
 */
export function createEntityFacts(
  entity: Entity,
  catalog: EntityCatalogFacts = {},
): EntityFacts {
  const { metadata, kind } = entity;
  const namespace = metadata.namespace ?? 'default';
  const spec = { ...entity.spec };
  const reference = (key: string, defaultKind: string) => {
    const text = toText(spec[key]);
    return text === undefined
      ? undefined
      : completeRef(text, defaultKind, namespace);
  };
  const owner = reference('owner', 'group');
  const system = reference('system', 'system');
  const domain = catalog.domain ?? reference('domain', 'domain');
  return {
    entityRef: stringifyEntityRef({ kind, namespace, name: metadata.name }),
    kind,
    name: metadata.name,
    namespace,
    hasEntityFile: true,
    ...withText('type', spec.type),
    ...withText('lifecycle', spec.lifecycle),
    ...withText('title', metadata.title),
    ...withText('description', metadata.description),
    annotations: toTexts(metadata.annotations),
    labels: toTexts(metadata.labels),
    tags: toList(metadata.tags),
    links: toLinks(metadata.links),
    ...(owner !== undefined && { owner }),
    ...(catalog.isOwnerResolved !== undefined && {
      isOwnerResolved: catalog.isOwnerResolved,
    }),
    ...(system !== undefined && { system }),
    ...(domain !== undefined && { domain }),
    providesApis: toRefs(spec.providesApis, 'api', namespace),
    consumesApis: toRefs(spec.consumesApis, 'api', namespace),
    dependsOn: toRefs(spec.dependsOn, 'component', namespace),
    ownerContacts: catalog.ownerContacts ?? [],
    ...(catalog.location !== undefined && { location: catalog.location }),
  };
}

/** A folder without an entity file, judged as a service. @public */
export function createFolderFacts(name: string): EntityFacts {
  return {
    entityRef: `component:default/${name}`,
    kind: 'Component',
    name,
    namespace: 'default',
    type: 'service',
    hasEntityFile: false,
    annotations: {},
    labels: {},
    tags: [],
    links: [],
    providesApis: [],
    consumesApis: [],
    dependsOn: [],
    ownerContacts: [],
  };
}

/** Completes a short reference (`ana`, `user:ana`, `default/ana`), lower case. */
function completeRef(
  text: string,
  defaultKind: string,
  namespace: string,
): string {
  const match = /^(?:([^:/]+):)?(?:([^:/]+)\/)?([^:/]+)$/.exec(text.trim());
  if (match === null) return text;
  const [, kind = defaultKind, space = namespace, name = ''] = match;
  return `${kind}:${space}/${name}`.toLocaleLowerCase('en-US');
}

function toRefs(
  value: unknown,
  kind: string,
  namespace: string,
): readonly string[] {
  return toList(value).map(text => completeRef(text, kind, namespace));
}

function toText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function withText<K extends string>(
  key: K,
  value: unknown,
): { [key in K]?: string } {
  const text = toText(value);
  const result: { [key in K]?: string } = {};
  if (text !== undefined) result[key] = text;
  return result;
}

function toList(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? value.filter(item => typeof item === 'string')
    : [];
}

function toTexts(value: unknown): Record<string, string> {
  const texts: Record<string, string> = {};
  if (typeof value !== 'object' || value === null) return texts;
  for (const [key, item] of Object.entries(value)) {
    if (typeof item === 'string') texts[key] = item;
  }
  return texts;
}

function toLinks(value: unknown): readonly EntityLink[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null || !('url' in item))
      return [];
    const url = toText(item.url);
    if (url === undefined) return [];
    return [
      {
        url,
        ...withText('title', 'title' in item ? item.title : undefined),
        ...withText('type', 'type' in item ? item.type : undefined),
      },
    ];
  });
}
