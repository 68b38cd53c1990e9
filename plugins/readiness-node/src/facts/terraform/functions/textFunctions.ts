import type { HclFunction } from '../evaluation/calls';
import { formatText } from './formatText';
import { plainFunction, text, texts } from './plainFunction';
import { matchRegex, replaceRegex } from './regexFunctions';

const MAX_RESULT = 1_000_000;

/** Functions on texts. */
export const textFunctions: Readonly<Record<string, HclFunction>> = {
  lower: plainFunction(value => text(value).toLowerCase()),
  upper: plainFunction(value => text(value).toUpperCase()),
  title: plainFunction(value =>
    text(value).replace(/(^|[^\p{L}\p{N}'_])(\p{L})/gu, found =>
      found.toUpperCase(),
    ),
  ),
  trimspace: plainFunction(value => text(value).trim()),
  chomp: plainFunction(value => text(value).replace(/[\r\n]+$/, '')),
  trim: plainFunction((value, set) =>
    trimEnd(trimStart(text(value), text(set)), text(set)),
  ),
  trimprefix: plainFunction((value, prefix) =>
    text(value).startsWith(text(prefix))
      ? text(value).slice(text(prefix).length)
      : text(value),
  ),
  trimsuffix: plainFunction((value, suffix) =>
    text(suffix) !== '' && text(value).endsWith(text(suffix))
      ? text(value).slice(0, -text(suffix).length)
      : text(value),
  ),
  startswith: plainFunction((value, prefix) =>
    text(value).startsWith(text(prefix)),
  ),
  endswith: plainFunction((value, suffix) =>
    text(value).endsWith(text(suffix)),
  ),
  strcontains: plainFunction((value, part) => text(value).includes(text(part))),
  strrev: plainFunction(value => [...text(value)].reverse().join('')),
  substr: plainFunction((value, offset, length) =>
    substring(text(value), Number(offset), Number(length)),
  ),
  indent: plainFunction((spaces, value) =>
    text(value).replace(/\n/g, `\n${' '.repeat(clamp(Number(spaces)))}`),
  ),
  join: plainFunction((separator, ...lists) =>
    lists.flatMap(texts).join(text(separator)),
  ),
  split: plainFunction((separator, value) =>
    splitText(text(separator), text(value)),
  ),
  replace: plainFunction((value, search, replacement) =>
    replaceText(text(value), text(search), text(replacement)),
  ),
  format: plainFunction((pattern, ...parameters) =>
    formatText(text(pattern), parameters),
  ),
  formatlist: plainFunction((pattern, ...parameters) =>
    formatList(text(pattern), parameters),
  ),
  regex: plainFunction((pattern, value) =>
    matchRegex(text(pattern), text(value), 'first'),
  ),
  regexall: plainFunction((pattern, value) =>
    matchRegex(text(pattern), text(value), 'all'),
  ),
};

function clamp(value: number): number {
  return Math.max(0, Math.min(200, Number.isFinite(value) ? value : 0));
}

function trimStart(value: string, set: string): string {
  let start = 0;
  while (start < value.length && set.includes(value[start] ?? '')) start++;
  return value.slice(start);
}

function trimEnd(value: string, set: string): string {
  let end = value.length;
  while (end > 0 && set.includes(value[end - 1] ?? '')) end--;
  return value.slice(0, end);
}

function substring(value: string, offset: number, length: number): string {
  const characters = [...value];
  const start = offset < 0 ? Math.max(0, characters.length + offset) : offset;
  return characters
    .slice(start, length < 0 ? undefined : start + length)
    .join('');
}

function splitText(separator: string, value: string): readonly string[] {
  return value === '' && separator !== '' ? [''] : value.split(separator);
}

function replaceText(
  value: string,
  search: string,
  replacement: string,
): string | undefined {
  if (search.length > 1 && search.startsWith('/') && search.endsWith('/')) {
    return replaceRegex(value, search.slice(1, -1), replacement);
  }
  if (
    search === '' ||
    value.length * Math.max(1, replacement.length) > MAX_RESULT
  )
    return undefined;
  return value.split(search).join(replacement);
}

function formatList(
  pattern: string,
  parameters: readonly unknown[],
): readonly string[] | undefined {
  const lengths = parameters.filter(Array.isArray).map(list => list.length);
  const length = lengths.length === 0 ? 1 : Math.min(...lengths);
  const results: string[] = [];
  for (let index = 0; index < length; index++) {
    const row = parameters.map((parameter): unknown =>
      Array.isArray(parameter) ? parameter[index] : parameter,
    );
    const result = formatText(pattern, row);
    if (result === undefined) return undefined;
    results.push(result);
  }
  return results;
}
