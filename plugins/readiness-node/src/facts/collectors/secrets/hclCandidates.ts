import type {
  HclAttribute,
  HclBlock,
  HclBody,
  HclExpression,
  HclObject,
} from '../../../parsers/hcl';
import type { Candidate, SecretOwner } from './candidate';
import { readLines } from './lineCandidates';

/** Where in a file something is read. */
interface Place {
  readonly path: string;
  readonly owner?: SecretOwner;
  readonly resourceType?: string;
}

/** Attributes that are secret by their resource. */
const SECRET_ATTRIBUTES: Readonly<Record<string, RegExp | undefined>> = {
  azurerm_key_vault_secret: /^value$/,
  github_actions_secret: /^plaintext_value$/,
  github_actions_organization_secret: /^plaintext_value$/,
  github_actions_environment_secret: /^plaintext_value$/,
  google_secret_manager_secret_version: /^secret_data$/,
  aws_secretsmanager_secret_version: /^secret_string$/,
};
const KUBERNETES_SECRET = /^kubernetes_secret(_v1)?$/;
/** References and texts for people: nothing in them is a value. */
const PASSED_OVER =
  /^(tags|labels|annotations|description|lifecycle|depends_on|secret_key_ref|secret_ref|value_from|validation|token_validity_units|secret_environment_variables)$/;
const MAX_DEPTH = 40;

/** Names and values of a Terraform, Terragrunt, Packer or variables file. */
export function readHclCandidates(
  body: HclBody,
  path: string,
): readonly Candidate[] {
  return [
    ...body.attributes.flatMap(each => readAttribute(each, { path })),
    ...body.blocks.flatMap(block => readTopBlock(block, path)),
  ];
}

function readTopBlock(block: HclBlock, path: string): readonly Candidate[] {
  const [label = '', name = ''] = block.labels;
  switch (block.type) {
    case 'variable':
      return readVariable(block, label, path);
    case 'locals':
      return block.body.attributes.flatMap(each =>
        readAttribute(each, {
          path,
          owner: { subject: `local.${each.name}`, type: 'local' },
        }),
      );
    case 'output':
    case 'check':
    case 'import':
      return [];
    case 'resource':
      return readResource(block, { path, resourceType: label }, name);
    default:
      return readBody(block.body, { path, resourceType: label });
  }
}

function readVariable(
  block: HclBlock,
  name: string,
  path: string,
): readonly Candidate[] {
  const owner = { subject: `var.${name}`, type: 'variable' };
  const found = block.body.attributes.find(each => each.name === 'default');
  const { startLine, endLine } = block;
  return found
    ? readAttribute({ ...found, name }, { path, owner })
    : [{ path, startLine, endLine, name, owner }];
}

function readResource(
  block: HclBlock,
  place: Place,
  name: string,
): readonly Candidate[] {
  const type = place.resourceType ?? '';
  if (type === 'aws_ssm_parameter') return readParameter(block, place, name);
  if (!KUBERNETES_SECRET.test(type)) return readBody(block.body, place);
  return block.body.attributes
    .filter(({ name: key }) => /^(data|binary_data|string_data)$/.test(key))
    .flatMap(({ expression }) =>
      readExpression(expression, 'data', place, 0).map(each => ({
        ...each,
        isSecretPlace: !isPublicKey(each.name),
      })),
    );
}

function readParameter(
  block: HclBlock,
  place: Place,
  name: string,
): readonly Candidate[] {
  const value = block.body.attributes.find(each => each.name === 'value');
  const isSecret = block.body.attributes.some(
    each => each.name === 'type' && each.expression.text.includes('Secure'),
  );
  return value === undefined
    ? []
    : readAttribute({ ...value, name: isSecret ? 'value' : name }, place).map(
        each => ({ ...each, isSecretPlace: isSecret }),
      );
}

/** Entries of a Secret that are no secret: names, hosts, certificates. */
export function isPublicKey(name: string): boolean {
  return /(^|[._-])(user(name)?|login|host(name)?|port|database|dbname|db|region|endpoint|bucket|type|engine|email|domain|namespace|tls\.crt|ca\.crt|ca\.pem|cert(ificate)?|public[_-]?key|known_hosts|client[_-]?id|name|url|uri|id|enabled|config)$/i.test(
    name,
  );
}

function readBody(
  body: HclBody,
  place: Place,
  depth = 0,
): readonly Candidate[] {
  if (depth > MAX_DEPTH) return [];
  return [
    ...body.attributes.flatMap(each => readAttribute(each, place)),
    ...readPair(body.attributes.map(toPart), place),
    ...body.blocks
      .filter(block => !PASSED_OVER.test(block.type))
      .flatMap(block => readBody(block.body, place, depth + 1)),
  ];
}

function readAttribute(
  { name, expression }: HclAttribute,
  place: Place,
): readonly Candidate[] {
  if (PASSED_OVER.test(name)) return [];
  const isSecretPlace =
    SECRET_ATTRIBUTES[place.resourceType ?? '']?.test(name) === true;
  return readExpression(expression, name, place, 0).map(each =>
    isSecretPlace && each.name === name ? { ...each, isSecretPlace } : each,
  );
}

function readExpression(
  expression: HclExpression,
  name: string,
  place: Place,
  depth: number,
): readonly Candidate[] {
  if (depth > MAX_DEPTH) return [];
  const inner = (each: HclExpression) =>
    readExpression(each, name, place, depth + 1);
  switch (expression.kind) {
    case 'literal':
    case 'template':
      return readText(expression, name, place);
    case 'object':
      return readObject(expression, place, depth);
    case 'list':
      return expression.items.flatMap(inner);
    case 'call':
      return [
        reference(expression, name, place),
        ...expression.arguments
          .filter(argument => isStructure(argument))
          .flatMap(inner),
      ];
    case 'conditional':
      return [...inner(expression.then), ...inner(expression.otherwise)];
    default:
      return [reference(expression, name, place)];
  }
}

/** Only what is written into a call counts, not its names of keys and files. */
function isStructure({ kind, text }: HclExpression): boolean {
  return (
    kind === 'object' ||
    kind === 'list' ||
    kind === 'call' ||
    text.startsWith('<<')
  );
}

function readText(
  expression: Extract<HclExpression, { kind: 'literal' | 'template' }>,
  name: string,
  place: Place,
): readonly Candidate[] {
  const { startLine, endLine, text } = expression;
  const at = { path: place.path, startLine, endLine, name };
  const owner = place.owner && { owner: place.owner };
  if (text.includes('\n')) {
    return readLines(text, place.path, startLine).map(each => ({
      ...each,
      ...owner,
    }));
  }
  if (expression.kind === 'template')
    return [{ ...at, ...owner, value: text.replace(/^"|"$/g, '') }];
  const { value } = expression;
  return value === null || typeof value === 'boolean'
    ? [{ ...at, ...owner }]
    : [{ ...at, ...owner, value: String(value) }];
}

function readObject(
  { entries }: HclObject,
  place: Place,
  depth: number,
): readonly Candidate[] {
  const named = entries.map(({ key, value }) => ({
    name: key.kind === 'literal' ? String(key.value) : key.text,
    expression: value,
  }));
  return [
    ...named
      .filter(({ name }) => !PASSED_OVER.test(name))
      .flatMap(({ name, expression }) =>
        readExpression(expression, name, place, depth + 1),
      ),
    ...readPair(named, place),
  ];
}

interface Part {
  readonly name: string;
  readonly expression: HclExpression;
}

function toPart({ name, expression }: HclAttribute): Part {
  return { name, expression };
}

/** `{ name = "DB_PASSWORD", value = "…" }`. */
function readPair(parts: readonly Part[], place: Place): readonly Candidate[] {
  const name = parts.find(part => /^(name|key)$/i.test(part.name))?.expression;
  if (name?.kind !== 'literal' || typeof name.value !== 'string') return [];
  const value = parts.find(part =>
    /^(value|valueFrom|value_from)$/i.test(part.name),
  );
  if (value === undefined) return [];
  return /^value$/i.test(value.name)
    ? readExpression(value.expression, name.value, place, 1)
    : [reference(value.expression, name.value, place)];
}

function reference(
  { startLine, endLine }: HclExpression,
  name: string,
  { path, owner }: Place,
): Candidate {
  return { path, startLine, endLine, name, ...(owner && { owner }) };
}
