const SIBLING =
  /^(dev|develop|development|staging|stage|stg|uat|qa|int|integration|acc|acceptance|preprod|prod|production|prd|live)$/i;

/**
 * Folders called `test` that hold an environment and no tests: others stand
 * beside them (`apps/portal/test` and `apps/portal/production`).
 */
export function findTestEnvironments(
  paths: readonly string[],
): ReadonlySet<string> {
  const parents = new Set<string>();
  const tests = new Set<string>();
  for (const path of paths) {
    const segments = path.split('/').slice(0, -1);
    segments.forEach((segment, index) => {
      const parent = segments.slice(0, index).join('/');
      if (SIBLING.test(segment)) parents.add(parent);
      if (/^test$/i.test(segment)) tests.add(`${parent}/${segment}`);
    });
  }
  return new Set(
    [...tests]
      .filter(folder => parents.has(folder.slice(0, folder.lastIndexOf('/'))))
      .map(folder => folder.replace(/^\//, '')),
  );
}
