import type { Location, Value } from '../value';
import type { Evaluator } from './evaluator';
import { relocate, scalar, unresolved } from './expression';

/** Pseudo parameters whose value is the same nearly everywhere. */
const USUAL_VALUES: ReadonlyMap<string, string> = new Map([
  ['AWS::Partition', 'aws'],
  ['AWS::URLSuffix', 'amazonaws.com'],
]);

/**
 * What `!Ref name`, `!GetAtt name` and `${name}` give; nothing for
 * `AWS::NoValue`. Resources stay unresolved and carry their address.
 */
export function evaluateReference(
  name: string,
  location: Location,
  evaluator: Evaluator,
): Value | undefined {
  if (name === 'AWS::NoValue') return undefined;
  const usual = USUAL_VALUES.get(name) ?? evaluator.getLoopVariable(name);
  if (usual !== undefined) return scalar(usual, location);
  const parameter = evaluator.input.parameters.get(name);
  if (parameter !== undefined) return relocate(parameter, location);
  if (
    evaluator.find('Parameters', name) !== undefined ||
    name.startsWith('AWS::')
  ) {
    return unresolved(`!Ref ${name}`, location);
  }
  return evaluateResource(name, location, evaluator);
}

function evaluateResource(
  name: string,
  location: Location,
  evaluator: Evaluator,
): Value {
  const [logicalId = '', ...attribute] = name.split('.');
  if (attribute[0] === 'Outputs' && attribute[1] !== undefined) {
    const output = evaluator.input.getNestedOutput(
      logicalId,
      attribute.slice(1).join('.'),
    );
    if (output !== undefined) return relocate(output, location);
  }
  const expression = attribute.length > 0 ? `!GetAtt ${name}` : `!Ref ${name}`;
  return unresolved(expression, location, {
    references: [evaluator.getAddress(logicalId)],
  });
}
