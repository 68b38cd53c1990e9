import { getItems, getText } from '../readValue';
import type { Value } from '../value';
import type { Evaluator } from './evaluator';

/** Whether a condition holds; `unresolved` when the files don't say. */
export type Truth = boolean | 'unresolved';

/** Functions that give a truth value. */
export const conditionFunctions: ReadonlySet<string> = new Set([
  'Fn::Equals',
  'Fn::And',
  'Fn::Or',
  'Fn::Not',
  'Fn::Contains',
]);

/** Decides the definition of a condition, three-valued. */
export function decideCondition(
  definition: Value,
  evaluator: Evaluator,
): Truth {
  if (definition.kind === 'scalar') return toTruth(definition.value);
  if (definition.kind !== 'map') return 'unresolved';
  const [entry] = Object.entries(definition.entries);
  if (entry === undefined) return 'unresolved';
  const [name, argument] = entry;
  const operands = () =>
    getItems(argument).map(item => decideCondition(item, evaluator));
  switch (name) {
    case 'Condition':
      return evaluator.decide(getText(argument) ?? '');
    case 'Fn::Equals':
      return decideEquals(argument, evaluator);
    case 'Fn::Contains':
      return decideContains(argument, evaluator);
    case 'Fn::Not':
      return negate(operands()[0] ?? 'unresolved');
    case 'Fn::And':
      return fold(operands(), false);
    case 'Fn::Or':
      return fold(operands(), true);
    default:
      return toTruth(getText(evaluator.evaluate(definition)));
  }
}

function decideEquals(argument: Value, evaluator: Evaluator): Truth {
  const [left, right] = getItems(argument).map(item =>
    evaluator.evaluate(item),
  );
  if (left === undefined || right === undefined) return 'unresolved';
  const options = [getPossibleTexts(left), getPossibleTexts(right)] as const;
  if (options[0] === undefined || options[1] === undefined) return 'unresolved';
  const shared = options[0].filter(text => options[1]?.includes(text));
  if (shared.length === 0) return false;
  return options[0].length === 1 && options[1].length === 1
    ? true
    : 'unresolved';
}

function decideContains(argument: Value, evaluator: Evaluator): Truth {
  const [list, wanted] = getItems(argument).map(item =>
    evaluator.evaluate(item),
  );
  const text = getText(wanted);
  if (list?.kind !== 'list' || text === undefined) return 'unresolved';
  const texts = list.items.map(item => getText(item));
  if (texts.includes(text)) return true;
  return texts.includes(undefined) ? 'unresolved' : false;
}

/** Every text a value may have, when they are known. */
function getPossibleTexts(value: Value): readonly string[] | undefined {
  if (value.kind === 'scalar') return [String(value.value)];
  if (value.kind !== 'unresolved' || value.candidates === undefined)
    return undefined;
  const texts = value.candidates
    .map(candidate => getText(candidate))
    .filter(text => text !== undefined);
  return texts.length === value.candidates.length ? texts : undefined;
}

function toTruth(value: unknown): Truth {
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : 'unresolved';
}

function negate(truth: Truth): Truth {
  return truth === 'unresolved' ? truth : !truth;
}

/** Any operand of the decisive kind decides; otherwise all must be known. */
function fold(operands: readonly Truth[], decisive: boolean): Truth {
  if (operands.includes(decisive)) return decisive;
  return operands.length === 0 || operands.includes('unresolved')
    ? 'unresolved'
    : !decisive;
}
