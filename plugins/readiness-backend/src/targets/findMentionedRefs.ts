import type { Entity } from '@backstage/catalog-model';

const ANNOTATIONS = /^readiness\/(?:waive|attest)\./;
const ENTITY_REF =
  /\b[a-z][a-z0-9-]*:[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?\/[a-z0-9](?:[\w.-]*[a-z0-9])?/gi;

/**
 * References that waivers and attestations of an entity mention: people said
 * to have approved, and entities said to meet a check. Evaluation asks whether
 * they exist.
 */
export function findMentionedRefs(entity: Entity): readonly string[] {
  const refs = new Set<string>();
  for (const [key, text] of Object.entries(entity.metadata.annotations ?? {})) {
    if (!ANNOTATIONS.test(key) || typeof text !== 'string') continue;
    for (const [ref] of text.matchAll(ENTITY_REF)) refs.add(ref.toLowerCase());
  }
  return [...refs].sort();
}

/** Whether the day counts: waivers and attestations expire. */
export function hasExpiringAnnotations(entity: Entity): boolean {
  return Object.keys(entity.metadata.annotations ?? {}).some(key =>
    ANNOTATIONS.test(key),
  );
}
