import {
  describeStateless,
  findConfigurationManagementLibrary,
  findStateful,
  notApplicable,
  type Check,
  type CheckContext,
  type Verdict,
} from '../check';

/**
 * A reason for which a category has nothing to ask of an entity, whatever
 * checks it has, also those that are added later.
 */
interface CategoryGate {
  readonly category: string;
  /** Why it doesn't apply; absent when it does. */
  find(context: CheckContext): string | undefined;
  /** Subject checks may know subjects that the gate doesn't count. */
  readonly kind?: Check['kind'];
}

const GATES: readonly CategoryGate[] = [
  {
    category: 'provision',
    find: context =>
      describeLibrary(context, 'provisions nothing: who uses it does'),
  },
  {
    category: 'cost-optimization',
    find: context =>
      describeLibrary(context, 'runs nothing that costs: who uses it does'),
  },
  {
    category: 'backup-restore',
    kind: 'presence',
    find: ({ facts, scope }) =>
      findStateful(facts).length === 0
        ? describeStateless(scope.fileCount)
        : undefined,
  },
];

/** The verdict on a check whose whole category does not apply. */
export function closeGate(
  check: Check,
  context: CheckContext,
): Verdict | undefined {
  const gate = GATES.find(
    ({ category, kind }) =>
      category === check.category && (kind ?? check.kind) === check.kind,
  );
  const reason = gate?.find(context);
  return reason === undefined ? undefined : notApplicable(reason);
}

function describeLibrary(
  context: CheckContext,
  because: string,
): string | undefined {
  const kind = findConfigurationManagementLibrary(context);
  if (kind === undefined) return undefined;
  return `${/^[aeiou]/i.test(kind) ? 'An' : 'A'} ${kind} ${because}`;
}
