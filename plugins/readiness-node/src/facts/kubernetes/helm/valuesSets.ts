import picomatch from 'picomatch';
import type { CollectorOptions } from '../../collector';
import type { FileIndex } from '../../fileIndex';
import { getBaseName, getFolder } from '../../paths';
import type { MapValue } from '../../value';
import { isEnvironmentName } from '../environments';
import { inFolder, readMap, type Chart } from './chart';
import { mergeMaps } from './renderChart';

/** Values a chart is installed with, and the environment that is for. */
export interface ValuesSet {
  readonly environment?: string;
  readonly values: MapValue;
}

/** Environments rendered besides the chart's own values. */
const ENVIRONMENT_LIMIT = 6;
const VALUES_FILE =
  /^(?:(?:values|helm[-_]values|config)[-_.](?<after>[\w-]+)|(?<before>[\w-]+)[-_.]values|(?<alone>[\w-]+))\.ya?ml$/i;

/**
 * The sets of values a chart is rendered with: its own, or where there are
 * values files of environments, one set for each. Those lie in the chart or
 * beside it: `values-prod.yaml`, `values/prod.yaml`, `environments/prod/values.yaml`.
 */
export function listValuesSets(
  files: FileIndex,
  chart: Chart,
  options: CollectorOptions,
): ValuesSet[] {
  const isConfigured = picomatch([...options.helmValuesFiles]);
  const found = files.wholeRepository.flatMap(({ path }) => {
    const environment = getValuesEnvironment(
      path,
      chart,
      options,
      isConfigured,
    );
    if (environment === undefined) return [];
    const over = readMap(files, path);
    if (over === undefined || !isForChart(path, over, chart)) return [];
    return [{ environment, values: mergeMaps(chart.values, over) }];
  });
  return [{ values: chart.values }, ...found.slice(0, ENVIRONMENT_LIMIT)];
}

/** The environment of a values file that may belong to a chart. */
function getValuesEnvironment(
  path: string,
  chart: Chart,
  options: CollectorOptions,
  isConfigured: (path: string) => boolean,
): string | undefined {
  if (!/\.ya?ml$/.test(path)) return undefined;
  const base = getFolder(chart.folder);
  const inChart = path.startsWith(inFolder(chart.folder, ''));
  const root = inChart ? chart.folder : base;
  const start = inFolder(root, '');
  if (!path.startsWith(start)) return undefined;
  const rest = path.slice(start.length);
  if (/^(templates|charts|crds|ci)\//.test(rest)) return undefined;
  const environment = readEnvironment(rest, options);
  if (environment !== undefined) return environment;
  return isConfigured(path) && rest !== 'values.yaml' && inChart
    ? options.productionNames[0]
    : undefined;
}

function readEnvironment(
  rest: string,
  options: CollectorOptions,
): string | undefined {
  const folders = getFolder(rest).split('/').filter(Boolean);
  const groups = VALUES_FILE.exec(getBaseName(rest))?.groups;
  const isInValuesFolder =
    folders.length === 0 ||
    /^(values|environments?|envs?|config|overrides)$/i.test(folders[0] ?? '');
  if (!isInValuesFolder || folders.length > 2) return undefined;
  const names = [
    groups?.after,
    groups?.before,
    folders.length > 0 || /prod|stag/i.test(groups?.alone ?? '')
      ? groups?.alone
      : undefined,
    /^values\.ya?ml$/.test(getBaseName(rest)) ? folders[1] : undefined,
  ];
  return names.find(
    name => name !== undefined && isEnvironmentName(name, options),
  );
}

/** Beside a chart may lie values of others: half of the keys must be its own. */
function isForChart(path: string, over: MapValue, chart: Chart): boolean {
  if (path.startsWith(inFolder(chart.folder, ''))) return true;
  const keys = Object.keys(over.entries);
  const known = new Set([
    ...Object.keys(chart.values.entries),
    ...chart.dependencies.map(dependency => dependency.key),
    'global',
  ]);
  const shared = keys.filter(key => known.has(key)).length;
  return keys.length > 0 && shared * 2 >= keys.length;
}
