import { AttributeReader, getItems, getText, getValue } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import { decodeStructure } from '../../terraform/evaluation/decode';
import type { GrantFact, StatementFact } from '../../types/identity';
import type { FactValue, Value } from '../../value';
import { readTexts } from './readTexts';

/** Where a type keeps its policies and the ready-made ones it takes. */
interface Words {
  readonly kind: GrantFact['kind'];
  /** Paths of policy documents. */
  readonly documents: readonly string[];
  /** Path of a list of policies, each with its document below `document`. */
  readonly inline?: { readonly list: string; readonly document: string };
  /** Path of one ARN, or of a list of them. */
  readonly managed?: string;
  /** Says something only when it has policies of its own. */
  readonly isOptional?: boolean;
}

const POLICY: Words = { kind: 'policy', documents: ['policy'] };
const ATTACHMENT: Words = {
  kind: 'attachment',
  documents: [],
  managed: 'policy_arn',
};
const PRINCIPAL: Words = {
  kind: 'role',
  documents: [],
  inline: { list: 'Policies', document: 'PolicyDocument' },
  managed: 'ManagedPolicyArns',
};
const DOCUMENT: Words = { kind: 'policy', documents: ['PolicyDocument'] };

const TYPES: Readonly<Record<string, Words>> = {
  aws_iam_policy: POLICY,
  aws_iam_role_policy: POLICY,
  aws_iam_user_policy: POLICY,
  aws_iam_group_policy: POLICY,
  aws_ssoadmin_permission_set_inline_policy: {
    kind: 'policy',
    documents: ['inline_policy'],
  },
  aws_iam_role: {
    kind: 'role',
    documents: [],
    inline: { list: 'inline_policy', document: 'policy' },
    managed: 'managed_policy_arns',
    isOptional: true,
  },
  aws_iam_policy_attachment: ATTACHMENT,
  aws_iam_role_policy_attachment: ATTACHMENT,
  aws_iam_user_policy_attachment: ATTACHMENT,
  aws_iam_group_policy_attachment: ATTACHMENT,
  aws_iam_role_policy_attachments_exclusive: {
    ...ATTACHMENT,
    managed: 'policy_arns',
  },
  aws_ssoadmin_managed_policy_attachment: {
    ...ATTACHMENT,
    managed: 'managed_policy_arn',
  },
  'AWS::IAM::Role': PRINCIPAL,
  'AWS::IAM::User': PRINCIPAL,
  'AWS::IAM::Group': PRINCIPAL,
  'AWS::IAM::Policy': DOCUMENT,
  'AWS::IAM::ManagedPolicy': DOCUMENT,
  'AWS::IAM::RolePolicy': DOCUMENT,
  'AWS::IAM::UserPolicy': DOCUMENT,
  'AWS::IAM::GroupPolicy': DOCUMENT,
};

/** IAM policies and who gets which: Terraform and CloudFormation. */
export function readAwsGrants(resources: ResourceIndex): readonly GrantFact[] {
  return [
    ...Object.entries(TYPES).flatMap(([type, words]) =>
      resources
        .ofType(type)
        .flatMap(resource => readGrant(resource, words, resources)),
    ),
    ...resources.ofType('AWS::Serverless::Function').flatMap(readFunction),
  ];
}

function readGrant(
  resource: Resource,
  words: Words,
  resources: ResourceIndex,
): readonly GrantFact[] {
  const reader = AttributeReader.of(resource);
  const documents = [
    ...words.documents.flatMap(path => reader.get(path) ?? []),
    ...(words.inline === undefined
      ? []
      : readInline(reader, words.inline.list, words.inline.document)),
  ];
  const managed =
    words.managed === undefined ? undefined : reader.get(words.managed);
  const isEmpty = documents.length === 0 && managed === undefined;
  if (isEmpty && words.isOptional) return [];
  return [
    createGrant(resource, words.kind, documents, [
      ...readManaged(managed, words.managed ?? ''),
      ...readLookedUp(resource, words.managed, resources),
    ]),
  ];
}

function readInline(
  reader: AttributeReader,
  list: string,
  document: string,
): readonly Value[] {
  return reader.blocks(list).flatMap(block => block.get(document) ?? []);
}

function createGrant(
  resource: Resource,
  kind: GrantFact['kind'],
  documents: readonly Value[],
  roles: readonly FactValue<string>[],
): GrantFact {
  const decoded = documents.map(value => ({
    value,
    structure: decodeStructure(value),
  }));
  const open = decoded.find(({ structure }) => structure === undefined)?.value;
  return {
    ...toSubjectFact(resource),
    kind,
    statements: decoded.flatMap(({ structure }) =>
      structure === undefined ? [] : readStatements(structure),
    ),
    roles,
    ...(open?.kind === 'unresolved' && {
      unresolved: { expression: open.expression, location: open.location },
    }),
    isWide: true,
  };
}

/** The statements that allow something. */
function readStatements(document: Value): readonly StatementFact[] {
  return getItems(getValue(document, 'Statement'))
    .filter(
      statement =>
        statement.kind === 'map' &&
        getText(getValue(statement, 'Effect'))?.toLowerCase() !== 'deny',
    )
    .map(statement => ({
      actions: readTexts(
        getValue(statement, 'Action'),
        'Action',
        statement.location,
      ),
      resources: readTexts(
        getValue(statement, 'Resource'),
        'Resource',
        statement.location,
      ),
      groups: {
        state: 'absent',
        setting: 'apiGroups',
        location: statement.location,
      },
      location: statement.location,
    }));
}

function readManaged(
  value: Value | undefined,
  setting: string,
): readonly FactValue<string>[] {
  if (value === undefined) return [];
  const items = value.kind === 'unresolved' ? [value] : getItems(value);
  return items.map((item): FactValue<string> => {
    const text = getText(item);
    const { location } = item;
    if (text !== undefined)
      return { state: 'known', value: text, setting, location };
    const expression =
      item.kind === 'unresolved' ? item.expression : 'a structure';
    const isOwn =
      item.kind === 'unresolved' &&
      ((item.references ?? []).length > 0 || expression.includes(':policy/'));
    return isOwn
      ? { state: 'known', value: expression, setting, location }
      : { state: 'unresolved', expression, setting, location };
  });
}

/** Policies that are looked up by name: `data "aws_iam_policy"`. */
function readLookedUp(
  resource: Resource,
  path: string | undefined,
  resources: ResourceIndex,
): readonly FactValue<string>[] {
  if (path === undefined) return [];
  return resources
    .referred(resource, path)
    .filter(({ type }) => type === 'data.aws_iam_policy')
    .map(data => AttributeReader.of(data).text('name'));
}

/** SAM: names of managed policies, policy templates, statements. */
function readFunction(resource: Resource): readonly GrantFact[] {
  const policies = AttributeReader.of(resource).get('Policies');
  if (policies === undefined) return [];
  const items = getItems(policies);
  const documents = items.filter(
    item => item.kind === 'map' && item.entries.Statement !== undefined,
  );
  const names = items.filter(item => item.kind !== 'map');
  return [
    createGrant(
      resource,
      'role',
      documents,
      names.flatMap(name => readManaged(name, 'Policies')),
    ),
  ];
}
