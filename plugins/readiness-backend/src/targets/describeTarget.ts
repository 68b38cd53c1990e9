import {
  Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** What targets are grouped, narrowed and shown by. */
export interface TargetDescription {
  readonly entityRef: string;
  readonly uid: string;
  readonly kind: string;
  readonly name: string;
  readonly title?: string;
  readonly type?: string;
  readonly lifecycle?: string;
  /** Full reference. */
  readonly owner?: string;
  readonly system?: string;
  readonly tags: readonly string[];
}

/** Describes an entity; what is missing or oddly typed is left out. */
export function describeTarget(entity: Entity): TargetDescription {
  const { metadata, kind } = entity;
  const spec = { ...entity.spec };
  const title = toText(metadata.title);
  const type = toText(spec.type);
  const lifecycle = toText(spec.lifecycle);
  const owner =
    findRelation(entity, RELATION_OWNED_BY) ??
    completeRef(entity, spec.owner, 'group');
  const system =
    findRelation(entity, RELATION_PART_OF, 'system') ??
    completeRef(entity, spec.system, 'system');
  return {
    entityRef: stringifyEntityRef(entity),
    uid: metadata.uid ?? '',
    kind,
    name: metadata.name,
    ...(title !== undefined && { title }),
    ...(type !== undefined && { type }),
    ...(lifecycle !== undefined && { lifecycle }),
    ...(owner !== undefined && { owner }),
    ...(system !== undefined && { system }),
    tags: Array.isArray(metadata.tags)
      ? metadata.tags.filter(tag => typeof tag === 'string')
      : [],
  };
}

/** The first target of a relation, of a kind when one is asked for. */
export function findRelation(
  entity: Entity,
  type: string,
  kind?: string,
): string | undefined {
  return entity.relations?.find(
    relation =>
      relation.type === type &&
      (kind === undefined || relation.targetRef.startsWith(`${kind}:`)),
  )?.targetRef;
}

/** A short reference of a spec as a full one. */
export function completeRef(
  entity: Entity,
  value: unknown,
  defaultKind: string,
): string | undefined {
  const text = toText(value);
  if (text === undefined) return undefined;
  try {
    return stringifyEntityRef(
      parseEntityRef(text, {
        defaultKind,
        defaultNamespace: entity.metadata.namespace ?? 'default',
      }),
    );
  } catch {
    return undefined;
  }
}

export function toText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
