import type { Value } from '../value';

/** Variables of a `.env` file, with what they are set to. */
export type Variables = ReadonlyMap<string, string>;

const REFERENCE =
  /\$(?:(\$)|(\w+)|\{(\w+)(?:(:?[-?+])((?:[^{}]|\$\{[^{}]*\})*))?\})/g;
const DEPTH_LIMIT = 5;

/** What an `.env` file sets. */
export function parseVariables(text: string | undefined): Variables {
  const variables = new Map<string, string>();
  for (const line of text?.split(/\r?\n/) ?? []) {
    const [, name, value = ''] =
      /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (name !== undefined) {
      variables.set(name, value.replace(/^(["'])(.*)\1$/, '$2'));
    }
  }
  return variables;
}

/**
 * Fills in `${VAR:-default}` and its like from `.env` and the defaults; a text
 * with a variable that neither gives is unresolved.
 */
export function interpolate(value: Value, variables: Variables): Value {
  switch (value.kind) {
    case 'scalar':
      return typeof value.value === 'string' && value.value.includes('$')
        ? interpolateText(value, value.value, variables)
        : value;
    case 'list': {
      const items = value.items.map(item => interpolate(item, variables));
      return { ...value, items };
    }
    case 'map':
      return {
        ...value,
        entries: Object.fromEntries(
          Object.entries(value.entries).map(([key, item]) => [
            key,
            interpolate(item, variables),
          ]),
        ),
      };
    default:
      return value;
  }
}

function interpolateText(
  value: Value,
  text: string,
  variables: Variables,
): Value {
  const { location } = value;
  const filled = fill(text, variables, 0);
  return filled === undefined
    ? { kind: 'unresolved', expression: text, location }
    : { kind: 'scalar', value: readScalar(filled), location };
}

function fill(
  text: string,
  variables: Variables,
  depth: number,
): string | undefined {
  if (depth > DEPTH_LIMIT) return undefined;
  let isKnown = true;
  const filled = text.replace(
    REFERENCE,
    (
      _all,
      escaped?: string,
      bare?: string,
      braced?: string,
      operator = '',
      rest = '',
    ) => {
      if (escaped) return '$';
      const found = variables.get(bare ?? braced ?? '');
      const isSet =
        found !== undefined && !(operator.startsWith(':') && found === '');
      if (operator.endsWith('+')) return isSet ? rest : '';
      if (isSet) return found;
      const fallback = operator.endsWith('-')
        ? fill(rest, variables, depth + 1)
        : undefined;
      if (fallback === undefined) isKnown = false;
      return fallback ?? '';
    },
  );
  return isKnown ? filled : undefined;
}

function readScalar(text: string): string | number | boolean {
  if (/^-?\d+(\.\d+)?$/.test(text) && String(Number(text)) === text) {
    return Number(text);
  }
  if (text === 'true' || text === 'false') return text === 'true';
  return text;
}
