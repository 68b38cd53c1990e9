import { parseExpression } from '../../../parsers/hcl';
import type { HclExpression } from '../../../parsers/hcl';

/** A type constraint; `.tf.json` and old files write it as text. */
export function readType(
  expression: HclExpression | undefined,
): HclExpression | undefined {
  if (expression?.kind !== 'literal') return expression;
  return typeof expression.value === 'string'
    ? parseExpression(expression.value)
    : undefined;
}
