import type { HclBinary, HclUnary } from '../../../parsers/hcl';
import type { Value } from '../../value';
import { evaluate } from './evaluate';
import { toBoolean, toNumber } from './plain';
import { locate } from './scope';
import type { Scope } from './scope';
import {
  createScalar,
  createUnresolved,
  isBroken,
  isFullyKnown,
  isNull,
  isSameValue,
  unionReferences,
  withReferences,
} from './values';

/** `!a` and `-a`. */
export function evaluateUnary(expression: HclUnary, scope: Scope): Value {
  const operand = evaluate(expression.operand, scope);
  if (isBroken(operand)) return operand;
  const location = locate(expression, scope);
  const result =
    expression.operator === '!'
      ? negate(toBoolean(operand))
      : minus(toNumber(operand));
  return result === undefined
    ? createUnresolved(expression.text, location, operand.references)
    : withReferences(createScalar(result, location), operand.references);
}

function negate(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

function minus(value: number | undefined): number | undefined {
  return value === undefined ? undefined : -value;
}

/** `a == b`, `a && b`, `a + b` and so on. */
export function evaluateBinary(expression: HclBinary, scope: Scope): Value {
  const left = evaluate(expression.left, scope);
  if (isBroken(left)) return left;
  const early = shortCut(expression.operator, left);
  const location = locate(expression, scope);
  if (early !== undefined) return createScalar(early, location);
  const right = evaluate(expression.right, scope);
  if (isBroken(right)) return right;
  const result = combine(expression.operator, left, right);
  const references = unionReferences([left, right]);
  return result === undefined
    ? createUnresolved(expression.text, location, references)
    : withReferences(createScalar(result, location), references);
}

function shortCut(operator: string, left: Value): boolean | undefined {
  if (operator === '&&' && toBoolean(left) === false) return false;
  if (operator === '||' && toBoolean(left) === true) return true;
  return undefined;
}

function combine(
  operator: string,
  left: Value,
  right: Value,
): boolean | number | undefined {
  switch (operator) {
    case '==':
      return isEqual(left, right);
    case '!=':
      return negate(isEqual(left, right));
    case '&&':
      return and(toBoolean(left), toBoolean(right));
    case '||':
      return negate(and(negate(toBoolean(left)), negate(toBoolean(right))));
    default:
      return calculate(operator, toNumber(left), toNumber(right));
  }
}

function and(
  left: boolean | undefined,
  right: boolean | undefined,
): boolean | undefined {
  if (left === false || right === false) return false;
  return left === undefined || right === undefined ? undefined : true;
}

/** Equality, undefined when it cannot be known. */
export function isEqual(left: Value, right: Value): boolean | undefined {
  if (isNull(left) || isNull(right)) {
    const other = isNull(left) ? right : left;
    return other.kind === 'unresolved' ? neverNull(other) : isNull(other);
  }
  if (isFullyKnown(left) && isFullyKnown(right))
    return isSameValue(left, right);
  return excludes(left, right) || excludes(right, left) ? false : undefined;
}

/** `false` when none of the candidates is null: comparing with null is decided. */
function neverNull(value: Value): false | undefined {
  if (value.kind !== 'unresolved' || !value.candidates) return undefined;
  return value.candidates.some(
    candidate => isNull(candidate) || candidate.kind === 'unresolved',
  )
    ? undefined
    : false;
}

/** Whether a value of few candidates can never be the other, known one. */
function excludes(value: Value, other: Value): boolean {
  if (value.kind !== 'unresolved' || !value.candidates || !isFullyKnown(other))
    return false;
  return value.candidates.every(
    candidate => isFullyKnown(candidate) && !isSameValue(candidate, other),
  );
}

function calculate(
  operator: string,
  left: number | undefined,
  right: number | undefined,
): boolean | number | undefined {
  if (left === undefined || right === undefined) return undefined;
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return left % right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    default:
      return undefined;
  }
}
