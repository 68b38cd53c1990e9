import {
  goTemplateParser,
  type IfNode,
  type TemplateNode,
} from '../../../parsers/goTemplate';
import { yamlParser } from '../../../parsers/yaml';
import type { FileIndex } from '../../fileIndex';
import type { MapValue, Value } from '../../value';
import { toYamlValue } from '../../yamlValue';
import { createMap, getOwn } from '../editValue';
import { mergeStrategically } from '../kustomize/strategicMerge';
import { toManifests, type Manifest } from '../manifest';
import { shiftLines } from '../shiftLines';
import { createContext } from './builtInObjects';
import type { Chart, ChartDependency, ChartTemplate } from './chart';
import type { Markers } from './markers';
import { nameMissingTags } from './missingTags';
import { RenderLimitError, TemplateRenderer } from './renderTemplate';
import {
  fromValue,
  TemplateMap,
  toMap,
  type TemplateValue,
} from './templateValue';

/** How a chart is installed. */
export interface Release {
  readonly name: string;
  readonly namespace: string;
}

/** An object of a chart. */
export interface ChartManifest extends Manifest {
  readonly path: string;
  /** The switch that must be turned on for it to exist. */
  readonly offByDefault?: string;
}

/** A dependency that lies elsewhere, with the values set for it. */
export interface ExternalDependency {
  readonly dependency: ChartDependency;
  readonly entry: Value;
  readonly values: MapValue;
  readonly offByDefault?: string;
}

export interface RenderedChart {
  readonly manifests: readonly ChartManifest[];
  readonly dependencies: readonly ExternalDependency[];
}

/**
 * Renders a chart and those it brings along, as `helm template` does with the
 * chart's own name as release name.
 */
export function renderChart(
  files: FileIndex,
  chart: Chart,
  values: MapValue,
  release: Release,
): RenderedChart {
  const installed = listInstalled(chart, values, []);
  const templates = installed.flatMap(each => each.chart.templates);
  const renderer = new TemplateRenderer(
    templates.map(({ template }) => template),
    text => goTemplateParser.parse(text).tree,
  );
  return {
    manifests: installed.flatMap(each => {
      if (each.chart.isLibrary) return [];
      const context = createContext(
        each.chart,
        toMap(fromValue(each.values)),
        release,
        files,
      );
      return each.chart.templates
        .filter(template => !template.isPartial)
        .flatMap(template =>
          renderTemplateFile(renderer, template, context, files),
        );
    }),
    dependencies: installed.flatMap(each => listExternal(each)),
  };
}

interface InstalledChart {
  readonly chart: Chart;
  readonly values: MapValue;
}

/** The chart and its sub-charts that are switched on, with their values. */
function listInstalled(
  chart: Chart,
  values: MapValue,
  above: readonly string[],
): InstalledChart[] {
  if (above.includes(chart.folder) || above.length > 8) return [];
  const inner = chart.dependencies.flatMap(dependency => {
    const { chart: subChart } = dependency;
    if (subChart === undefined || !isEnabled(dependency, values)) return [];
    const given = getOwn(values, dependency.key);
    const own =
      given?.kind === 'map'
        ? mergeMaps(subChart.values, given)
        : subChart.values;
    const shared = getOwn(values, 'global');
    const merged =
      shared?.kind === 'map'
        ? mergeMaps(own, createMap({ global: shared }, shared.location))
        : own;
    return listInstalled(subChart, merged, [...above, chart.folder]);
  });
  return [{ chart, values }, ...inner];
}

/** The second over the first; lists are replaced, `null` removes. */
export function mergeMaps(base: MapValue, over: MapValue): MapValue {
  return mergeStrategically(base, over, false) ?? base;
}

/** The first path of a condition that is set decides; without any it is on. */
function isEnabled(dependency: ChartDependency, values: MapValue): boolean {
  for (const path of dependency.condition?.split(',') ?? []) {
    let value: Value | undefined = values;
    for (const step of path.trim().split('.')) value = getOwn(value, step);
    if (value?.kind === 'scalar' && typeof value.value === 'boolean') {
      return value.value;
    }
  }
  return true;
}

function listExternal({ chart, values }: InstalledChart): ExternalDependency[] {
  return chart.dependencies.flatMap(dependency => {
    const { entry } = dependency;
    if (dependency.chart !== undefined || entry === undefined) return [];
    const own = getOwn(values, dependency.key);
    const isOff = !isEnabled(dependency, values);
    return [
      {
        dependency,
        entry,
        values: own?.kind === 'map' ? own : createMap({}, entry.location),
        ...(isOff && { offByDefault: dependency.condition ?? dependency.key }),
      },
    ];
  });
}

const FORCE_ROUNDS = 4;

function renderTemplateFile(
  renderer: TemplateRenderer,
  chartTemplate: ChartTemplate,
  context: TemplateMap,
  files: FileIndex,
): ChartManifest[] {
  const forced = new Set<IfNode>();
  const found = new Set<IfNode>();
  const render = () =>
    renderOnce(renderer, chartTemplate, context, files, (node, isOn) => {
      if (!isOn && isSwitch(node)) found.add(node);
      return forced.has(node);
    });
  const existing = render();
  let all = existing;
  for (
    let round = 0;
    round < FORCE_ROUNDS && found.size > forced.size;
    round++
  ) {
    for (const node of found) forced.add(node);
    all = render();
  }
  const seen = new Set(existing.map(getKey));
  const switched = all.flatMap(manifest => {
    const { startLine } = manifest.body.location;
    const guard = [...forced].find(
      node => startLine > node.line && startLine <= node.endLine,
    );
    if (guard === undefined || seen.has(getKey(manifest))) return [];
    return [{ ...manifest, offByDefault: describeSwitch(guard) }];
  });
  return [...existing, ...switched];
}

function getKey(manifest: Manifest): string {
  return `${manifest.kind}/${manifest.name}`;
}

/** A guard of whole objects that values decide. */
function isSwitch(node: IfNode): boolean {
  return /\.Values\b|\$\w/.test(node.pipeline.source) && holdsObject(node.body);
}

function holdsObject(nodes: readonly TemplateNode[]): boolean {
  return nodes.some(node => {
    if (node.kind === 'text') return /(^|\n)kind:/.test(node.text);
    return (
      'body' in node && (holdsObject(node.body) || holdsObject(node.otherwise))
    );
  });
}

function describeSwitch(node: IfNode): string {
  const path = /^\$?\.Values\.([\w.]+)$/.exec(node.pipeline.source)?.[1];
  return path ?? node.pipeline.source;
}

function renderOnce(
  renderer: TemplateRenderer,
  { path, template }: ChartTemplate,
  context: TemplateValue,
  files: FileIndex,
  onGuard: (node: IfNode, isOn: boolean) => boolean,
): ChartManifest[] {
  try {
    const { text, lines } = renderer.render(template, context, onGuard);
    const translate = (line: number) => lines[line - 1] ?? lines.at(-1) ?? line;
    return (yamlParser.parse(text).tree ?? []).flatMap(({ root }) =>
      root === undefined
        ? []
        : finish(toYamlValue(root, path), renderer.markers, translate, files),
    );
  } catch (error) {
    if (error instanceof RenderLimitError) return [];
    throw error;
  }
}

function finish(
  value: Value,
  markers: Markers,
  translate: (line: number) => number,
  files: FileIndex,
): ChartManifest[] {
  const { path } = value.location;
  const source = files.get(path)?.text?.split('\n') ?? [];
  const located = markers.restore(shiftLines(value, translate));
  return toManifests(nameMissingTags(located, source)).map(manifest => ({
    ...manifest,
    path,
  }));
}
