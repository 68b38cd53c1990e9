/** Whether a version lies in a range of Masterminds' semver: `>=1.19-0, <2 || ^3`. */
export function isVersionInRange(version: string, range: string): boolean {
  const parts = parseVersion(version);
  if (parts === undefined) return false;
  return range
    .split('||')
    .some(group => splitTerms(group).every(term => isInTerm(parts, term)));
}

function splitTerms(group: string): string[] {
  return group
    .replace(/(<=|>=|!=|[<>=^~])\s+/g, '$1')
    .split(/[\s,]+/)
    .filter(Boolean);
}

function parseVersion(text: string): number[] | undefined {
  const found = /^v?(\d+)(?:\.(\d+|[xX*]))?(?:\.(\d+|[xX*]))?/.exec(
    text.trim(),
  );
  if (!found) return undefined;
  return found
    .slice(1)
    .filter(part => part !== undefined && /^\d+$/.test(part))
    .map(Number);
}

function isInTerm(version: readonly number[], term: string): boolean {
  const [, operator = '', text = ''] =
    /^(<=|>=|!=|=|<|>|\^|~)?(.*)$/.exec(term) ?? [];
  if (/^[xX*]?$/.test(text)) return true;
  const bound = parseVersion(text);
  if (bound === undefined) return false;
  const order = compareVersions(version, bound);
  switch (operator) {
    case '<=':
      return order <= 0;
    case '>=':
      return order >= 0;
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '!=':
      return order !== 0;
    case '^':
      return order >= 0 && version[0] === bound[0];
    case '~':
      return order >= 0 && startsWith(version, bound.slice(0, 2));
    default:
      return startsWith(version, bound);
  }
}

function startsWith(
  version: readonly number[],
  start: readonly number[],
): boolean {
  return start.every((part, index) => (version[index] ?? 0) === part);
}

function compareVersions(
  left: readonly number[],
  right: readonly number[],
): number {
  for (let index = 0; index < 3; index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
