import type { ResolverInput } from '../resolvers';
import type { Resource } from '../resource';
import { chooseEnvironments } from './chooseEnvironments';
import { renderPlainManifests } from './plainManifests';

/**
 * The Kubernetes objects of a repository: charts rendered with their values,
 * Kustomize overlays built, and manifests that are applied as they are.
 */
export function resolveKubernetes(input: ResolverInput): readonly Resource[] {
  const { files, options } = input;
  const plain = files.all.map(file => file.path);
  return chooseEnvironments(
    renderPlainManifests(files, plain, options),
    options,
  );
}
