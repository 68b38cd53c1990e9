import { getEntries, getItems, getText, getValue } from '../../readValue';
import type {
  LabelExpression,
  LabelSelector,
  LabelSet,
} from '../../types/selectors';
import type { Location, Value } from '../../value';
import type { PathTranslation } from './kubernetesObject';

/** A map of labels, selector labels or annotations. */
export function readLabels(
  value: Value | undefined,
  location: Location,
): LabelSet {
  const map = value?.kind === 'list' ? value.items[0] : value;
  const values: Record<string, string> = {};
  const unresolved: Record<string, string> = {};
  for (const [key, item] of getEntries(map)) {
    const text = getText(item);
    if (text !== undefined) values[key] = text;
    else if (item.kind === 'unresolved') unresolved[key] = item.expression;
  }
  const rest = getRest(map);
  return {
    values,
    unresolved,
    ...(rest !== undefined && { rest }),
    location: value?.location ?? location,
  };
}

function getRest(value: Value | undefined): string | undefined {
  if (value?.kind === 'unresolved') return value.expression;
  return value?.kind === 'map' ? value.unresolvedRest : undefined;
}

/** A selector with `matchLabels` and `matchExpressions`. */
export function readSelector(
  value: Value | undefined,
  location: Location,
  path: PathTranslation,
): LabelSelector {
  const at = value?.location ?? location;
  if (value?.kind === 'unresolved') {
    return { labels: readLabels(value, at), expressions: [], location: at };
  }
  const labels = value && getValue(value, path('matchLabels'));
  const expressions = value && getValue(value, path('matchExpressions'));
  return {
    labels: readLabels(labels, at),
    expressions: getItems(expressions).map(readExpression),
    location: at,
  };
}

/** The plain map of labels that Services and ReplicationControllers have. */
export function readMapSelector(value: Value): LabelSelector {
  const { location } = value;
  return { labels: readLabels(value, location), expressions: [], location };
}

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'] as const;

function readExpression(value: Value): LabelExpression {
  const operator = getText(getValue(value, 'operator'));
  const values = getItems(getValue(value, 'values')).map(getText);
  const isKnown = values.every(text => text !== undefined);
  return {
    key: getText(getValue(value, 'key')) ?? '',
    operator:
      (isKnown && OPERATORS.find(known => known === operator)) || 'unknown',
    values: values.filter(text => text !== undefined),
  };
}
