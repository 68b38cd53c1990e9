import type {
  LabelExpression,
  LabelSelector,
  LabelSet,
} from '../facts/types/selectors';

/**
 * Whether a selector selects an object with these labels, as the API server
 * decides it: every label and every expression must hold, an empty selector
 * selects everything. `undefined` when an unresolved label or selector value
 * could tip it. Namespaces are the caller's: a selector only looks into its own.
 *
 * @public
 */
export function matchesSelector(
  selector: LabelSelector,
  labels: LabelSet,
): boolean | undefined {
  const answers = [
    ...Object.entries(selector.labels.values).map(([key, value]) =>
      hasLabel(labels, key, [value]),
    ),
    ...Object.entries(selector.labels.unresolved).map(([key, expression]) =>
      hasSameExpression(labels, key, expression),
    ),
    ...selector.expressions.map(expression => holds(expression, labels)),
  ];
  if (answers.includes(false)) return false;
  if (selector.labels.rest !== undefined) return undefined;
  return answers.includes(undefined) ? undefined : true;
}

/** Whether a selector has no condition at all and so selects everything. @public */
export function isEmptySelector(selector: LabelSelector): boolean {
  return (
    selector.expressions.length === 0 &&
    selector.labels.rest === undefined &&
    Object.keys(selector.labels.values).length === 0 &&
    Object.keys(selector.labels.unresolved).length === 0
  );
}

/** `undefined`: the label's presence or value cannot be known. */
function hasLabel(
  labels: LabelSet,
  key: string,
  values: readonly string[],
): boolean | undefined {
  if (Object.hasOwn(labels.values, key)) {
    const value = labels.values[key];
    return value !== undefined && values.includes(value);
  }
  if (Object.hasOwn(labels.unresolved, key)) return undefined;
  return labels.rest === undefined ? false : undefined;
}

function hasSameExpression(
  labels: LabelSet,
  key: string,
  expression: string,
): boolean | undefined {
  if (labels.unresolved[key] === expression) return true;
  const isThere = exists(labels, key);
  return isThere === false ? false : undefined;
}

function exists(labels: LabelSet, key: string): boolean | undefined {
  if (Object.hasOwn(labels.values, key)) return true;
  if (Object.hasOwn(labels.unresolved, key)) return true;
  return labels.rest === undefined ? false : undefined;
}

function holds(
  expression: LabelExpression,
  labels: LabelSet,
): boolean | undefined {
  switch (expression.operator) {
    case 'In':
      return hasLabel(labels, expression.key, expression.values);
    case 'NotIn':
      return negate(hasLabel(labels, expression.key, expression.values));
    case 'Exists':
      return exists(labels, expression.key);
    case 'DoesNotExist':
      return negate(exists(labels, expression.key));
    case 'unknown':
      return undefined;
    default:
      throw new TypeError(
        `Unexpected ${String(expression.operator satisfies never)}`,
      );
  }
}

function negate(answer: boolean | undefined): boolean | undefined {
  return answer === undefined ? undefined : !answer;
}
