import { yamlParser } from '../../parsers/yaml';
import type { CollectorOptions } from '../collector';
import type { FileIndex } from '../fileIndex';
import { getFolder } from '../paths';
import { toYamlValue } from '../yamlValue';
import type { Rendition } from './chooseEnvironments';
import { findEnvironmentFolder, isEnvironmentName } from './environments';
import { toManifests, toResource, type Manifest } from './manifest';
import { resolvePlaceholders } from './placeholders';

/**
 * The objects in one file, in order; none when it holds something else. Files
 * that don't name an apiVersion and a kind are not parsed at all.
 */
export function readManifestFile(files: FileIndex, path: string): Manifest[] {
  if (!isManifestPath(path)) return [];
  const text = files.get(path)?.text;
  if (!text?.includes('apiVersion') || !text.includes('kind')) return [];
  const documents = files.parse(yamlParser, path) ?? [];
  return documents.flatMap(({ root }) =>
    root === undefined
      ? []
      : toManifests(resolvePlaceholders(toYamlValue(root, path))),
  );
}

export function isManifestPath(path: string): boolean {
  return /\.(ya?ml|json)$/i.test(path);
}

/**
 * Manifests that are applied as they are. They share one scope, since nothing
 * says which folders are applied together; files of several environments
 * (`k8s/prod`, `k8s/staging`) are one object each.
 */
export function renderPlainManifests(
  files: FileIndex,
  paths: readonly string[],
  options: CollectorOptions,
): Rendition[] {
  return paths.flatMap(path =>
    readManifestFile(files, path).map((manifest, index) => {
      const place = findEnvironment(path, options);
      const resource = toResource(manifest, {
        scope: '',
        ...(place && { environment: place.environment }),
      });
      const identity = place
        ? [
            place.rest,
            manifest.kind,
            stripEnvironment(manifest.namespace ?? '', options),
            stripEnvironment(manifest.name, options),
          ].join('\n')
        : `${path}\n${index}`;
      return { resource, identity };
    }),
  );
}

const STEM_ENVIRONMENTS =
  /^(prod|production|prd|staging|stage|dev|development|qa|uat)$/i;

/** The environment of a file, and its folder without it. */
function findEnvironment(path: string, options: CollectorOptions) {
  const found = findEnvironmentFolder(getFolder(path), options);
  if (found) {
    return { environment: found.environment, rest: getFolder(found.folder) };
  }
  const environment = /[-_.]([a-z]+)\.\w+$/i.exec(path)?.[1];
  return environment !== undefined && STEM_ENVIRONMENTS.test(environment)
    ? { environment, rest: getFolder(path) }
    : undefined;
}

function stripEnvironment(name: string, options: CollectorOptions): string {
  return name
    .split('-')
    .filter(word => !isEnvironmentName(word, options))
    .join('-');
}
