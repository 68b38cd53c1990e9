import type { Entity } from '@backstage/catalog-model';
import type { StoredScorecard } from 'backstage-plugin-readiness-common';
import { isReadinessAvailable } from '../isReadinessAvailable';
import type { EmptyReason } from './states/ScorecardEmpty';

/** Why there is no scorecard to show. */
export function getEmptyReason(
  entity: Entity,
  stored: StoredScorecard | undefined,
): EmptyReason {
  if (stored?.state === 'failed') {
    return { kind: 'failed', message: stored.stale?.reason ?? '' };
  }
  if (!isReadinessAvailable(entity)) return { kind: 'nothing-linked' };
  return stored === undefined ? { kind: 'not-selected' } : { kind: 'queued' };
}
