import type { HclAttribute, HclBlock, HclBody } from '../../../parsers/hcl';
import type { Location, Value } from '../../value';
import { evaluate } from './evaluate';
import { membersOf, restOf } from './forExpression';
import type { Place } from './relocate';
import { relocate } from './relocate';
import { bind, locate } from './scope';
import type { Scope } from './scope';
import {
  createEntries,
  createList,
  createMap,
  createUnresolved,
  isBroken,
} from './values';

const MAX_DYNAMIC = 1_000;

/** Decides where attributes and blocks are said to stand. */
export interface Placement {
  ofAttribute(attribute: HclAttribute, scope: Scope): Place;
  ofBlock(block: HclBlock, scope: Scope): Place;
}

/** Attributes and blocks stand where they are written. */
export const asWritten: Placement = {
  ofAttribute(attribute, scope) {
    const at = locate(attribute, scope);
    return { at, frame: at };
  },
  ofBlock(block, scope) {
    const at = locate(block, scope);
    return { at, frame: at };
  },
};

/** Names of the attributes and nested blocks of a body, in order. */
export function memberNames(body: HclBody): readonly string[] {
  const names = new Set(body.attributes.map(attribute => attribute.name));
  for (const block of body.blocks) names.add(blockName(block));
  return [...names];
}

function blockName(block: HclBlock): string {
  return block.type === 'dynamic' ? block.labels[0] ?? 'dynamic' : block.type;
}

/** The value of one attribute, or of all nested blocks of a type. */
export function evaluateMember(
  body: HclBody,
  name: string,
  scope: Scope,
  placement: Placement,
): Value | undefined {
  const attribute = body.attributes.find(candidate => candidate.name === name);
  if (attribute)
    return relocate(
      evaluate(attribute.expression, scope),
      placement.ofAttribute(attribute, scope),
    );
  const blocks = body.blocks.filter(block => blockName(block) === name);
  const [first, ...others] = blocks;
  if (!first) return undefined;
  const items: Value[] = [];
  const rests: BlockRest[] = [];
  for (const block of blocks) {
    if (block.type === 'dynamic')
      expandDynamic(block, scope, placement, items, rests);
    else items.push(evaluateBlock(block, scope, placement));
  }
  const last = others[others.length - 1] ?? first;
  const location = { ...placement.ofBlock(first, scope).at };
  const spanned = {
    ...location,
    endLine: Math.max(
      location.endLine,
      placement.ofBlock(last, scope).at.endLine,
    ),
  };
  return joinBlocks(items, rests, spanned);
}

interface BlockRest {
  readonly expression: string;
  readonly references: readonly string[];
  readonly candidate: Value;
}

/**
 * Known blocks are a list. When nothing but a `dynamic` of unknown length is
 * there, whether a block exists at all is unknown; what it would look like is
 * the candidate.
 */
function joinBlocks(
  items: readonly Value[],
  rests: readonly BlockRest[],
  location: Location,
): Value | undefined {
  const [rest] = rests;
  if (!rest)
    return items.length === 0 ? undefined : createList(items, location);
  if (items.length > 0)
    return createList(items, location, { unresolvedRest: rest.expression });
  const candidates = rests.map(({ candidate }) =>
    createList([candidate], location),
  );
  return createUnresolved(
    rest.expression,
    location,
    rest.references,
    candidates,
  );
}

/** One nested block as a map. */
export function evaluateBlock(
  block: HclBlock,
  scope: Scope,
  placement: Placement,
): Value {
  return evaluateBody(
    block.body,
    scope,
    placement,
    placement.ofBlock(block, scope).at,
  );
}

/** A body as a map. */
export function evaluateBody(
  body: HclBody,
  scope: Scope,
  placement: Placement,
  location: Location,
): Value {
  const entries: [string, Value][] = [];
  for (const name of memberNames(body)) {
    const value = evaluateMember(body, name, scope, placement);
    if (value) entries.push([name, value]);
  }
  return createMap(createEntries(entries), location);
}

/** `dynamic "name" { for_each = …; iterator = …; content { … } }`. */
function expandDynamic(
  block: HclBlock,
  scope: Scope,
  placement: Placement,
  items: Value[],
  rests: BlockRest[],
): void {
  const content = block.body.blocks.find(inner => inner.type === 'content');
  const forEach = block.body.attributes.find(
    attribute => attribute.name === 'for_each',
  );
  if (!content || !forEach) return;
  const iterator = block.body.attributes.find(
    attribute => attribute.name === 'iterator',
  )?.expression.text;
  const name = iterator ?? block.labels[0] ?? '';
  const location = placement.ofBlock(block, scope).at;
  const evaluateFor = (key: Value, value: Value) =>
    evaluateBody(
      content.body,
      bind(scope, name, iteratorValue(key, value, location)),
      placement,
      location,
    );
  const collection = evaluate(forEach.expression, scope);
  const members = isBroken(collection) ? undefined : membersOf(collection);
  for (const [key, value] of (members ?? []).slice(0, MAX_DYNAMIC)) {
    const isSetOfTexts = collection.kind === 'list' && value.kind === 'scalar';
    items.push(evaluateFor(isSetOfTexts ? value : key, value));
  }
  const rest = members ? restOf(collection) : forEach.expression.text;
  if (rest === undefined) return;
  const unknown = (part: string) =>
    createUnresolved(`${name}.${part}`, location, collection.references);
  rests.push({
    expression: collection.kind === 'unresolved' ? collection.expression : rest,
    references: collection.references ?? [],
    candidate: evaluateFor(unknown('key'), unknown('value')),
  });
}

function iteratorValue(key: Value, value: Value, location: Location): Value {
  return createMap({ key, value }, location);
}
