import type { HclTemplate, HclTemplatePart } from '../../../parsers/hcl';
import type { Value } from '../../value';
import { decodePieces } from './decode';
import { evaluate } from './evaluate';
import { bindMember, membersOf, restOf } from './forExpression';
import { toBoolean, toText } from './plain';
import type { Scope } from './scope';
import { locate } from './scope';
import {
  createScalar,
  createUnresolved,
  isBroken,
  unionReferences,
  withReferences,
} from './values';

/** A piece of a template: text, or what could not be turned into text. */
export type Piece = string | Value;

/**
 * A template as text. With a part that cannot be known the whole is
 * unresolved; when it reads as JSON its structure is kept (`decoded`).
 */
export function evaluateTemplate(expression: HclTemplate, scope: Scope): Value {
  const [only, ...others] = expression.parts;
  if (only?.kind === 'interpolation' && others.length === 0)
    return evaluate(only.expression, scope);
  const location = locate(expression, scope);
  const pieces: Piece[] = [];
  const seen: Value[] = [];
  const failure = addParts(expression.parts, scope, pieces, seen);
  if (failure) return failure;
  const references = unionReferences(seen);
  const decoded = decodePieces(pieces, location);
  const value = pieces.every(piece => typeof piece === 'string')
    ? createScalar(pieces.join(''), location)
    : createUnresolved(expression.text, location);
  return withReferences(decoded ? { ...value, decoded } : value, references);
}

function addParts(
  parts: readonly HclTemplatePart[],
  scope: Scope,
  pieces: Piece[],
  seen: Value[],
): Value | undefined {
  for (const part of parts) {
    const failure = addPart(part, scope, pieces, seen);
    if (failure) return failure;
  }
  return undefined;
}

function addPart(
  part: HclTemplatePart,
  scope: Scope,
  pieces: Piece[],
  seen: Value[],
): Value | undefined {
  switch (part.kind) {
    case 'text':
      pieces.push(part.value);
      return undefined;
    case 'interpolation': {
      const value = evaluate(part.expression, scope);
      if (isBroken(value)) return value;
      seen.push(value);
      pieces.push(toText(value) ?? value);
      return undefined;
    }
    case 'if': {
      const condition = evaluate(part.condition, scope);
      if (isBroken(condition)) return condition;
      const decided = toBoolean(condition);
      seen.push(condition);
      if (decided !== undefined)
        return addParts(
          decided ? part.then : part.otherwise,
          scope,
          pieces,
          seen,
        );
      pieces.push(
        createUnresolved(
          part.condition.text,
          condition.location,
          condition.references,
        ),
      );
      return undefined;
    }
    default:
      return addLoop(part, scope, pieces, seen);
  }
}

function addLoop(
  part: Extract<HclTemplatePart, { kind: 'for' }>,
  scope: Scope,
  pieces: Piece[],
  seen: Value[],
): Value | undefined {
  const collection = evaluate(part.collection, scope);
  if (isBroken(collection)) return collection;
  const members = membersOf(collection);
  if (!members || restOf(collection) !== undefined) {
    seen.push(collection);
    pieces.push(
      createUnresolved(
        part.collection.text,
        collection.location,
        collection.references,
      ),
    );
    return undefined;
  }
  for (const member of members) {
    const failure = addParts(
      part.body,
      bindMember(scope, part, member),
      pieces,
      seen,
    );
    if (failure) return failure;
  }
  return undefined;
}
