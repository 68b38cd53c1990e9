import { collectReferences, getItems, getText, getValue } from '../readValue';
import type { MapValue, Value } from '../value';
import type { Evaluator } from './evaluator';
import { formatExpression, scalar, unresolved } from './expression';
import { evaluateReference } from './references';

/** `Fn::Sub`: known once every `${name}` is; `${!name}` is a literal. */
export function evaluateSub(
  argument: Value,
  call: MapValue,
  evaluator: Evaluator,
): Value {
  const [template, variables] = getItems(argument);
  const text = getText(template);
  if (text === undefined)
    return unresolved(formatExpression(call), call.location);
  const references = new Set<string>();
  let isKnown = true;
  const filled = text.replaceAll(
    /\$\{([^}]*)\}/g,
    (written: string, inner: string) => {
      const name = inner.trim();
      if (name.startsWith('!')) return `\${${name.slice(1)}}`;
      const value = getPart(name, variables, call, evaluator);
      for (const reference of value ? collectReferences(value) : [])
        references.add(reference);
      const known = getText(value);
      if (known === undefined) isKnown = false;
      return known ?? written;
    },
  );
  if (!isKnown)
    return unresolved(filled, call.location, { references: [...references] });
  return {
    ...scalar(filled, call.location),
    ...(references.size > 0 && { references: [...references] }),
  };
}

function getPart(
  name: string,
  variables: Value | undefined,
  call: MapValue,
  evaluator: Evaluator,
): Value | undefined {
  const variable =
    variables?.kind === 'map' && !name.includes('.')
      ? getValue(variables, name)
      : undefined;
  return variable === undefined
    ? evaluateReference(name, call.location, evaluator)
    : evaluator.evaluate(variable);
}
