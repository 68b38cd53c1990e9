/**
 * A copy in which every location names the repository it lies in.
 */
export function stampRepository<T>(facts: T, repository: string): T;
export function stampRepository(facts: unknown, repository: string): unknown {
  if (Array.isArray(facts))
    return facts.map(item => stampRepository(item, repository));
  if (typeof facts !== 'object' || facts === null) return facts;
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(facts)) {
    copy[key] =
      typeof value === 'object' ? stampRepository(value, repository) : value;
  }
  if (isLocation(facts)) copy.repository = repository;
  return copy;
}

/** Whether an object is a location in a file (or a file). */
export function isLocation(
  value: object,
): value is { path: string; startLine: number; endLine: number } {
  return (
    'path' in value &&
    'startLine' in value &&
    'endLine' in value &&
    typeof value.path === 'string' &&
    typeof value.startLine === 'number' &&
    typeof value.endLine === 'number'
  );
}
