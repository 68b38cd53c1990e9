import type { FileIndex } from '../../fileIndex';
import { joinPath } from '../../paths';
import { getItems, getText } from '../../readValue';
import type { Value } from '../../value';
import { getOwn } from '../editValue';
import type { Manifest } from '../manifest';
import { loadChart, readMap } from './chart';
import { mergeMaps, renderChart } from './renderChart';

/** A local chart that a kustomization inflates, with its values. */
export function renderKustomizeChart(
  files: FileIndex,
  chartFolder: string,
  entry: Value,
  kustomizationFolder: string,
): readonly Manifest[] {
  const chart = loadChart(files, chartFolder);
  if (chart === undefined) return [];
  let { values } = chart;
  const valuesFiles = ['valuesFile', 'additionalValuesFiles'].flatMap(key =>
    getItems(getOwn(entry, key)),
  );
  for (const file of valuesFiles) {
    const path = joinPath(kustomizationFolder, getText(file) ?? '');
    const over = path === undefined ? undefined : readMap(files, path);
    if (over) values = mergeMaps(values, over);
  }
  const inline = getOwn(entry, 'valuesInline');
  if (inline?.kind === 'map') values = mergeMaps(values, inline);
  const release = {
    name: getText(getOwn(entry, 'releaseName')) ?? chart.name,
    namespace: getText(getOwn(entry, 'namespace')) ?? 'default',
  };
  return renderChart(files, chart, values, release).manifests.filter(
    manifest => manifest.offByDefault === undefined,
  );
}
