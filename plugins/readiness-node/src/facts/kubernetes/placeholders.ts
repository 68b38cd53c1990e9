import type { Value } from '../value';

/** `${TAG}`, `{{ tag }}` and the like: filled in by something unseen. */
const PLACEHOLDER = /\$\{[^}]*\}|\{\{.*?\}\}/;
const WITH_DEFAULT = /\$\{[A-Za-z_]\w*:?[-=]([^}]*)\}/g;
/** Below these keys text belongs to programs, where `${X}` is a shell's own. */
const PROGRAM_TEXT = new Set([
  'args',
  'binaryData',
  'command',
  'data',
  'env',
  'stringData',
  'annotations',
]);

/**
 * Turns texts with placeholders (envsubst, Flux substitution, a template
 * engine) into unresolved values, and fills in the defaults they carry.
 */
export function resolvePlaceholders(value: Value): Value {
  switch (value.kind) {
    case 'scalar':
      return typeof value.value === 'string' && PLACEHOLDER.test(value.value)
        ? resolveText(value, value.value)
        : value;
    case 'list':
      return { ...value, items: value.items.map(resolvePlaceholders) };
    case 'map':
      return {
        ...value,
        entries: Object.fromEntries(
          Object.entries(value.entries).map(([key, item]) => [
            key,
            PROGRAM_TEXT.has(key) ? item : resolvePlaceholders(item),
          ]),
        ),
      };
    default:
      return value;
  }
}

function resolveText(value: Value, text: string): Value {
  const { location } = value;
  const filled = text.replace(WITH_DEFAULT, '$1');
  return PLACEHOLDER.test(filled)
    ? { kind: 'unresolved', expression: text, location }
    : { kind: 'scalar', value: readScalar(filled), location };
}

function readScalar(text: string): string | number | boolean {
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (text === 'true' || text === 'false') return text === 'true';
  return text;
}
