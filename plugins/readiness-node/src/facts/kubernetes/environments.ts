import type { CollectorOptions } from '../collector';

const STAGING =
  /^(staging|stage|stg|preprod|pre-?prod(uction)?|uat|acceptance|acc)$/;
const TEST =
  /^(qa|test|tests|testing|integration|int|e2e|ci|perf|load|sandbox|sbx|preview|review|pr|canary)$/;
const DEVELOPMENT =
  /^(dev|develop|development|local|minikube|kind|k3d|k3s|docker-desktop|demo|playground)$/;

/** Rank of a name that is no environment anybody knows (`aws`, `eu`). */
export const UNKNOWN_RANK = 1;
export const PRODUCTION_RANK = 0;

/**
 * How close to production an environment's name is: 0 production, 1 a name that
 * tells nothing, 2 staging, 3 test, 4 development. `prod-eu` and `eu-prod` are
 * production, `non-prod` and `preprod` are not.
 */
export function rankEnvironment(
  name: string,
  options: Pick<CollectorOptions, 'productionNames'>,
): number {
  const lower = name.toLowerCase();
  if (/^(non|not)[-_.]?pro?d/.test(lower)) return 4;
  const words = lower.split(/[-_.]/);
  if (STAGING.test(lower) || words.some(word => STAGING.test(word))) return 2;
  if (words[0] === 'pre') return 2;
  const production = options.productionNames.map(each => each.toLowerCase());
  if (words.some(word => production.includes(word))) return PRODUCTION_RANK;
  if (words.some(word => TEST.test(word))) return 3;
  if (words.some(word => DEVELOPMENT.test(word))) return 4;
  return UNKNOWN_RANK;
}

/** Whether a name is one that environments have. */
export function isEnvironmentName(
  name: string,
  options: Pick<CollectorOptions, 'productionNames'>,
): boolean {
  return rankEnvironment(name, options) !== UNKNOWN_RANK;
}

/** The environment a folder names, with the folder up to it; the innermost one. */
export function findEnvironmentFolder(
  folder: string,
  options: Pick<CollectorOptions, 'productionNames'>,
): { readonly environment: string; readonly folder: string } | undefined {
  const segments = folder.split('/');
  for (let index = segments.length - 1; index >= 0; index--) {
    const environment = segments[index] ?? '';
    if (isEnvironmentName(environment, options)) {
      return { environment, folder: segments.slice(0, index + 1).join('/') };
    }
  }
  return undefined;
}
