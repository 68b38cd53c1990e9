import type { CollectorOptions } from '../../collector';
import type { FileIndex } from '../../fileIndex';
import { getBaseName, getFolder } from '../../paths';
import { getText } from '../../readValue';
import type { Resource } from '../../resource';
import type { Rendition } from '../chooseEnvironments';
import { createMap, getOwn } from '../editValue';
import { findEnvironmentFolder, isEnvironmentName } from '../environments';
import { toResource } from '../manifest';
import type { BuildObject } from './buildObject';
import {
  KUSTOMIZATION,
  KustomizeBuilder,
  type ChartRenderer,
} from './buildKustomization';

/** What the overlays of a repository give. */
export interface RenderedOverlays {
  readonly renditions: readonly Rendition[];
  /** Bases of other repositories, one resource each. */
  readonly remotes: readonly Resource[];
  /** Files that a build read: they are not applied on their own. */
  isReferred(path: string): boolean;
}

const OVERLAY_PARENTS =
  /^(overlays?|env|envs|environments?|variants?|clusters?|stages?|regions?|deployments?)$/i;

/**
 * Builds every kustomization that no other one of the repository uses; a base
 * with overlays is not emitted on its own. Each has its folder as scope, and as
 * environment the folder's name when it is one or stands below `overlays/`.
 */
export function renderOverlays(
  files: FileIndex,
  options: CollectorOptions,
  renderChart: ChartRenderer,
): RenderedOverlays {
  const builder = new KustomizeBuilder(files, renderChart);
  const paths = files
    .matching(KUSTOMIZATION)
    .map(file => file.path)
    .filter(path => builder.read(path) !== undefined);
  const builds = new Map(
    paths.map(path => [path, builder.build(getFolder(path))]),
  );
  const roots = paths.filter(
    path =>
      !builder.referredPaths.has(getFolder(path)) &&
      getText(getOwn(builder.read(path), 'kind')) !== 'Component',
  );
  return {
    renditions: roots.flatMap(path =>
      (builds.get(path) ?? []).map(object =>
        toRendition(object, getFolder(path), options),
      ),
    ),
    remotes: builder.remotes.map(toRemote),
    isReferred: path => builder.referredPaths.has(path),
  };
}

function toRendition(
  object: BuildObject,
  folder: string,
  options: CollectorOptions,
): Rendition {
  const { environment, group } = findEnvironment(folder, options);
  const { path, startLine } = object.body.location;
  const isOwn = path.startsWith(`${folder}/`) || folder === '';
  const identity = [
    isOwn ? group : `${path}:${startLine}`,
    object.kind,
    stripEnvironment(object.name, options),
    stripEnvironment(object.namespace ?? '', options),
  ].join('\n');
  const resource = toResource(object, {
    scope: folder,
    ...(environment !== undefined && { environment }),
  });
  return { resource, identity };
}

/** The environment of an overlay, and what its siblings have in common. */
function findEnvironment(folder: string, options: CollectorOptions) {
  const found = findEnvironmentFolder(folder, options);
  if (found) {
    const before = getFolder(found.folder);
    const after = folder.slice(found.folder.length);
    return { environment: found.environment, group: `${before}/*${after}` };
  }
  const parent = getFolder(folder);
  return OVERLAY_PARENTS.test(getBaseName(parent))
    ? { environment: getBaseName(folder), group: `${parent}/*` }
    : { environment: undefined, group: folder };
}

/** `cart-prod` and `prod-cart` are one `cart`. */
function stripEnvironment(name: string, options: CollectorOptions): string {
  const words = name.split('-');
  return words.filter(word => !isEnvironmentName(word, options)).join('-');
}

function toRemote(remote: KustomizeBuilder['remotes'][number]): Resource {
  const { url, value } = remote;
  const { location } = value;
  return {
    language: 'kubernetes',
    type: 'KustomizeRemote',
    name: url,
    address: `KustomizeRemote/${url}`,
    scope: getFolder(location.path),
    attributes: createMap({ url: value }, location),
    location,
  };
}
