import type { Entity } from '@backstage/catalog-model';
import type { Problem } from 'backstage-plugin-readiness-common';
import type { EntityCatalogFacts } from 'backstage-plugin-readiness-node';

/** What evaluation needs of an entity; kept with the target as JSON. */
export interface TargetPayload {
  readonly entity: Entity;
  readonly catalog: EntityCatalogFacts;
  /** Links that could not be read. */
  readonly problems: readonly Problem[];
  /** Whether the references that waivers mention exist. */
  readonly mentioned: Readonly<Record<string, boolean>>;
}

export function parseTargetPayload(json: string): TargetPayload {
  return JSON.parse(json);
}

/** Entities whose scorecards may meet a check for this one; people have none. */
export function listLeanedOn({ mentioned }: TargetPayload): readonly string[] {
  return Object.keys(mentioned).filter(ref => !/^(user|group):/.test(ref));
}
