import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  Entity,
  parseLocationRef,
} from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { Problem } from 'backstage-plugin-readiness-common';
import { findHostType } from './findHostType';
import { parseRepositoryUrl } from './parseRepositoryUrl';
import { formatRepositoryId, RepositoryLink } from './repositoryLink';

/** Further repositories of an entity, one URL a line. */
export const ANNOTATION_REPOSITORIES = 'readiness/repositories';

/** The repositories an entity links, and the links that could not be read. */
export interface EntityLinks {
  readonly links: readonly RepositoryLink[];
  readonly problems: readonly Problem[];
}

/**
 * Reads which repositories belong to an entity: its source location (only when
 * that is absent: the folder of its managed-by location, so that a central
 * catalog repository lends its files to nobody), and every line of
 * `readiness/repositories`. A malformed link becomes a problem; the others
 * still count.
 */
export function readEntityLinks(
  entity: Entity,
  integrations: ScmIntegrationRegistry,
): EntityLinks {
  const links = new Map<string, RepositoryLink>();
  const problems: Problem[] = [];
  for (const candidate of listCandidates(entity)) {
    try {
      const link = parseRepositoryUrl(
        candidate.url,
        findHostType(candidate.url, integrations),
        { isFile: candidate.isFile },
      );
      links.set(`${formatRepositoryId(link)}\0${link.subPath}`, link);
    } catch (error) {
      problems.push({
        kind: 'invalid-annotation',
        annotation: candidate.annotation,
        message: `${candidate.annotation}: ${
          isError(error) ? error.message : String(error)
        }`,
      });
    }
  }
  return { links: [...links.values()], problems };
}

interface Candidate {
  readonly annotation: string;
  readonly url: string;
  readonly isFile: boolean;
}

function listCandidates(entity: Entity): readonly Candidate[] {
  const annotations = entity.metadata.annotations ?? {};
  return [
    ...listSourceLocation(annotations),
    ...listRepositories(annotations[ANNOTATION_REPOSITORIES]),
  ];
}

function listSourceLocation(
  annotations: Readonly<Record<string, string>>,
): readonly Candidate[] {
  const source = annotations[ANNOTATION_SOURCE_LOCATION];
  if (source !== undefined) {
    const url = getLocationUrl(source);
    return url === undefined
      ? []
      : [{ annotation: ANNOTATION_SOURCE_LOCATION, url, isFile: false }];
  }
  const url = getLocationUrl(annotations[ANNOTATION_LOCATION] ?? '');
  return url === undefined
    ? []
    : [{ annotation: ANNOTATION_LOCATION, url, isFile: true }];
}

/** The URL of a location reference; local files and the like have none. */
function getLocationUrl(location: string): string | undefined {
  try {
    const { type, target } = parseLocationRef(location);
    return type === 'url' ? target : undefined;
  } catch {
    return undefined;
  }
}

function listRepositories(value: string | undefined): readonly Candidate[] {
  return (value ?? '')
    .split(/\r?\n/)
    .map(line => line.trim().replace(/^url:/, ''))
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(url => ({ annotation: ANNOTATION_REPOSITORIES, url, isFile: false }));
}
