import type { HclExpression, HclSplatStep } from '../../../parsers/hcl';
import type { Location, Value } from '../../value';
import { toNumber, toText } from './plain';
import {
  candidatesOf,
  createFailure,
  createList,
  createUnresolved,
  isBroken,
  isNull,
  isSameValue,
  withReferences,
} from './values';

/** One step of `a.b[c][*]`; the key of an index is not evaluated yet. */
export type Step =
  | HclSplatStep
  | { readonly kind: 'splat'; readonly steps: readonly HclSplatStep[] };

/** A traversal taken apart: what it begins with and the steps after it. */
export interface Traversal {
  readonly root: HclExpression;
  readonly steps: readonly Step[];
}

/** Takes `a.b[c]` apart. */
export function takeApart(expression: HclExpression): Traversal {
  const steps: Step[] = [];
  let at = expression;
  for (;;) {
    if (at.kind === 'access') steps.unshift({ kind: 'access', name: at.name });
    else if (at.kind === 'index') steps.unshift({ kind: 'index', key: at.key });
    else if (at.kind === 'splat')
      steps.unshift({ kind: 'splat', steps: at.steps });
    else return { root: at, steps };
    at = at.object;
  }
}

/** How steps are evaluated: text for messages, keys by the caller. */
export interface StepContext {
  readonly text: string;
  readonly location: Location;
  evaluateKey(key: HclExpression): Value;
}

/** Follows the steps from a value. */
export function followSteps(
  start: Value,
  steps: readonly Step[],
  context: StepContext,
): Value {
  let value = start;
  for (const step of steps) value = followStep(value, step, context);
  return value;
}

function followStep(value: Value, step: Step, context: StepContext): Value {
  switch (step.kind) {
    case 'access':
      return getAttribute(value, step.name, context);
    case 'index':
      return getItem(value, context.evaluateKey(step.key), context);
    default:
      return splat(value, step.steps, context);
  }
}

/** `value.name`. */
export function getAttribute(
  value: Value,
  name: string,
  context: StepContext,
): Value {
  if (isBroken(value)) return value;
  switch (value.kind) {
    case 'map': {
      const entry = Object.hasOwn(value.entries, name)
        ? value.entries[name]
        : undefined;
      if (entry) return withReferences(entry, value.references);
      return value.unresolvedRest === undefined
        ? createFailure(context.text, context.location)
        : createUnresolved(
            extend(value.unresolvedRest, `.${name}`, context),
            context.location,
            value.references,
          );
    }
    case 'unresolved':
      return lift(value, `.${name}`, context, candidate =>
        getAttribute(candidate, name, context),
      );
    default:
      return createFailure(context.text, context.location);
  }
}

/** `value[key]`. */
export function getItem(value: Value, key: Value, context: StepContext): Value {
  if (isBroken(value)) return value;
  if (isBroken(key)) return key;
  if (key.kind === 'unresolved') return withUnknownKey(value, key, context);
  if (value.kind === 'map') {
    const name = toText(key);
    return name === undefined
      ? createFailure(context.text, context.location)
      : getAttribute(value, name, context);
  }
  if (value.kind === 'list') {
    const index = toNumber(key);
    const item = index === undefined ? undefined : value.items[index];
    if (item) return withReferences(item, value.references);
    return value.unresolvedRest === undefined
      ? createFailure(context.text, context.location)
      : createUnresolved(context.text, context.location, value.references);
  }
  if (value.kind === 'unresolved') {
    const text = toText(key);
    const suffix =
      typeof text === 'string' && Number.isNaN(Number(text))
        ? `["${text}"]`
        : `[${text ?? '…'}]`;
    return lift(value, suffix, context, candidate =>
      getItem(candidate, key, context),
    );
  }
  return createFailure(context.text, context.location);
}

function withUnknownKey(value: Value, key: Value, context: StepContext): Value {
  const references = [...(value.references ?? []), ...(key.references ?? [])];
  const parts = partsOf(value);
  const isComplete =
    value.kind !== 'unresolved' && !('unresolvedRest' in value);
  return createUnresolved(
    context.text,
    context.location,
    [
      ...new Set([
        ...references,
        ...parts.flatMap(part => part.references ?? []),
      ]),
    ],
    isComplete ? parts : [],
  );
}

function partsOf(value: Value): readonly Value[] {
  if (value.kind === 'list') return value.items;
  return value.kind === 'map' ? Object.values(value.entries) : [];
}

function splat(
  value: Value,
  steps: readonly HclSplatStep[],
  context: StepContext,
): Value {
  if (isBroken(value)) return value;
  if (isNull(value)) return createList([], context.location);
  if (value.kind === 'unresolved') {
    return createUnresolved(context.text, context.location, value.references);
  }
  if (value.kind !== 'list')
    return createList([followSteps(value, steps, context)], context.location);
  const items = value.items.map(item =>
    followSteps(withReferences(item, value.references), steps, context),
  );
  return createList(items, context.location, value);
}

/**
 * A step from a value that is one of a few: the same step from each of them;
 * when all lead to the same, that is known.
 */
function lift(
  value: Value,
  suffix: string,
  context: StepContext,
  step: (candidate: Value) => Value,
): Value {
  if (value.kind !== 'unresolved') return value;
  const expression = extend(value.expression, suffix, context);
  const results = (value.candidates ?? [])
    .map(step)
    .filter(result => !isBroken(result));
  const [first, ...others] = results;
  const isComplete = first && results.length === value.candidates?.length;
  if (
    isComplete &&
    isKnown(first) &&
    others.every(other => isSameValue(first, other))
  ) {
    return withReferences(first, value.references);
  }
  const candidates = isComplete ? results.flatMap(candidatesOf) : [];
  return createUnresolved(
    expression,
    context.location,
    value.references,
    candidates,
  );
}

function isKnown(value: Value): boolean {
  return value.kind !== 'unresolved';
}

/** `var.x` and `.y` give `var.x.y`; anything else is shown as written. */
function extend(
  expression: string,
  suffix: string,
  context: StepContext,
): string {
  return /^[\w.\-[\]"/*]+$/.test(expression)
    ? `${expression}${suffix}`
    : context.text;
}
