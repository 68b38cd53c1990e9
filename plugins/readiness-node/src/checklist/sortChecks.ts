import type { Severity } from 'backstage-plugin-readiness-common';
import type { Check } from '../check';
import { categories } from './categories';

const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

/** Checks in the checklist's order: category, level, severity, id. */
export function sortChecks(checks: readonly Check[]): readonly Check[] {
  const positions = new Map(
    categories.map(({ id, position }) => [id, position]),
  );
  const rank = (check: Check) => [
    positions.get(check.category) ?? 0,
    check.level,
    SEVERITIES.indexOf(check.severity),
  ];
  return [...checks].sort(
    (a, b) => compare(rank(a), rank(b)) || a.id.localeCompare(b.id),
  );
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
