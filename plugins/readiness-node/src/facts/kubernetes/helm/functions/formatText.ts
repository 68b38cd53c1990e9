import type { TemplateValue } from '../templateValue';

const VERB = /%(%|([-+# 0]*)(\d*)(?:\.(\d+))?([a-zA-Z]))/g;
const WIDTH_LIMIT = 200;

/** Go's `Sprintf` as far as templates use it. */
export function formatText(
  format: string,
  args: readonly TemplateValue[],
  print: (value: TemplateValue | undefined) => string,
): string {
  let index = 0;
  return format.replace(
    VERB,
    (_all, what: string, flags = '', width = '', precision = '', verb = '') => {
      if (what === '%') return '%';
      const value = args[index++];
      const text = formatVerb(verb, value, precision, print);
      const length = Math.min(Number(width) || 0, WIDTH_LIMIT);
      if (flags.includes('-')) return text.padEnd(length);
      return text.padStart(length, flags.includes('0') ? '0' : ' ');
    },
  );
}

function formatVerb(
  verb: string,
  value: TemplateValue | undefined,
  precision: string,
  print: (value: TemplateValue | undefined) => string,
): string {
  const text = print(value);
  switch (verb) {
    case 'q':
      return JSON.stringify(text);
    case 'f':
      return Number.isFinite(Number(text))
        ? Number(text).toFixed(Math.min(Number(precision || 6), 20))
        : text;
    case 'x':
      return typeof value === 'number' ? Math.floor(value).toString(16) : text;
    case 's':
      return precision === '' ? text : text.slice(0, Number(precision));
    default:
      return text;
  }
}
