import { AttributeReader, collectReferences } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { GrantFact, StatementFact } from '../../types/identity';
import { readTexts } from './readTexts';

/** RBAC of clusters, in manifests and in Terraform. */
export function readClusterGrants(
  resources: ResourceIndex,
): readonly GrantFact[] {
  return [
    ...resources
      .ofType('Role', 'ClusterRole')
      .filter(({ language }) => language === 'kubernetes')
      .filter(({ attributes }) => attributes.entries.rules !== undefined)
      .map(resource => readRole(resource, 'rules', 'apiGroups')),
    ...resources
      .ofType(
        'kubernetes_role',
        'kubernetes_role_v1',
        'kubernetes_cluster_role',
        'kubernetes_cluster_role_v1',
      )
      .map(resource => readRole(resource, 'rule', 'api_groups')),
    ...resources
      .ofType('RoleBinding', 'ClusterRoleBinding')
      .filter(({ language }) => language === 'kubernetes')
      .map(resource => readBinding(resource, 'roleRef.name')),
    ...resources
      .ofType(
        'kubernetes_role_binding',
        'kubernetes_role_binding_v1',
        'kubernetes_cluster_role_binding',
        'kubernetes_cluster_role_binding_v1',
      )
      .map(resource => readBinding(resource, 'role_ref.name')),
  ];
}

function readRole(
  resource: Resource,
  rules: string,
  groups: string,
): GrantFact {
  const statements = AttributeReader.of(resource)
    .blocks(rules)
    .map(
      (rule): StatementFact => ({
        actions: readTexts(rule.get('verbs'), 'verbs', rule.location),
        resources: readTexts(rule.get('resources'), 'resources', rule.location),
        groups: readTexts(rule.get(groups), groups, rule.location),
        location: rule.location,
      }),
    );
  return {
    ...toSubjectFact(resource),
    kind: 'role',
    statements,
    roles: [],
    isWide: /cluster/i.test(resource.type),
  };
}

function readBinding(resource: Resource, path: string): GrantFact {
  return {
    ...toSubjectFact(resource),
    kind: 'binding',
    statements: [],
    roles: [AttributeReader.of(resource).text(path)],
    isWide: /cluster/i.test(resource.type),
  };
}

const GOOGLE = ['project', 'folder', 'organization'].flatMap(level => [
  `google_${level}_iam_member`,
  `google_${level}_iam_binding`,
]);

/** Roles of Google Cloud and Azure that are given to somebody. */
export function readCloudGrants(
  resources: ResourceIndex,
): readonly GrantFact[] {
  return [
    ...resources.ofType(...GOOGLE).map(
      (resource): GrantFact => ({
        ...toSubjectFact(resource),
        kind: 'binding',
        statements: [],
        roles: [AttributeReader.of(resource).text('role')],
        isWide: true,
      }),
    ),
    ...resources.ofType('azurerm_role_assignment').map(readAssignment),
    ...resources.ofType('azurerm_role_definition').map(readDefinition),
  ];
}

function readAssignment(resource: Resource): GrantFact {
  const reader = AttributeReader.of(resource);
  const scope = reader.get('scope');
  const text = scope?.kind === 'scalar' ? String(scope.value) : '';
  const isSubscription =
    /^\/(subscriptions\/[^/]+|providers\/Microsoft\.Management\/.+)$/.test(
      text,
    ) ||
    (scope !== undefined &&
      collectReferences(scope).some(address =>
        /azurerm_(subscription|management_group)\b/.test(address),
      ));
  return {
    ...toSubjectFact(resource),
    kind: 'binding',
    statements: [],
    roles: reader.has('role_definition_name')
      ? [reader.text('role_definition_name')]
      : [],
    isWide: isSubscription,
  };
}

function readDefinition(resource: Resource): GrantFact {
  const statements = AttributeReader.of(resource)
    .blocks('permissions')
    .map(
      (block): StatementFact => ({
        actions: readTexts(block.get('actions'), 'actions', block.location),
        resources: {
          state: 'absent',
          setting: 'assignable_scopes',
          location: block.location,
        },
        groups: {
          state: 'absent',
          setting: 'apiGroups',
          location: block.location,
        },
        location: block.location,
      }),
    );
  return {
    ...toSubjectFact(resource),
    kind: 'role',
    statements,
    roles: [],
    isWide: true,
  };
}
