import type { ScmIntegrationRegistry } from '@backstage/integration';
import { findHostTypeNamed, RepositoryHostType } from './repositoryLink';

/** The type of the integration that is configured for the URL's host. */
export function findHostType(
  url: string,
  integrations: ScmIntegrationRegistry,
): RepositoryHostType | undefined {
  return findHostTypeNamed(integrations.byUrl(url)?.type);
}
