import type { GrantFact, StatementFact } from '../../facts/types/identity';
import type { FactValue, Location } from '../../facts/value';

/** What a grant gives too much of, or what cannot be known of it. */
export interface Excess {
  readonly outcome: 'fail' | 'unknown';
  readonly message: string;
  readonly at: Location;
}

const FULL_ROLE =
  /(^|[/:])AdministratorAccess$|^cluster-admin$|^roles\/(owner|editor)$|^Owner$/;

/** The worst that a grant gives; nothing when it is narrow. */
export function findExcess(grant: GrantFact): Excess | undefined {
  const found = [
    ...grant.roles.flatMap(role => judgeRole(grant, role)),
    ...grant.statements.flatMap(statement => judgeStatement(grant, statement)),
  ];
  const { unresolved } = grant;
  if (unresolved) {
    found.push({
      outcome: 'unknown',
      message: `The policy is ${unresolved.expression}, which cannot be resolved`,
      at: unresolved.location,
    });
  }
  return found.find(({ outcome }) => outcome === 'fail') ?? found[0];
}

function judgeRole(
  grant: GrantFact,
  role: FactValue<string>,
): readonly Excess[] {
  const { location } = role;
  if (role.state === 'absent') return [];
  if (role.state === 'unresolved') {
    return [
      {
        outcome: 'unknown',
        message: `${role.setting} is ${role.expression}, which cannot be resolved`,
        at: location,
      },
    ];
  }
  const isFull =
    FULL_ROLE.test(role.value) ||
    (grant.isWide &&
      /^(Contributor|User Access Administrator)$/.test(role.value));
  return isFull
    ? [
        {
          outcome: 'fail',
          message: `${role.setting} = ${role.value} gives every right`,
          at: location,
        },
      ]
    : [];
}

function judgeStatement(
  grant: GrantFact,
  statement: StatementFact,
): readonly Excess[] {
  return isClusterRole(grant)
    ? judgeRule(statement)
    : judgePermission(statement, grant.type === 'azurerm_role_definition');
}

function isClusterRole({ type }: GrantFact): boolean {
  return /^((Cluster)?Role|kubernetes_\w*role(_v1)?)$/.test(type);
}

/** A wildcard in a rule of RBAC. */
function judgeRule({
  actions,
  resources,
  groups,
  location,
}: StatementFact): readonly Excess[] {
  const parts = [groups, resources, actions];
  const open = parts.find(isOpen);
  if (open !== undefined) {
    return [
      {
        outcome: 'fail',
        message: `${open.setting} has the wildcard *`,
        at: location,
      },
    ];
  }
  return parts.flatMap(describeUnresolved);
}

/** Every action on every resource. */
function judgePermission(
  { actions, resources, location }: StatementFact,
  hasNoResources: boolean,
): readonly Excess[] {
  const isEverywhere = hasNoResources || isOpen(resources);
  if (isOpen(actions) && isEverywhere) {
    return [
      {
        outcome: 'fail',
        message: hasNoResources
          ? `${actions.setting} allows *`
          : 'It allows every action on every resource',
        at: location,
      },
    ];
  }
  if (isOpen(actions)) return describeUnresolved(resources);
  return isEverywhere ? describeUnresolved(actions) : [];
}

/** Whether a list has a wildcard for everything. */
export function isOpen(texts: FactValue<readonly string[]>): boolean {
  return (
    texts.state === 'known' &&
    texts.value.some(text => /^\*(:\*)?$/.test(text.trim()))
  );
}

function describeUnresolved(
  texts: FactValue<readonly string[]>,
): readonly Excess[] {
  return texts.state === 'unresolved'
    ? [
        {
          outcome: 'unknown',
          message: `${texts.setting} is ${texts.expression}, which cannot be resolved`,
          at: texts.location,
        },
      ]
    : [];
}
