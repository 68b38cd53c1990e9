import { collectReferences, getItems, getText, getValue } from '../readValue';
import type { ListValue, Location, MapValue, Value } from '../value';
import type { Evaluator } from './evaluator';
import {
  formatExpression,
  isSameValue,
  scalar,
  unresolved,
} from './expression';
import { evaluateReference } from './references';
import { evaluateSub } from './substitution';

type Intrinsic = (
  argument: Value,
  call: MapValue,
  evaluator: Evaluator,
) => Value | undefined;

const MOST_CANDIDATES = 8;

/** The functions of CloudFormation that give values, by their long names. */
export const intrinsicFunctions: Readonly<
  Record<string, Intrinsic | undefined>
> = {
  Ref: (argument, call, evaluator) =>
    evaluateReference(getText(argument) ?? '', call.location, evaluator),
  'Fn::GetAtt': evaluateGetAtt,
  'Fn::Sub': evaluateSub,
  'Fn::If': evaluateIf,
  'Fn::FindInMap': evaluateFindInMap,
  'Fn::Select': evaluateSelect,
  'Fn::Join': evaluateJoin,
  'Fn::Split': evaluateSplit,
  'Fn::Base64': (argument, call, evaluator) =>
    evaluator.evaluate(argument) ?? giveUp(call),
  'Fn::GetAZs': evaluateZones,
  'Fn::Length': evaluateLength,
  'Fn::ToJsonString': evaluateJson,
  'Fn::ImportValue': giveUpOn,
  'Fn::Cidr': giveUpOn,
  'Fn::Transform': giveUpOn,
};

function evaluateGetAtt(
  argument: Value,
  call: MapValue,
  evaluator: Evaluator,
): Value {
  const parts = getItems(argument).map(part => {
    const value = evaluator.evaluate(part);
    return getText(value) ?? '';
  });
  return (
    evaluateReference(parts.join('.'), call.location, evaluator) ?? giveUp(call)
  );
}

function evaluateIf(
  argument: Value,
  call: MapValue,
  evaluator: Evaluator,
): Value | undefined {
  const [condition, whenTrue, whenFalse] = getItems(argument);
  if (
    condition === undefined ||
    whenTrue === undefined ||
    whenFalse === undefined
  )
    return giveUp(call);
  const truth = evaluator.decide(getText(condition) ?? '');
  if (truth !== 'unresolved')
    return evaluator.evaluate(truth ? whenTrue : whenFalse);
  const branches = [
    evaluator.evaluate(whenTrue),
    evaluator.evaluate(whenFalse),
  ];
  const candidates = branches.filter(branch => branch !== undefined);
  const [first, second] = candidates;
  if (first === undefined) return undefined;
  if (second !== undefined && isSameValue(first, second)) return first;
  return unresolved(formatExpression(call), call.location, {
    candidates,
    ...(branches.every(branch => branch?.kind === 'scalar') && {
      isOneOfCandidates: true,
    }),
    references: candidates.flatMap(collectReferences),
  });
}

function evaluateFindInMap(
  argument: Value,
  call: MapValue,
  evaluator: Evaluator,
): Value | undefined {
  const [name, top, second, options] = getItems(argument).map(item =>
    evaluator.evaluate(item),
  );
  const mapping = evaluator.find('Mappings', getText(name) ?? '');
  const secondKey = getText(second);
  if (mapping?.kind !== 'map' || secondKey === undefined) return giveUp(call);
  const topKey = getText(top);
  if (topKey !== undefined) {
    const entry = Object.hasOwn(mapping.entries, topKey)
      ? mapping.entries[topKey]
      : undefined;
    const found = entry?.kind === 'map' ? entry.entries[secondKey] : undefined;
    return (
      found ?? (options && getValue(options, 'DefaultValue')) ?? giveUp(call)
    );
  }
  const candidates = Object.values(mapping.entries)
    .map(entry => (entry.kind === 'map' ? entry.entries[secondKey] : undefined))
    .filter(entry => entry !== undefined);
  const [first] = candidates;
  if (
    first !== undefined &&
    candidates.every(candidate => isSameValue(candidate, first))
  )
    return first;
  return unresolved(formatExpression(call), call.location, {
    candidates: candidates.length <= MOST_CANDIDATES ? candidates : [],
  });
}

function evaluateSelect(
  argument: Value,
  call: MapValue,
  evaluator: Evaluator,
): Value {
  const [index, list] = getItems(argument).map(item =>
    evaluator.evaluate(item),
  );
  const position = Number(getText(index));
  const item =
    list?.kind === 'list' && Number.isInteger(position)
      ? list.items[position]
      : undefined;
  return item ?? giveUp(call, list);
}

function evaluateJoin(
  argument: Value,
  call: MapValue,
  evaluator: Evaluator,
): Value {
  const [separator, list] = getItems(argument);
  const items = list && evaluator.evaluate(list);
  if (items?.kind !== 'list') return giveUp(call, items);
  const glue = getText(separator) ?? '';
  const texts = items.items.map(item => getText(item));
  if (items.unresolvedRest === undefined && !texts.includes(undefined)) {
    return scalar(texts.join(glue), call.location);
  }
  const written = items.items.map(
    item => getText(item) ?? `\${${formatExpression(item)}}`,
  );
  return unresolved(written.join(glue), call.location, {
    references: collectReferences(items),
  });
}

function evaluateSplit(
  argument: Value,
  call: MapValue,
  evaluator: Evaluator,
): Value {
  const [separator, source] = getItems(argument).map(item =>
    evaluator.evaluate(item),
  );
  const text = getText(source);
  const glue = getText(separator);
  if (text === undefined || glue === undefined || glue === '')
    return giveUp(call, source);
  return toList(text.split(glue), call.location);
}

/** Every region has at least two zones; which, the files don't say. */
function evaluateZones(argument: Value, call: MapValue): ListValue {
  const written = formatExpression(call);
  const zone = (index: number) =>
    unresolved(`!Select [${index}, ${written}]`, argument.location);
  return {
    kind: 'list',
    items: [zone(0), zone(1)],
    unresolvedRest: written,
    location: call.location,
  };
}

function evaluateLength(
  argument: Value,
  call: MapValue,
  evaluator: Evaluator,
): Value {
  const list = evaluator.evaluate(argument);
  if (list?.kind !== 'list' || list.unresolvedRest !== undefined)
    return giveUp(call, list);
  return scalar(list.items.length, call.location);
}

function evaluateJson(
  argument: Value,
  call: MapValue,
  evaluator: Evaluator,
): Value {
  const value = evaluator.evaluate(argument);
  const text = value && toJson(value);
  return text === undefined ? giveUp(call, value) : scalar(text, call.location);
}

function toJson(value: Value): string | undefined {
  switch (value.kind) {
    case 'scalar':
      return JSON.stringify(value.value);
    case 'list': {
      const items = value.items.map(toJson);
      return items.includes(undefined) ? undefined : `[${items.join(',')}]`;
    }
    case 'map': {
      const entries = Object.entries(value.entries).map(
        ([key, item]) => [JSON.stringify(key), toJson(item)] as const,
      );
      if (entries.some(([, item]) => item === undefined)) return undefined;
      return `{${entries.map(entry => entry.join(':')).join(',')}}`;
    }
    default:
      return undefined;
  }
}

/** A list of texts at one place. */
export function toList(
  texts: readonly string[],
  location: Location,
): ListValue {
  return {
    kind: 'list',
    items: texts.map(text => scalar(text, location)),
    location,
  };
}

function giveUpOn(
  argument: Value,
  call: MapValue,
  evaluator: Evaluator,
): Value {
  return giveUp(call, evaluator.evaluate(argument));
}

function giveUp(call: MapValue, within?: Value): Value {
  return unresolved(formatExpression(call), call.location, {
    references: within === undefined ? [] : collectReferences(within),
  });
}
