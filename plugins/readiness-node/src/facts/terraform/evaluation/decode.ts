import { isJsonNode, parseJsonTree } from '../../../parsers/hcl/jsonTree';
import type { JsonNode } from '../../../parsers/hcl/jsonTree';
import type { Location, Value } from '../../value';
import type { Piece } from './templates';
import {
  createEntries,
  createList,
  createMap,
  createScalar,
  createUnresolved,
  unionReferences,
} from './values';

const OPEN = '\uE000';
const CLOSE = '\uE001';
const ONLY_PLACEHOLDER = /^\uE000(\d+)\uE001$/;
const PLACEHOLDER = /\uE000(\d+)\uE001/g;
const MAX_LENGTH = 500_000;

/**
 * The structure a value holds as JSON text, or the structure it is already:
 * `jsonencode({...})`, a heredoc, a file, a policy document. Undefined for
 * everything that is no JSON.
 *
 * @public
 */
export function decodeStructure(value: Value | undefined): Value | undefined {
  if (value === undefined) return undefined;
  if (value.decoded) return value.decoded;
  if (value.kind === 'list' || value.kind === 'map') return value;
  if (value.kind !== 'scalar' || typeof value.value !== 'string')
    return undefined;
  return decodeJson(value.value, value.location, []);
}

/** The structure of a JSON template some of whose parts cannot be known. */
export function decodePieces(
  pieces: readonly Piece[],
  location: Location,
): Value | undefined {
  if (!/^\s*[[{]/.test(typeof pieces[0] === 'string' ? pieces[0] : ''))
    return undefined;
  if (pieces.every(piece => typeof piece === 'string')) return undefined;
  const values: Value[] = [];
  let text = '';
  let isInside = false;
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece;
      isInside = endsInsideString(piece, isInside);
    } else {
      const placeholder = `${OPEN}${values.length}${CLOSE}`;
      text += isInside ? placeholder : `"${placeholder}"`;
      values.push(piece);
    }
  }
  return decodeJson(text, location, values);
}

function endsInsideString(text: string, wasInside: boolean): boolean {
  let isInside = wasInside;
  for (let at = 0; at < text.length; at++) {
    if (isInside && text[at] === '\\') at++;
    else if (text[at] === '"') isInside = !isInside;
  }
  return isInside;
}

function decodeJson(
  text: string,
  location: Location,
  values: readonly Value[],
): Value | undefined {
  if (text.length > MAX_LENGTH || !/^\s*[[{]/.test(text)) return undefined;
  const isHeredoc = location.endLine > location.startLine + 1;
  const tree = parseJsonTree(text, location.startLine + (isHeredoc ? 1 : 0));
  return isJsonNode(tree) ? toValue(tree, location, values) : undefined;
}

function toValue(
  node: JsonNode,
  within: Location,
  values: readonly Value[],
): Value {
  const location = {
    path: within.path,
    startLine: Math.min(node.startLine, within.endLine),
    endLine: Math.min(node.endLine, within.endLine),
  };
  switch (node.kind) {
    case 'scalar':
      return typeof node.value === 'string'
        ? fillPlaceholders(node.value, location, values)
        : createScalar(node.value, location);
    case 'array':
      return createList(
        node.items.map(item => toValue(item, within, values)),
        location,
      );
    default:
      return createMap(
        createEntries(
          node.members.map(
            ({ key, value }) => [key, toValue(value, within, values)] as const,
          ),
        ),
        location,
      );
  }
}

function fillPlaceholders(
  text: string,
  location: Location,
  values: readonly Value[],
): Value {
  const only = ONLY_PLACEHOLDER.exec(text)?.[1];
  const whole = only === undefined ? undefined : values[Number(only)];
  if (whole) return { ...whole, location };
  if (!text.includes(OPEN)) return createScalar(text, location);
  const used: Value[] = [];
  const expression = text.replace(PLACEHOLDER, (_, index: string) => {
    const value = values[Number(index)];
    if (value) used.push(value);
    return `\${${value?.kind === 'unresolved' ? value.expression : '…'}}`;
  });
  return createUnresolved(expression, location, unionReferences(used));
}
