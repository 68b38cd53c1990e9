import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { RepositoryHostType } from './repositoryLink';

const HOST_TYPES: readonly RepositoryHostType[] = [
  'github',
  'gitlab',
  'bitbucketCloud',
  'bitbucketServer',
  'azure',
  'gitea',
  'gerrit',
];

/** The type of the integration that is configured for the URL's host. */
export function findHostType(
  url: string,
  integrations: ScmIntegrationRegistry,
): RepositoryHostType | undefined {
  const type = integrations.byUrl(url)?.type;
  return HOST_TYPES.find(known => known === type);
}
