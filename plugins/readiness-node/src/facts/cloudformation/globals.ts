import { getEntries, getValue } from '../readValue';
import type { MapValue, Value } from '../value';
import type { Template } from './template';

const SECTIONS: ReadonlyMap<string, string> = new Map([
  ['AWS::Serverless::Function', 'Function'],
  ['AWS::Serverless::Api', 'Api'],
  ['AWS::Serverless::HttpApi', 'HttpApi'],
  ['AWS::Serverless::SimpleTable', 'SimpleTable'],
  ['AWS::Serverless::StateMachine', 'StateMachine'],
  ['AWS::Serverless::LayerVersion', 'LayerVersion'],
]);

/** Properties with SAM's `Globals` under them: maps merge, lists add up. */
export function withGlobals(
  template: Template,
  type: string,
  properties: MapValue,
): MapValue {
  const section = SECTIONS.get(type);
  if (section === undefined) return properties;
  const globals = getValue(template.root, `Globals.${section}`);
  return globals?.kind === 'map' ? mergeMaps(globals, properties) : properties;
}

function mergeMaps(below: MapValue, above: MapValue): MapValue {
  const entries: Record<string, Value> = { ...below.entries };
  for (const [key, value] of getEntries(above)) {
    const base = Object.hasOwn(below.entries, key)
      ? below.entries[key]
      : undefined;
    entries[key] = base === undefined ? value : merge(base, value);
  }
  return { ...above, entries };
}

function merge(below: Value, above: Value): Value {
  if (isPlainMap(below) && isPlainMap(above)) return mergeMaps(below, above);
  if (below.kind === 'list' && above.kind === 'list') {
    return { ...above, items: [...below.items, ...above.items] };
  }
  return above;
}

/** A map that is no call of an intrinsic function. */
function isPlainMap(value: Value): value is MapValue {
  if (value.kind !== 'map') return false;
  const keys = Object.keys(value.entries);
  return keys.length !== 1 || !/^(Ref|Fn::)/.test(keys[0] ?? '');
}
