import { createPermission } from '@backstage/plugin-permission-common';

/**
 * The resource type readiness permissions apply to: catalog entities, so the
 * catalog's conditions (is owner, has annotation …) can be used in policies.
 *
 * @public
 */
export const RESOURCE_TYPE_CATALOG_ENTITY = 'catalog-entity';

/** Reading scorecards and the heatmap; entities stay bounded by `catalog.entity.read`. @public */
export const readinessReadPermission = createPermission({
  name: 'readiness.scorecard.read',
  attributes: { action: 'read' },
});

/** Asking for an evaluation now. @public */
export const readinessEvaluatePermission = createPermission({
  name: 'readiness.scorecard.evaluate',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** Approving or rejecting a waiver. @public */
export const readinessWaiverApprovePermission = createPermission({
  name: 'readiness.waiver.approve',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/** All permissions of the plugin. @public */
export const readinessPermissions = [
  readinessReadPermission,
  readinessEvaluatePermission,
  readinessWaiverApprovePermission,
];
