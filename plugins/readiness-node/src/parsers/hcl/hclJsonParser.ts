import type { ParseResult, Parser } from '../parser';
import { parseTemplate } from './hclParser';
import { isJsonNode, parseJsonTree } from './jsonTree';
import type { JsonMember, JsonNode, JsonObject } from './jsonTree';
import { createEmptyBody } from './syntax';
import type { HclAttribute, HclBlock, HclBody, HclExpression } from './syntax';

const MAX_LENGTH = 4_000_000;

/** Number of labels of the blocks that Terraform files have at the top. */
const LABELS: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  ephemeral: 2,
  variable: 1,
  output: 1,
  module: 1,
  provider: 1,
  check: 1,
  locals: 0,
  terraform: 0,
  moved: 0,
  import: 0,
  removed: 0,
};

/** Blocks inside others whose members are read by name. */
const NESTED_LABELS: Readonly<Record<string, number>> = {
  dynamic: 1,
  content: 0,
  lifecycle: 0,
  backend: 1,
  cloud: 0,
  required_providers: 0,
  validation: 0,
};

/**
 * `.tf.json`, `.tofu.json` and `.tfvars.json` as the same tree that HCL gives.
 * Blocks Terraform knows become blocks; everything else are attributes, texts
 * with `${…}` are templates.
 *
 * @public
 */
export const hclJsonParser: Parser<HclBody> = {
  id: 'hcl-json',
  parse(text): ParseResult<HclBody> {
    const clean = text.replace(/^\uFEFF/, '');
    if (clean.length > MAX_LENGTH) {
      const message = `larger than ${MAX_LENGTH} characters`;
      return { tree: createEmptyBody(), failures: [{ message, line: 1 }] };
    }
    const root = parseJsonTree(clean);
    if (!isJsonNode(root)) return { tree: createEmptyBody(), failures: [root] };
    if (root.kind !== 'object') {
      return {
        tree: createEmptyBody(),
        failures: [{ message: 'a JSON object is expected', line: 1 }],
      };
    }
    return { tree: convertObject(root, LABELS), failures: [] };
  },
};

function convertObject(
  node: JsonObject,
  labelled: Readonly<Record<string, number>>,
): HclBody {
  const attributes: HclAttribute[] = [];
  const blocks: HclBlock[] = [];
  for (const member of node.members) {
    const labels = Object.hasOwn(labelled, member.key)
      ? labelled[member.key]
      : undefined;
    if (member.key === '//') continue;
    if (labels === undefined || member.value.kind === 'scalar')
      attributes.push(convertAttribute(member));
    else blocks.push(...convertBlocks(member, [], labels));
  }
  return {
    attributes,
    blocks,
    startLine: node.startLine,
    endLine: node.endLine,
  };
}

function convertAttribute({ key, line, value }: JsonMember): HclAttribute {
  return {
    name: key,
    expression: convertValue(value),
    startLine: line,
    endLine: value.endLine,
  };
}

function convertBlocks(
  member: JsonMember,
  labels: readonly string[],
  missing: number,
): HclBlock[] {
  const { value } = member;
  if (value.kind === 'array') {
    return value.items.flatMap(item =>
      convertBlocks({ ...member, value: item }, labels, missing),
    );
  }
  if (value.kind !== 'object') return [];
  if (missing > 0) {
    return value.members.flatMap(inner =>
      convertBlocks(
        { key: member.key, line: inner.line, value: inner.value },
        [...labels, inner.key],
        missing - 1,
      ),
    );
  }
  const body = convertObject(value, NESTED_LABELS);
  return [
    {
      type: member.key,
      labels,
      body,
      startLine: member.line,
      endLine: value.endLine,
    },
  ];
}

/** A JSON value as an expression. */
export function convertValue(node: JsonNode): HclExpression {
  const at = { startLine: node.startLine, endLine: node.endLine };
  switch (node.kind) {
    case 'scalar':
      return typeof node.value === 'string' && /[$%]\{/.test(node.value)
        ? parseTemplate(node.value, node.startLine)
        : {
            kind: 'literal',
            value: node.value,
            text: JSON.stringify(node.value),
            ...at,
          };
    case 'array':
      return {
        kind: 'list',
        items: node.items.map(convertValue),
        text: '[…]',
        ...at,
      };
    default:
      return {
        kind: 'object',
        text: '{…}',
        entries: node.members
          .filter(member => member.key !== '//')
          .map(member => ({
            key: convertKey(member),
            value: convertValue(member.value),
            startLine: member.line,
            endLine: member.value.endLine,
          })),
        ...at,
      };
  }
}

function convertKey({ key, line }: JsonMember): HclExpression {
  if (/[$%]\{/.test(key)) return parseTemplate(key, line);
  return {
    kind: 'literal',
    value: key,
    text: JSON.stringify(key),
    startLine: line,
    endLine: line,
  };
}
