import type { MapValue, Value } from '../../value';
import {
  createEntries,
  createList,
  createMap,
  createScalar,
} from '../evaluation/values';

const STATEMENT_KEYS: Readonly<Record<string, string>> = {
  sid: 'Sid',
  effect: 'Effect',
  actions: 'Action',
  not_actions: 'NotAction',
  resources: 'Resource',
  not_resources: 'NotResource',
};

/** The policy that an `aws_iam_policy_document` writes, as its JSON would read. */
export function decodePolicyDocument(attributes: MapValue): Value {
  const statements = attributes.entries.statement;
  const converted =
    statements?.kind === 'list'
      ? createList(
          statements.items.map(toStatement),
          statements.location,
          statements,
        )
      : statements;
  const hasSources = [
    'source_policy_documents',
    'override_policy_documents',
    'source_json',
    'override_json',
  ].some(name => Object.hasOwn(attributes.entries, name));
  return createMap(
    {
      Version: createScalar('2012-10-17', attributes.location),
      Statement: converted ?? createList([], attributes.location),
    },
    attributes.location,
    hasSources ? { unresolvedRest: 'source_policy_documents' } : undefined,
  );
}

function toStatement(block: Value): Value {
  if (block.kind !== 'map') return block;
  const entries = new Map<string, Value>([
    ['Effect', createScalar('Allow', block.location)],
  ]);
  for (const [name, value] of Object.entries(block.entries)) {
    const key = Object.hasOwn(STATEMENT_KEYS, name)
      ? STATEMENT_KEYS[name]
      : undefined;
    if (key !== undefined) entries.set(key, value);
    if (name === 'principals') entries.set('Principal', toPrincipals(value));
    if (name === 'not_principals')
      entries.set('NotPrincipal', toPrincipals(value));
    if (name === 'condition') entries.set('Condition', value);
  }
  return createMap(createEntries(entries), block.location, block);
}

function toPrincipals(value: Value): Value {
  if (value.kind !== 'list') return value;
  const entries = value.items.flatMap(item => {
    if (item.kind !== 'map') return [];
    const { type, identifiers } = item.entries;
    const name = type?.kind === 'scalar' ? String(type.value) : '*';
    return identifiers ? [[name, identifiers] as const] : [];
  });
  return createMap(createEntries(entries), value.location, value);
}
