import type { ResolverInput } from '../resolvers';
import type { Resource } from '../resource';
import { chooseEnvironments } from './chooseEnvironments';
import {
  listGitOpsReleases,
  listHelmfileReleases,
} from './helm/gitOpsReleases';
import { renderCharts } from './helm/renderCharts';
import { renderKustomizeChart } from './helm/renderKustomizeChart';
import { KUSTOMIZATION } from './kustomize/buildKustomization';
import { renderOverlays } from './kustomize/renderOverlays';
import { renderPlainManifests } from './plainManifests';

/**
 * The Kubernetes objects of a repository: charts rendered with their values,
 * Kustomize overlays built, and manifests that are applied as they are.
 */
export function resolveKubernetes(input: ResolverInput): readonly Resource[] {
  const { files, options } = input;
  const overlays = renderOverlays(files, options, (folder, chart, base) =>
    renderKustomizeChart(files, folder, chart, base),
  );
  const charts = renderCharts(files, options);
  const plain = files.all
    .map(file => file.path)
    .filter(
      path =>
        !KUSTOMIZATION.test(path) &&
        !overlays.isReferred(path) &&
        !charts.isChartFile(path),
    );
  const chosen = chooseEnvironments(
    [
      ...charts.renditions,
      ...overlays.renditions,
      ...renderPlainManifests(files, plain, options),
    ],
    options,
  );
  return [
    ...chosen,
    ...overlays.remotes,
    ...listGitOpsReleases(chosen),
    ...listHelmfileReleases(files),
  ];
}
