import type { HclCall } from '../../../parsers/hcl';
import type { Location, Value } from '../../value';
import { functions } from '../functions';
import { evaluate } from './evaluate';
import { locate } from './scope';
import type { Scope } from './scope';
import {
  createFailure,
  createScalar,
  createUnresolved,
  isBroken,
  isFailure,
  unionReferences,
} from './values';

/** What a function sees of the call. */
export interface CallContext {
  readonly text: string;
  readonly location: Location;
  readonly scope: Scope;
}

/** A function of the language; undefined when the result cannot be known. */
export type HclFunction = (
  parameters: readonly Value[],
  call: CallContext,
) => Value | undefined;

/** `name(a, b...)`. */
export function evaluateCall(expression: HclCall, scope: Scope): Value {
  const location = locate(expression, scope);
  if (expression.name === 'try') return evaluateTry(expression, scope);
  if (expression.name === 'can') {
    const value = evaluateFirst(expression, scope);
    return value && (isFailure(value) || value.kind !== 'unresolved')
      ? createScalar(!isFailure(value), location)
      : createUnresolved(expression.text, location, value?.references);
  }
  const parameters = evaluateParameters(expression, scope);
  if (!parameters) return createUnresolved(expression.text, location);
  const broken = parameters.find(isBroken);
  if (broken) return broken;
  const call = { text: expression.text, location, scope };
  const implementation = Object.hasOwn(functions, expression.name)
    ? functions[expression.name]
    : undefined;
  const result =
    implementation?.(parameters, call) ??
    scope.names.call?.(expression.name, parameters, location);
  return (
    result ??
    createUnresolved(expression.text, location, unionReferences(parameters))
  );
}

function evaluateFirst(expression: HclCall, scope: Scope): Value | undefined {
  const [first] = expression.arguments;
  return first && evaluate(first, scope);
}

/** The first argument that Terraform would not refuse. */
function evaluateTry(expression: HclCall, scope: Scope): Value {
  for (const candidate of expression.arguments) {
    const value = evaluate(candidate, scope);
    if (!isFailure(value)) return value;
  }
  return createFailure(expression.text, locate(expression, scope));
}

function evaluateParameters(
  expression: HclCall,
  scope: Scope,
): readonly Value[] | undefined {
  const values = expression.arguments.map(argument =>
    evaluate(argument, scope),
  );
  if (!expression.isSpread) return values;
  const last = values.pop();
  if (last && isBroken(last)) return [last];
  if (last?.kind !== 'list' || last.unresolvedRest !== undefined)
    return undefined;
  return [...values, ...last.items];
}
