import { fromPlain } from '../evaluation/plain';
import type { HclFunction } from '../evaluation/calls';
import {
  createFailure,
  isFullyKnown,
  unionReferences,
  withReferences,
} from '../evaluation/values';
import { toPlain } from '../../readValue';

/** Says that Terraform refuses these arguments. */
export const REFUSED = Symbol('refused');

/**
 * A function over plain data: the result is known when every argument is.
 * `undefined` means not known, {@link REFUSED} that Terraform would fail.
 */
export function plainFunction(
  compute: (...parameters: unknown[]) => unknown,
): HclFunction {
  return (parameters, call) => {
    if (!parameters.every(isFullyKnown)) return undefined;
    const result = compute(...parameters.map(toPlain));
    if (result === undefined) return undefined;
    if (result === REFUSED) return createFailure(call.text, call.location);
    return withReferences(
      fromPlain(result, call.location),
      unionReferences(parameters),
    );
  };
}

/** A scalar as text the way Terraform converts it. */
export function text(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

/** A list of texts. */
export function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(text) : [];
}
