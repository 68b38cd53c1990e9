/**
 * What became of a check for one entity, or of one finding inside it.
 *
 * - `pass`: implemented, the evidence proves it.
 * - `fail`: missing or wrong.
 * - `unknown`: the files name a value that cannot be resolved from them.
 * - `not-applicable`: nothing to judge, for a stated reason.
 * - `error`: the check itself broke; the others still ran.
 *
 * @public
 */
export type Outcome = 'pass' | 'fail' | 'unknown' | 'not-applicable' | 'error';

/**
 * How much a check weighs: critical 8, high 4, medium 2, low 1.
 * @public
 */
export type Severity = 'critical' | 'high' | 'medium' | 'low';

/**
 * The maturity level a check belongs to: 1 foundation, 2 production, 3 exemplary.
 * @public
 */
export type Level = 1 | 2 | 3;

/**
 * The highest level an entity has reached; 0 when not even the foundation stands.
 * @public
 */
export type ReachedLevel = 0 | Level;

/**
 * How far a check is rolled out: `off` (not run), `announced` (shown, not
 * counted), `counted` (the default), `required` (failing it misses the bar
 * whatever the level).
 *
 * @public
 */
export type RolloutState = 'off' | 'announced' | 'counted' | 'required';
