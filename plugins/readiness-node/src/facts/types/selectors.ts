import type { Location } from '../value';

/**
 * Labels of an object or of a pod template. A label whose value cannot be
 * resolved stands in `unresolved` with its expression.
 * @public
 */
export interface LabelSet {
  readonly values: Readonly<Record<string, string>>;
  readonly unresolved: Readonly<Record<string, string>>;
  /** Further labels exist or may exist: the expression. */
  readonly rest?: string;
  readonly location: Location;
}

/**
 * A label selector: `matchLabels` and `matchExpressions`, or the plain map of a
 * Service. Ask `matchesSelector` of `check/selectors`.
 * @public
 */
export interface LabelSelector {
  readonly labels: LabelSet;
  readonly expressions: readonly LabelExpression[];
  readonly location: Location;
}

/** @public */
export interface LabelExpression {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'unknown';
  readonly values: readonly string[];
}
