import type { Facts } from './facts';
import type { FileIndex } from './fileIndex';
import { redactText } from './redactSecrets';
import { isLocation } from './stampRepository';

/** Path → line number → text. @public */
export type QuotedLines = Readonly<
  Record<string, Readonly<Record<number, string>>>
>;

/** A snippet shows this many lines of a longer block. */
const SNIPPET_LINES = 12;
const LINE_WIDTH = 240;
const MAXIMUM_LINES = 20_000;

/**
 * The lines facts point at, so that a snippet can be shown without reading the
 * repository again. Lines with a secret are masked before anything is kept.
 */
export function quoteLines(facts: Facts, files: FileIndex): QuotedLines {
  const wanted = new Map<string, Set<number>>();
  let budget = MAXIMUM_LINES;
  visitLocations(facts, ({ path, startLine, endLine }) => {
    if (budget <= 0 || startLine < 1) return;
    const lines = wanted.get(path) ?? new Set<number>();
    wanted.set(path, lines);
    const last = Math.min(endLine, startLine + SNIPPET_LINES - 1);
    for (let line = startLine; line <= last; line += 1) {
      if (!lines.has(line)) budget -= 1;
      lines.add(line);
    }
  });
  const quoted: Record<string, Record<number, string>> = {};
  const masked = findMaskedLines(facts);
  for (const [path, numbers] of wanted) {
    const text = files.get(path)?.text;
    if (text === undefined) continue;
    const lines = text.split(/\r?\n/);
    const kept: Record<number, string> = {};
    for (const number of numbers) {
      const line = lines[number - 1];
      if (line === undefined) continue;
      kept[number] = masked.has(`${path}:${number}`)
        ? maskLine(line)
        : redactText(line).slice(0, LINE_WIDTH);
    }
    quoted[path] = kept;
  }
  return quoted;
}

function visitLocations(
  value: unknown,
  visit: (location: {
    path: string;
    startLine: number;
    endLine: number;
  }) => void,
): void {
  if (typeof value !== 'object' || value === null) return;
  if (isLocation(value)) visit(value);
  for (const inner of Array.isArray(value) ? value : Object.values(value)) {
    visitLocations(inner, visit);
  }
}

function findMaskedLines(facts: Facts): ReadonlySet<string> {
  const masked = new Set<string>();
  for (const { location } of facts.hardcodedSecrets) {
    for (let line = location.startLine; line <= location.endLine; line += 1) {
      masked.add(`${location.path}:${line}`);
    }
  }
  return masked;
}

/** Keeps the name, hides what is assigned. */
function maskLine(line: string): string {
  const name = /^[^=:]*[=:]/.exec(line)?.[0] ?? '';
  return `${name.slice(0, LINE_WIDTH)} ***`;
}
