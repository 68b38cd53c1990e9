import type {
  HclConditional,
  HclExpression,
  HclObject,
} from '../../../parsers/hcl';
import type { Value } from '../../value';
import { evaluateCall } from './calls';
import { evaluateFor } from './forExpression';
import { evaluateBinary, evaluateUnary } from './operators';
import { toBoolean, toText } from './plain';
import type { Scope } from './scope';
import { findBinding, locate } from './scope';
import { evaluateTemplate } from './templates';
import { followSteps, takeApart } from './traversal';
import {
  candidatesOf,
  createFailure,
  createList,
  createMap,
  createScalar,
  createUnresolved,
  isBroken,
  isSameValue,
  unionReferences,
  withReferences,
} from './values';

const MAX_DEPTH = 300;

/**
 * The value of an expression. It never throws; what is too deep, too much or
 * cannot be known is unresolved, with the expression as written.
 */
export function evaluate(expression: HclExpression, scope: Scope): Value {
  const { budget } = scope;
  if (budget.steps <= 0 || budget.depth > MAX_DEPTH) {
    return createUnresolved(expression.text, locate(expression, scope));
  }
  budget.steps--;
  budget.depth++;
  const value = evaluateNow(expression, scope);
  budget.depth--;
  return value;
}

function evaluateNow(expression: HclExpression, scope: Scope): Value {
  const location = locate(expression, scope);
  switch (expression.kind) {
    case 'literal':
      return createScalar(expression.value, location);
    case 'template':
      return evaluateTemplate(expression, scope);
    case 'list':
      return createList(
        expression.items.map(item => evaluate(item, scope)),
        location,
      );
    case 'object':
      return evaluateObject(expression, scope);
    case 'variable':
    case 'access':
    case 'index':
    case 'splat':
      return evaluateTraversal(expression, scope);
    case 'call':
      return evaluateCall(expression, scope);
    case 'conditional':
      return evaluateConditional(expression, scope);
    case 'for':
      return evaluateFor(expression, scope);
    case 'unary':
      return evaluateUnary(expression, scope);
    case 'binary':
      return evaluateBinary(expression, scope);
    case 'invalid':
      return createUnresolved(expression.text, location);
    default:
      throw new TypeError(
        `Unexpected expression ${JSON.stringify(expression satisfies never)}`,
      );
  }
}

function evaluateObject(expression: HclObject, scope: Scope): Value {
  const entries: Record<string, Value> = {};
  const unknownKeys: Value[] = [];
  const rests: string[] = [];
  for (const entry of expression.entries) {
    const key = evaluate(entry.key, scope);
    const name = toText(key);
    const value = evaluate(entry.value, scope);
    if (name !== undefined) {
      Object.defineProperty(entries, name, {
        value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    } else {
      rests.push(entry.key.text);
      unknownKeys.push(key, value);
    }
  }
  const location = locate(expression, scope);
  if (rests.length === 0) return createMap(entries, location);
  const references = unionReferences(unknownKeys);
  return createMap(entries, location, {
    unresolvedRest: rests.join(', '),
    ...(references.length > 0 && { references }),
  });
}

function evaluateTraversal(expression: HclExpression, scope: Scope): Value {
  const { root, steps } = takeApart(expression);
  const location = locate(expression, scope);
  const context = {
    text: expression.text,
    location,
    evaluateKey: (key: HclExpression) => evaluate(key, scope),
  };
  if (root.kind !== 'variable')
    return followSteps(evaluate(root, scope), steps, context);
  const bound = findBinding(scope, root.name);
  if (bound) return followSteps(bound, steps, context);
  const found = scope.names.lookup(root.name, steps, scope, expression);
  if (!found) return createUnresolved(expression.text, location);
  return followSteps(found.value, steps.slice(found.consumed), context);
}

function evaluateConditional(expression: HclConditional, scope: Scope): Value {
  const condition = evaluate(expression.condition, scope);
  if (isBroken(condition))
    return createFailure(expression.text, locate(expression, scope));
  const decided = toBoolean(condition);
  if (decided !== undefined) {
    const branch = evaluate(
      decided ? expression.then : expression.otherwise,
      scope,
    );
    return withReferences(branch, condition.references);
  }
  const then = evaluate(expression.then, scope);
  const otherwise = evaluate(expression.otherwise, scope);
  if (isBroken(then)) return otherwise;
  if (isBroken(otherwise) || isSameValue(then, otherwise)) return then;
  const unresolved = createUnresolved(
    expression.text,
    locate(expression, scope),
    unionReferences([condition, then, otherwise]),
    allCandidates(then, otherwise),
  );
  return isChoice(then) && isChoice(otherwise)
    ? { ...unresolved, isOneOfCandidates: true }
    : unresolved;
}

/** Whether all that a value can be is known. */
function isChoice(value: Value): boolean {
  return value.kind === 'unresolved'
    ? value.isOneOfCandidates === true
    : value.kind === 'scalar';
}

/** Candidates are worth something only when both branches have some. */
function allCandidates(then: Value, otherwise: Value): readonly Value[] {
  const left = candidatesOf(then);
  const right = candidatesOf(otherwise);
  return left.length > 0 && right.length > 0 ? [...left, ...right] : [];
}
