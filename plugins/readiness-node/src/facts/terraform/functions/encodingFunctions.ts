import { parse, stringify } from 'yaml';
import type { CallContext, HclFunction } from '../evaluation/calls';
import { decodeStructure } from '../evaluation/decode';
import { fromPlain } from '../evaluation/plain';
import {
  createFailure,
  createScalar,
  createUnresolved,
  isFullyKnown,
  unionReferences,
  withReferences,
} from '../evaluation/values';
import { toPlain } from '../../readValue';
import type { Value } from '../../value';
import { plainFunction, text } from './plainFunction';

const MAX_YAML = 200_000;

/** Functions that write and read JSON, YAML, Base64 and URLs. */
export const encodingFunctions: Readonly<Record<string, HclFunction>> = {
  jsonencode: ([value], call) =>
    encode(value, call, plain => JSON.stringify(plain) ?? 'null'),
  yamlencode: ([value], call) => encode(value, call, plain => stringify(plain)),
  jsondecode: ([value], call) => decodeJson(value, call),
  yamldecode: ([value], call) => decodeYaml(value, call),
  base64encode: plainFunction(value =>
    Buffer.from(text(value), 'utf8').toString('base64'),
  ),
  base64decode: plainFunction(value =>
    Buffer.from(text(value), 'base64').toString('utf8'),
  ),
  textencodebase64: () => undefined,
  urlencode: plainFunction(value =>
    encodeURIComponent(text(value)).replace(/%20/g, '+'),
  ),
};

/** Text of a structure; the structure stays readable, also when parts are unknown. */
function encode(
  value: Value | undefined,
  call: CallContext,
  write: (plain: unknown) => string,
): Value | undefined {
  if (!value) return undefined;
  const references = unionReferences([value]);
  const written = isFullyKnown(value)
    ? createScalar(write(toPlain(value)), call.location)
    : createUnresolved(call.text, call.location);
  const hasStructure = value.kind === 'list' || value.kind === 'map';
  return withReferences(
    hasStructure ? { ...written, decoded: value } : written,
    references,
  );
}

function decodeJson(
  value: Value | undefined,
  call: CallContext,
): Value | undefined {
  const structure =
    value?.kind === 'list' || value?.kind === 'map'
      ? undefined
      : decodeStructure(value);
  if (structure) return structure;
  if (value?.kind !== 'scalar') return undefined;
  try {
    return fromPlain(JSON.parse(text(value.value)), call.location);
  } catch {
    return createFailure(call.text, call.location);
  }
}

function decodeYaml(
  value: Value | undefined,
  call: CallContext,
): Value | undefined {
  if (value?.decoded) return value.decoded;
  if (
    value?.kind !== 'scalar' ||
    typeof value.value !== 'string' ||
    value.value.length > MAX_YAML
  )
    return undefined;
  try {
    return fromPlain(parse(value.value, { maxAliasCount: 100 }), call.location);
  } catch {
    return createFailure(call.text, call.location);
  }
}
