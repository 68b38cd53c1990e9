import type { ResolverInput } from '../resolvers';
import type { Resource } from '../resource';
import { chooseEnvironments } from './chooseEnvironments';
import { KUSTOMIZATION } from './kustomize/buildKustomization';
import { renderOverlays } from './kustomize/renderOverlays';
import { renderPlainManifests } from './plainManifests';

/**
 * The Kubernetes objects of a repository: charts rendered with their values,
 * Kustomize overlays built, and manifests that are applied as they are.
 */
export function resolveKubernetes(input: ResolverInput): readonly Resource[] {
  const { files, options } = input;
  const overlays = renderOverlays(files, options, () => []);
  const plain = files.all
    .map(file => file.path)
    .filter(path => !KUSTOMIZATION.test(path) && !overlays.isReferred(path));
  return [
    ...chooseEnvironments(
      [...overlays.renditions, ...renderPlainManifests(files, plain, options)],
      options,
    ),
    ...overlays.remotes,
  ];
}
