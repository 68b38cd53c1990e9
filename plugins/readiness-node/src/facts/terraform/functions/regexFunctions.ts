import { RE2JS } from 're2js';
import { REFUSED } from './plainFunction';

const MAX_INPUT = 10_000;
const MAX_PATTERN = 500;

/** `regex` and `regexall` by an engine without backtracking; undefined when it is too much. */
export function matchRegex(
  pattern: string,
  value: string,
  mode: 'first' | 'all',
): unknown {
  const compiled = compile(pattern, value);
  if (!compiled) return undefined;
  const matcher = compiled.matcher(value);
  const found: unknown[] = [];
  while (matcher.find()) {
    found.push(readMatch(compiled, matcher));
    if (mode === 'first') return found[0];
    if (found.length > 1_000) return undefined;
  }
  return mode === 'first' ? REFUSED : found;
}

function readMatch(
  compiled: RE2JS,
  matcher: ReturnType<RE2JS['matcher']>,
): unknown {
  const named = Object.keys(compiled.namedGroups());
  if (named.length > 0) {
    return Object.fromEntries(
      named.map(name => [name, matcher.group(name) ?? null]),
    );
  }
  const count = matcher.groupCount();
  if (count === 0) return matcher.group();
  return Array.from(
    { length: count },
    (_, index) => matcher.group(index + 1) ?? null,
  );
}

/** `replace(value, "/pattern/", replacement)`. */
export function replaceRegex(
  value: string,
  pattern: string,
  replacement: string,
): string | undefined {
  try {
    return compile(pattern, value)
      ?.matcher(value)
      .replaceAll(replacement.replace(/\$\{(\w+)\}/g, '$$$1'));
  } catch {
    return undefined;
  }
}

function compile(pattern: string, value: string): RE2JS | undefined {
  if (value.length > MAX_INPUT || pattern.length > MAX_PATTERN)
    return undefined;
  try {
    return RE2JS.compile(pattern);
  } catch {
    return undefined;
  }
}
