import type { CollectorOptions } from '../../collector';
import type { FileIndex } from '../../fileIndex';
import { getFolder } from '../../paths';
import type { Resource } from '../../resource';
import type { Rendition } from '../chooseEnvironments';
import { createMap, createScalar, getOwn } from '../editValue';
import { toResource } from '../manifest';
import { getLocalFolder, loadChart, readMap, type Chart } from './chart';
import { getItems } from '../../readValue';
import { renderChart, type ExternalDependency } from './renderChart';
import { listValuesSets, type ValuesSet } from './valuesSets';

export const CHART_FILE = /(^|\/)Chart\.yaml$/;

/** What the charts of a repository give. */
export interface RenderedCharts {
  readonly renditions: readonly Rendition[];
  /** Whether a file belongs to a chart and is not applied on its own. */
  isChartFile(path: string): boolean;
}

/**
 * Renders every chart that is installed by itself: libraries and charts that
 * another one of the repository depends on are rendered with that one.
 */
export function renderCharts(
  files: FileIndex,
  options: CollectorOptions,
): RenderedCharts {
  const folders = files.wholeRepository
    .filter(({ path }) => CHART_FILE.test(path))
    .map(({ path }) => getFolder(path));
  const used = new Set(
    folders.flatMap(folder => listUsedCharts(files, folder)),
  );
  const roots = folders.filter(
    folder =>
      files.isBelowSubPath(
        folder === '' ? 'Chart.yaml' : `${folder}/Chart.yaml`,
      ) &&
      !used.has(folder) &&
      !isInsideChart(folder, folders),
  );
  const owned = folders.flatMap(folder => [
    folder === '' ? 'templates/' : `${folder}/templates/`,
    folder === '' ? 'charts/' : `${folder}/charts/`,
  ]);
  return {
    renditions: roots.flatMap(folder => renderRoot(files, folder, options)),
    isChartFile: path => owned.some(start => path.startsWith(start)),
  };
}

/** Charts of `charts/` belong to the chart above. */
function isInsideChart(folder: string, folders: readonly string[]): boolean {
  return folders.some(
    other =>
      other !== folder &&
      folder.startsWith(other === '' ? 'charts/' : `${other}/charts/`),
  );
}

function listUsedCharts(files: FileIndex, folder: string): string[] {
  const names = ['Chart.yaml', 'requirements.yaml'];
  return names.flatMap(name => {
    const path = folder === '' ? name : `${folder}/${name}`;
    const entries = getItems(getOwn(readMap(files, path), 'dependencies'));
    return entries.flatMap(entry => getLocalFolder(folder, entry) ?? []);
  });
}

function renderRoot(
  files: FileIndex,
  folder: string,
  options: CollectorOptions,
): Rendition[] {
  const chart = loadChart(files, folder);
  if (chart === undefined || chart.isLibrary) return [];
  const release = { name: chart.name, namespace: 'default' };
  return listValuesSets(files, chart, options).flatMap(set => {
    const rendered = renderChart(files, chart, set.values, release);
    const origin = {
      scope: chart.folder,
      ...(set.environment !== undefined && { environment: set.environment }),
    };
    return [
      ...rendered.manifests.map(({ path, offByDefault, ...manifest }) => ({
        resource: toResource(manifest, {
          ...origin,
          ...(offByDefault !== undefined && { offByDefault }),
        }),
        identity: `${folder}\n${path}\n${manifest.kind}\n${manifest.name}`,
      })),
      ...rendered.dependencies.map(each => toDependency(each, chart, set)),
    ];
  });
}

/** A chart of somebody else's, with the values that are set for it here. */
function toDependency(
  { dependency, entry, values, offByDefault }: ExternalDependency,
  chart: Chart,
  set: ValuesSet,
): Rendition {
  const fields = entry.kind === 'map' ? entry.entries : {};
  const resource: Resource = {
    language: 'kubernetes',
    type: 'HelmDependency',
    name: dependency.key,
    address: `HelmDependency/${dependency.key}`,
    scope: chart.folder,
    attributes: createMap(
      {
        ...fields,
        name: createScalar(dependency.name, entry.location),
        values,
      },
      entry.location,
    ),
    location: entry.location,
    ...(set.environment !== undefined && { environment: set.environment }),
    ...(offByDefault !== undefined && { offByDefault }),
  };
  return { resource, identity: `${chart.folder}\n${dependency.key}` };
}
