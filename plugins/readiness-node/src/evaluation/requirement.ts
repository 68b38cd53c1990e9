import type { Entity } from '@backstage/catalog-model';
import { filterPredicateToFilterFunction } from '@backstage/filter-predicates';
import type { ReachedLevel } from 'backstage-plugin-readiness-common';
import type { EvaluationConfig } from './config';

/**
 * The level an entity must have: of the first requirement whose predicate
 * matches; absent when none does.
 *
 * @public
 */
export function getRequiredLevel(
  entity: Entity,
  config: EvaluationConfig,
): ReachedLevel | undefined {
  return config.requirements.find(
    requirement =>
      requirement.if === undefined ||
      filterPredicateToFilterFunction(requirement.if)(entity),
  )?.level;
}
