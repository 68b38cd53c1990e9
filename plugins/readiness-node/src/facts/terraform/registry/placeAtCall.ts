import type { HclBlock, HclBody, HclExpression } from '../../../parsers/hcl';
import type { Location } from '../../value';
import type { Placement } from '../evaluation/blocks';

/** A module call whose module's files are not in the repository. */
export interface CallSite {
  readonly block: Location;
  readonly argumentPlaces: ReadonlyMap<string, Location>;
}

/**
 * Resources of a registry module stand where it is called: an attribute at the
 * argument that feeds it, everything else at the whole call.
 */
export function placeAtCall(site: CallSite): Placement {
  const frame = site.block;
  return {
    ofAttribute: attribute => ({
      at: placeOf(attribute.expression, site),
      frame,
    }),
    ofBlock: block => ({ at: placeOfBlock(block, site), frame }),
  };
}

function placeOf(expression: HclExpression, site: CallSite): Location {
  for (const name of variableNames([expression])) {
    const place = site.argumentPlaces.get(name);
    if (place) return place;
  }
  return site.block;
}

/** A nested block stands at the argument that feeds it; a resource at the call. */
function placeOfBlock(block: HclBlock, site: CallSite): Location {
  if (
    block.type === 'resource' ||
    block.type === 'data' ||
    block.type === 'module'
  )
    return site.block;
  for (const expression of expressionsOf(block.body)) {
    const place = placeOf(expression, site);
    if (place !== site.block) return place;
  }
  return site.block;
}

function expressionsOf(body: HclBody): readonly HclExpression[] {
  return [
    ...body.attributes.map(attribute => attribute.expression),
    ...body.blocks.flatMap(block => expressionsOf(block.body)),
  ];
}

const VARIABLE = /\bvar\.([A-Za-z_][\w-]*)/g;

/** Names of the variables in expressions, in the order they are written. */
function variableNames(
  expressions: readonly HclExpression[],
): readonly string[] {
  return expressions.flatMap(({ text }) =>
    [...text.matchAll(VARIABLE)].map(match => match[1] ?? ''),
  );
}
