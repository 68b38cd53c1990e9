import { yamlParser } from '../../../parsers/yaml';
import type { FileIndex } from '../../fileIndex';
import { getBaseName, getFolder, joinPath } from '../../paths';
import { getItems, getText, getValue } from '../../readValue';
import type { Resource } from '../../resource';
import type { MapValue, Value } from '../../value';
import { toYamlMap } from '../../yamlValue';
import { createMap, getOwn } from '../editValue';
import { shiftLines } from '../shiftLines';
import { readMap } from './chart';
import { mergeMaps } from './renderChart';

const HELMFILE =
  /(^|\/)helmfile[\w.-]*\.ya?ml(\.gotmpl)?$|(^|\/)helmfile\.d\/[^/]+\.ya?ml(\.gotmpl)?$/;

/** A chart that lies elsewhere and what is set for it. */
interface ExternalRelease {
  readonly name: string;
  readonly chart: Value;
  readonly version?: Value;
  readonly repository?: Value;
  readonly values: MapValue;
  readonly location: Value['location'];
}

/** Charts installed by Argo CD and Flux, from their objects. */
export function listGitOpsReleases(resources: readonly Resource[]): Resource[] {
  return resources.flatMap(resource => {
    const { type, apiVersion = '', attributes } = resource;
    if (type === 'Application' && apiVersion.startsWith('argoproj.io/')) {
      return readArgo(resource, attributes, 'spec');
    }
    if (type === 'ApplicationSet') {
      return readArgo(resource, attributes, 'spec.template.spec');
    }
    return type === 'HelmRelease' ? readFlux(resource) : [];
  });
}

function readArgo(
  resource: Resource,
  root: MapValue,
  base: string,
): Resource[] {
  const sources = ['source', 'sources'].flatMap(key =>
    getItems(getValue(root, `${base}.${key}`)),
  );
  return sources.flatMap(source => {
    const chart = getOwn(source, 'chart');
    if (chart === undefined) return [];
    const helm = getOwn(source, 'helm');
    const object = getOwn(helm, 'valuesObject');
    const values =
      object?.kind === 'map' ? object : parseInline(getOwn(helm, 'values'));
    const version = getOwn(source, 'targetRevision');
    const repository = getOwn(source, 'repoURL');
    return [
      toDependency(resource, {
        name: getText(getOwn(helm, 'releaseName')) ?? resource.name,
        chart,
        ...(version && { version }),
        ...(repository && { repository }),
        values: values ?? createMap({}, source.location),
        location: source.location,
      }),
    ];
  });
}

function readFlux(resource: Resource): Resource[] {
  const { attributes } = resource;
  const chart = getValue(attributes, 'spec.chart.spec.chart');
  if (chart === undefined) return [];
  const version = getValue(attributes, 'spec.chart.spec.version');
  const repository = getValue(attributes, 'spec.chart.spec.sourceRef.name');
  const values = getValue(attributes, 'spec.values');
  return [
    toDependency(resource, {
      name: getText(getValue(attributes, 'spec.releaseName')) ?? resource.name,
      chart,
      ...(version && { version }),
      ...(repository && { repository }),
      values:
        values?.kind === 'map' ? values : createMap({}, resource.location),
      location: resource.location,
    }),
  ];
}

/** Values written as a text in a block scalar. */
function parseInline(value: Value | undefined): MapValue | undefined {
  const text = getText(value);
  if (value === undefined || text === undefined) return undefined;
  const root = yamlParser.parse(text).tree?.[0]?.root;
  if (root?.kind !== 'map') return undefined;
  const { path, startLine, endLine } = value.location;
  const shift = endLine > startLine ? startLine : startLine - 1;
  const shifted = shiftLines(toYamlMap(root, path), line =>
    Math.min(line + shift, endLine),
  );
  return shifted.kind === 'map' ? shifted : undefined;
}

type Origin = Pick<Resource, 'scope' | 'environment'>;

function toDependency(origin: Origin, release: ExternalRelease): Resource {
  const { name, chart, version, repository, values, location } = release;
  return {
    language: 'kubernetes',
    type: 'HelmDependency',
    name,
    address: `HelmDependency/${name}`,
    scope: origin.scope,
    ...(origin.environment !== undefined && {
      environment: origin.environment,
    }),
    attributes: createMap(
      {
        name: chart,
        ...(version && { version }),
        ...(repository && { repository }),
        values,
      },
      location,
    ),
    location,
  };
}

/** Releases of helmfiles whose charts lie elsewhere. */
export function listHelmfileReleases(files: FileIndex): Resource[] {
  return files.matching(HELMFILE).flatMap(({ path, text }) => {
    if (text === undefined) return [];
    // Lines that only steer the template go; what stands in values stays text.
    const masked = text
      .replace(/^[ \t]*\{\{-?[^}]*-?\}\}[ \t]*$/gm, '')
      .replace(/(:[ \t]+|- )(\{\{[^}\n]*\}\})[ \t]*$/gm, "$1'$2'");
    const documents = yamlParser.parse(masked).tree ?? [];
    return documents.flatMap(({ root }) =>
      root?.kind === 'map'
        ? getItems(getOwn(toYamlMap(root, path), 'releases')).flatMap(release =>
            readHelmfileRelease(files, path, release),
          )
        : [],
    );
  });
}

function readHelmfileRelease(
  files: FileIndex,
  path: string,
  release: Value,
): Resource[] {
  const chart = getOwn(release, 'chart');
  const name = getText(getOwn(release, 'name'));
  const text = getText(chart);
  if (!chart || text === undefined || name === undefined) return [];
  if (/^\.{0,2}\//.test(text)) return [];
  const folder = getFolder(path);
  let values = createMap({}, release.location);
  for (const entry of getItems(getOwn(release, 'values'))) {
    const file = getText(entry);
    const target = file === undefined ? undefined : joinPath(folder, file);
    const over = target === undefined ? entry : readMap(files, target);
    if (over?.kind === 'map') values = mergeMaps(values, over);
  }
  const version = getOwn(release, 'version');
  return [
    toDependency(
      { scope: folder },
      {
        name,
        chart: { ...chart, kind: 'scalar', value: getBaseName(text) },
        ...(version && { version }),
        values,
        location: release.location,
      },
    ),
  ];
}
