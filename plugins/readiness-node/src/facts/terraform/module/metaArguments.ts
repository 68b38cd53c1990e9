import type { HclBlock, HclExpression } from '../../../parsers/hcl';
import type { Value } from '../../value';
import type { Placement } from '../evaluation/blocks';
import { evaluateMember } from '../evaluation/blocks';
import { relocate } from '../evaluation/relocate';
import { locate } from '../evaluation/scope';
import type { Scope } from '../evaluation/scope';
import {
  createEntries,
  createList,
  createMap,
  createScalar,
} from '../evaluation/values';

/** Arguments that say how often a block exists; they are no attributes. */
export function isExpansionArgument(name: string): boolean {
  return name === 'count' || name === 'for_each';
}

/**
 * Arguments whose expressions name things instead of meaning their values:
 * `depends_on`, `provider`, `providers`, and `ignore_changes` and
 * `replace_triggered_by` of `lifecycle`. Their names are kept as texts.
 */
export function evaluateMetaArgument(
  block: HclBlock,
  name: string,
  scope: Scope,
  placement: Placement,
): Value | undefined {
  if (name === 'lifecycle') return evaluateLifecycle(block, scope, placement);
  if (name !== 'depends_on' && name !== 'provider' && name !== 'providers')
    return undefined;
  const attribute = block.body.attributes.find(
    candidate => candidate.name === name,
  );
  return (
    attribute &&
    relocate(
      asNames(attribute.expression, scope),
      placement.ofAttribute(attribute, scope),
    )
  );
}

function evaluateLifecycle(
  block: HclBlock,
  scope: Scope,
  placement: Placement,
): Value | undefined {
  const lifecycles = block.body.blocks.filter(
    inner => inner.type === 'lifecycle',
  );
  const [first] = lifecycles;
  if (!first) return undefined;
  const maps = lifecycles.map(lifecycle => {
    const entries = lifecycle.body.attributes.map(
      (attribute): readonly [string, Value] => {
        const isNaming =
          attribute.name === 'ignore_changes' ||
          attribute.name === 'replace_triggered_by';
        const value = isNaming
          ? undefined
          : evaluateMember(lifecycle.body, attribute.name, scope, placement);
        const names = asNames(attribute.expression, scope);
        return [
          attribute.name,
          value ?? relocate(names, placement.ofAttribute(attribute, scope)),
        ];
      },
    );
    return createMap(
      createEntries(entries),
      placement.ofBlock(lifecycle, scope).at,
    );
  });
  return createList(maps, placement.ofBlock(first, scope).at);
}

/** Names as texts: `[aws_x.y, tags["a"]]` gives the texts as written. */
function asNames(expression: HclExpression, scope: Scope): Value {
  const location = locate(expression, scope);
  switch (expression.kind) {
    case 'list':
      return createList(
        expression.items.map(item => asNames(item, scope)),
        location,
      );
    case 'object':
      return createMap(
        createEntries(
          expression.entries.map(({ key, value }) => {
            const name = key.kind === 'literal' ? String(key.value) : key.text;
            return [name, asNames(value, scope)] as const;
          }),
        ),
        location,
      );
    case 'literal':
      return createScalar(expression.value, location);
    default:
      return createScalar(expression.text, location);
  }
}
