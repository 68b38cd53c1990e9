import type { Entity } from '@backstage/catalog-model';

const LINKING_ANNOTATIONS = [
  'readiness/repositories',
  'backstage.io/source-location',
];

/**
 * Whether the entity links a repository, so that there is something to judge.
 * Meant for conditional tabs and cards of classic apps.
 *
 * @public
 */
export function isReadinessAvailable(entity: Entity): boolean {
  const annotations = entity.metadata.annotations ?? {};
  return (
    LINKING_ANNOTATIONS.some(name => Boolean(annotations[name])) ||
    (annotations['backstage.io/managed-by-location'] ?? '').startsWith('url:')
  );
}
