import { createHash } from 'crypto';
import { toList, toNumber, type TemplateValue } from '../templateValue';
import type { FunctionContext, FunctionTable } from './context';
import { formatText } from './formatText';

const REPEAT_LIMIT = 10_000;

type TextFunction = (text: string, ...args: readonly string[]) => string;

/** A function whose subject is its last argument, all of them texts. */
function onText(change: TextFunction) {
  return (args: readonly TemplateValue[], { renderer }: FunctionContext) => {
    const texts = args.map(arg => renderer.markers.print(arg));
    return change(texts[texts.length - 1] ?? '', ...texts.slice(0, -1));
  };
}

function indent(text: string, width: string): string {
  const space = ' '.repeat(Math.max(0, Math.min(Number(width) || 0, 200)));
  return text
    .split('\n')
    .map(line => space + line)
    .join('\n');
}

function trimCharacters(text: string, characters: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && characters.includes(text[start] ?? '')) start++;
  while (end > start && characters.includes(text[end - 1] ?? '')) end--;
  return text.slice(start, end);
}

function truncate(text: string, length: string): string {
  const count = Number(length) || 0;
  return count < 0 ? text.slice(count) : text.slice(0, count);
}

function splitWords(text: string): string[] {
  return text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[\s_-]+/)
    .filter(Boolean)
    .map(word => word.toLowerCase());
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

export const STRING_FUNCTIONS: FunctionTable = {
  quote: (args, { renderer }) =>
    args
      .filter(arg => arg !== null)
      .map(arg => JSON.stringify(renderer.markers.print(arg)))
      .join(' '),
  squote: (args, { renderer }) =>
    args
      .filter(arg => arg !== null)
      .map(arg => `'${renderer.markers.print(arg)}'`)
      .join(' '),
  print: (args, { renderer }) =>
    args.map(arg => renderer.markers.print(arg)).join(''),
  println: (args, { renderer }) =>
    `${args.map(arg => renderer.markers.print(arg)).join(' ')}\n`,
  cat: (args, { renderer }) =>
    args.map(arg => renderer.markers.print(arg)).join(' '),
  printf: ([format, ...args], { renderer }) =>
    formatText(renderer.markers.print(format), args, arg =>
      renderer.markers.print(arg),
    ),
  toString: onText(text => text),
  indent: onText((text, width = '0') => indent(text, width)),
  nindent: onText((text, width = '0') => `\n${indent(text, width)}`),
  trim: onText(text => text.trim()),
  trimAll: onText((text, characters = '') => trimCharacters(text, characters)),
  trimSuffix: onText((text, end = '') =>
    end !== '' && text.endsWith(end) ? text.slice(0, -end.length) : text,
  ),
  trimPrefix: onText((text, start = '') =>
    text.startsWith(start) ? text.slice(start.length) : text,
  ),
  upper: onText(text => text.toUpperCase()),
  lower: onText(text => text.toLowerCase()),
  title: onText(text =>
    text.replace(/\b[a-z]/g, letter => letter.toUpperCase()),
  ),
  untitle: onText(text =>
    text.replace(/\b[A-Z]/g, letter => letter.toLowerCase()),
  ),
  repeat: onText((text, count = '0') =>
    text.repeat(
      Math.max(
        0,
        Math.min(Number(count) || 0, REPEAT_LIMIT / Math.max(1, text.length)),
      ),
    ),
  ),
  substr: onText((text, start = '0', end = '-1') =>
    text.slice(
      Math.max(0, Number(start)),
      Number(end) < 0 ? undefined : Number(end),
    ),
  ),
  nospace: onText(text => text.replace(/\s/g, '')),
  trunc: onText((text, length = '0') => truncate(text, length)),
  abbrev: onText((text, length = '0') => truncate(text, length)),
  replace: onText((text, from = '', to = '') =>
    from === '' ? text : text.replaceAll(from, to),
  ),
  snakecase: onText(text => splitWords(text).join('_')),
  kebabcase: onText(text => splitWords(text).join('-')),
  camelcase: onText(text => splitWords(text).map(capitalise).join('')),
  b64enc: onText(text => Buffer.from(text).toString('base64')),
  b64dec: onText(text => Buffer.from(text, 'base64').toString()),
  sha256sum: onText(text => createHash('sha256').update(text).digest('hex')),
  sha1sum: onText(text =>
    createHash('sha256').update(text).digest('hex').slice(0, 40),
  ),
  adler32sum: onText(text =>
    createHash('sha256').update(text).digest('hex').slice(0, 8),
  ),
  join: ([separator, list], { renderer }) =>
    (Array.isArray(list) ? list : [list ?? null])
      .map(item => renderer.markers.print(item))
      .join(renderer.markers.print(separator)),
  splitList: ([separator, text], { renderer }) =>
    renderer.markers.print(text).split(renderer.markers.print(separator)),
  toStrings: ([list], { renderer }) =>
    toList(list).map(item => renderer.markers.print(item)),
  sortAlpha: ([list], { renderer }) =>
    toList(list)
      .map(item => renderer.markers.print(item))
      .sort(),
  ceil: ([value]) => Math.ceil(toNumber(value)),
  floor: ([value]) => Math.floor(toNumber(value)),
};
