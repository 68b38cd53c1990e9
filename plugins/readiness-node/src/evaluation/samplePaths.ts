import { isDevelopmentCompose } from '../check';
import type { Facts } from '../facts/facts';
import { getBaseName, isDevelopmentPath, isSamplePath } from '../facts/paths';
import { findTestEnvironments } from '../facts/testEnvironments';
import type { IsSample } from './fold';

/**
 * Tests, fixtures and examples say nothing negative, unless they are all there
 * is or the linked folder lies inside them. Development set-ups never do.
 */
export function createIsSample(
  facts: Facts,
  subPaths: readonly string[],
): IsSample {
  const testEnvironments = [
    ...findTestEnvironments(facts.files.map(({ path }) => path)),
  ];
  const isSample = (path: string) =>
    isSamplePath(path) &&
    !testEnvironments.some(folder => path.startsWith(`${folder}/`));
  const isInsideSamples = subPaths.some(subPath => isSamplePath(`${subPath}/`));
  const hasOnlySamples =
    isInsideSamples ||
    facts.files.every(file => isSample(file.path) || isMeta(file.path));
  return path =>
    isDevelopmentPath(path) ||
    isDevelopmentCompose(facts, path) ||
    (!hasOnlySamples && isSample(path));
}

/** Files that say nothing of what the repository is. */
function isMeta(path: string): boolean {
  if (path.startsWith('.')) return true;
  return (
    !path.includes('/') &&
    /\.(md|txt|ya?ml|adoc|rst)$|^(LICENSE|Makefile|CODEOWNERS)/i.test(
      getBaseName(path),
    )
  );
}
