import picomatch from 'picomatch';
import type { Snapshot } from './snapshot';

const MAXIMUM_RULES = 500;

/**
 * Files the repository itself calls somebody else's or generated, with the
 * attributes code hosts honour: `linguist-vendored`, `linguist-generated`.
 */
export function createIsVendored(
  snapshot: Snapshot,
): (path: string) => boolean {
  const text = snapshot.files.find(
    file => file.path === '.gitattributes',
  )?.text;
  const rules = (text ?? '')
    .split(/\r?\n/)
    .slice(0, MAXIMUM_RULES)
    .flatMap(readRule);
  if (rules.length === 0) return () => false;
  return path =>
    rules.filter(rule => rule.matches(path)).at(-1)?.isVendored ?? false;
}

interface Rule {
  readonly isVendored: boolean;
  matches(path: string): boolean;
}

function readRule(line: string): Rule[] {
  const [pattern = '', ...attributes] = line.trim().split(/\s+/);
  const attribute = attributes.find(each =>
    /^-?linguist-(vendored|generated)(=.*)?$/.test(each),
  );
  if (attribute === undefined || pattern.startsWith('#')) return [];
  const isVendored =
    !attribute.startsWith('-') && !attribute.endsWith('=false');
  const glob = pattern.includes('/')
    ? pattern.replace(/^\//, '')
    : `**/${pattern}`;
  return [{ isVendored, matches: picomatch(glob, { dot: true }) }];
}
