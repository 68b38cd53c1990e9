import { Unresolved, type TemplateValue } from '../templateValue';
import { COLLECTION_FUNCTIONS } from './collections';
import type { FunctionContext, FunctionTable } from './context';
import { CONVERSION_FUNCTIONS } from './conversions';
import { LOGIC_FUNCTIONS } from './logic';
import { STRING_FUNCTIONS } from './strings';

const FUNCTIONS: FunctionTable = {
  ...STRING_FUNCTIONS,
  ...LOGIC_FUNCTIONS,
  ...COLLECTION_FUNCTIONS,
  ...CONVERSION_FUNCTIONS,
};

/**
 * Calls a function of Go, sprig or Helm. Those that need a clock, randomness or
 * a cluster, and unknown ones, give an unresolved value.
 */
export function callFunction(
  name: string,
  args: readonly TemplateValue[],
  context: FunctionContext,
): TemplateValue {
  const plainName = Object.hasOwn(FUNCTIONS, name)
    ? name
    : lowerFirst(name.replace(/^must/, ''));
  const found = Object.hasOwn(FUNCTIONS, plainName)
    ? FUNCTIONS[plainName]
    : undefined;
  return found ? found(args, context) : new Unresolved(context.source);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
