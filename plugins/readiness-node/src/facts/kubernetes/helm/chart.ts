import { goTemplateParser, type Template } from '../../../parsers/goTemplate';
import { yamlParser } from '../../../parsers/yaml';
import type { FileIndex } from '../../fileIndex';
import { joinPath } from '../../paths';
import { getItems, getText } from '../../readValue';
import type { MapValue, Value } from '../../value';
import { toYamlMap } from '../../yamlValue';
import { createMap, getOwn } from '../editValue';

const DEPTH_LIMIT = 8;

/** A chart as its folder gives it. */
export interface Chart {
  readonly folder: string;
  readonly name: string;
  readonly metadata: MapValue;
  readonly values: MapValue;
  readonly isLibrary: boolean;
  readonly templates: readonly ChartTemplate[];
  readonly dependencies: readonly ChartDependency[];
}

export interface ChartTemplate {
  readonly path: string;
  readonly template: Template;
  /** Files of named templates and notes give no objects. */
  readonly isPartial: boolean;
}

/** A dependency; `chart` is there when it lies in the repository. */
export interface ChartDependency {
  /** Name under which the parent sets its values. */
  readonly key: string;
  readonly name: string;
  readonly condition?: string;
  readonly chart?: Chart;
  /** The entry of Chart.yaml or requirements.yaml; absent for a bare folder. */
  readonly entry?: Value;
}

/** Reads a chart with the charts it brings along. */
export function loadChart(
  files: FileIndex,
  folder: string,
  depth = 0,
): Chart | undefined {
  const metadata = readMap(files, inFolder(folder, 'Chart.yaml'));
  if (metadata === undefined || depth > DEPTH_LIMIT) return undefined;
  const values = readMap(files, inFolder(folder, 'values.yaml'));
  return {
    folder,
    name: getText(getOwn(metadata, 'name')) ?? folder.split('/').pop() ?? '',
    metadata,
    values: values ?? createMap({}, metadata.location),
    isLibrary: getText(getOwn(metadata, 'type')) === 'library',
    templates: loadTemplates(files, folder),
    dependencies: loadDependencies(files, folder, metadata, depth),
  };
}

/** The map in a YAML file. */
export function readMap(files: FileIndex, path: string): MapValue | undefined {
  const root = files.parse(yamlParser, path)?.[0]?.root;
  return root?.kind === 'map' ? toYamlMap(root, path) : undefined;
}

/** A path inside a folder, which may be the root. */
export function inFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

function loadTemplates(files: FileIndex, folder: string): ChartTemplate[] {
  const start = inFolder(folder, 'templates/');
  return files.wholeRepository
    .map(file => file.path)
    .filter(path => path.startsWith(start) && /\.(ya?ml|tpl|txt)$/.test(path))
    .flatMap(path => {
      const template = files.parse(goTemplateParser, path);
      if (template === undefined) return [];
      const isPartial = /\.(tpl|txt)$|(^|\/)_[^/]*$/.test(path);
      return [{ path, template, isPartial }];
    });
}

function loadDependencies(
  files: FileIndex,
  folder: string,
  metadata: MapValue,
  depth: number,
): ChartDependency[] {
  const requirements = readMap(files, inFolder(folder, 'requirements.yaml'));
  const entries = [metadata, requirements].flatMap(map =>
    getItems(getOwn(map, 'dependencies')),
  );
  const declared = entries.flatMap(entry => {
    const name = getText(getOwn(entry, 'name'));
    if (name === undefined) return [];
    const condition = getText(getOwn(entry, 'condition'));
    const chart = findChart(files, folder, name, entry, depth);
    return [
      {
        key: getText(getOwn(entry, 'alias')) ?? name,
        name,
        ...(condition !== undefined && { condition }),
        ...(chart && { chart }),
        entry,
      },
    ];
  });
  const known = new Set(declared.map(dependency => dependency.name));
  return [...declared, ...loadBareCharts(files, folder, known, depth)];
}

function findChart(
  files: FileIndex,
  folder: string,
  name: string,
  entry: Value,
  depth: number,
): Chart | undefined {
  const vendored = loadChart(
    files,
    inFolder(folder, `charts/${name}`),
    depth + 1,
  );
  if (vendored) return vendored;
  const local = getLocalFolder(folder, entry);
  return local === undefined ? undefined : loadChart(files, local, depth + 1);
}

/** The folder of a dependency with a `file://` repository. */
export function getLocalFolder(
  folder: string,
  entry: Value,
): string | undefined {
  const repository = getText(getOwn(entry, 'repository'));
  return repository?.startsWith('file://')
    ? joinPath(folder, repository.slice('file://'.length))
    : undefined;
}

/** Charts below `charts/` that nothing declares are used all the same. */
function loadBareCharts(
  files: FileIndex,
  folder: string,
  known: ReadonlySet<string>,
  depth: number,
): ChartDependency[] {
  const start = inFolder(folder, 'charts/');
  return files.wholeRepository.flatMap(({ path }) => {
    if (!path.startsWith(start)) return [];
    const rest = path.slice(start.length);
    const name = /^([^/]+)\/Chart\.yaml$/.exec(rest)?.[1];
    if (name === undefined || known.has(name)) return [];
    const chart = loadChart(files, `${start}${name}`, depth + 1);
    return chart ? [{ key: chart.name, name: chart.name, chart }] : [];
  });
}
