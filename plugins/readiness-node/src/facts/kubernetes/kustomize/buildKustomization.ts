import { yamlParser } from '../../../parsers/yaml';
import type { FileIndex } from '../../fileIndex';
import { joinPath } from '../../paths';
import { getItems, getText, getValue } from '../../readValue';
import type { MapValue, Value } from '../../value';
import { toYamlMap } from '../../yamlValue';
import { getOwn } from '../editValue';
import { readManifestFile } from '../plainManifests';
import type { Manifest } from '../manifest';
import { toBuildObject, type BuildObject } from './buildObject';
import { generateObjects } from './generators';
import { applyPatch, readPatches } from './patches';
import { setImages, setReplicas } from './transformImages';
import { addAnnotations, addLabels } from './transformLabels';
import { rename, setNamespace } from './transformNames';

export const KUSTOMIZATION = /(^|\/)(kustomization\.ya?ml|Kustomization)$/;
/** Builds nested deeper are a mistake; also what bounds hostile trees. */
const DEPTH_LIMIT = 24;
const OBJECT_LIMIT = 20_000;
const REMOTE =
  /^(https?:|git@|git::|ssh:|github\.com\/|bitbucket\.org\/|gitlab\.com\/)|\?ref=|\/\/.*\?|\.git(\/|$|\?)/;

/** Renders the charts a kustomization inflates. */
export type ChartRenderer = (
  chartFolder: string,
  chart: Value,
  kustomizationFolder: string,
) => readonly Manifest[];

/**
 * Builds the kustomizations of a repository, each once. Transformers run in
 * Kustomize's own order: generators, patches, namespace, prefix and suffix,
 * labels, annotations, replicas, images.
 */
export class KustomizeBuilder {
  /** Files and folders that kustomizations refer to: not applied on their own. */
  readonly referredPaths = new Set<string>();
  /** Bases that live elsewhere, with the place that names them. */
  readonly remotes: { readonly url: string; readonly value: Value }[] = [];
  private readonly builds = new Map<string, readonly BuildObject[]>();
  private readonly open = new Set<string>();
  private objectCount = 0;

  constructor(
    private readonly files: FileIndex,
    private readonly renderChart: ChartRenderer,
  ) {}

  /** The kustomization file of a folder. */
  findFile(folder: string): string | undefined {
    const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
    return names
      .map(name => (folder === '' ? name : `${folder}/${name}`))
      .find(path => this.files.get(path) !== undefined);
  }

  /** The kustomization of a file; nothing when it is something else. */
  read(path: string): MapValue | undefined {
    const root = this.files.parse(yamlParser, path)?.[0]?.root;
    if (root?.kind !== 'map') return undefined;
    const value = toYamlMap(root, path);
    const apiVersion = getText(getOwn(value, 'apiVersion'));
    const isForeign =
      apiVersion !== undefined && !apiVersion.startsWith('kustomize.config.');
    return isForeign ? undefined : value;
  }

  build(folder: string): readonly BuildObject[] {
    const done = this.builds.get(folder);
    if (done) return done;
    if (this.open.has(folder) || this.open.size > DEPTH_LIMIT) return [];
    this.open.add(folder);
    const objects = this.buildNow(folder, []);
    this.open.delete(folder);
    this.builds.set(folder, objects);
    return objects;
  }

  /** What a kustomization does, on top of objects when it is a component. */
  private buildNow(
    folder: string,
    given: readonly BuildObject[],
  ): readonly BuildObject[] {
    const path = this.findFile(folder);
    const kustomization = path === undefined ? undefined : this.read(path);
    if (path === undefined || kustomization === undefined) return given;
    this.referredPaths.add(path);
    let objects = [...given, ...this.loadResources(folder, kustomization)];
    this.objectCount += objects.length;
    if (this.objectCount > OBJECT_LIMIT) return given;
    objects.push(...this.loadCharts(folder, kustomization));
    objects = this.generate(folder, kustomization, objects);
    objects = this.applyComponents(folder, kustomization, objects);
    return this.transform(folder, kustomization, objects);
  }

  private loadResources(
    folder: string,
    kustomization: MapValue,
  ): BuildObject[] {
    const entries = ['resources', 'bases'].flatMap(key =>
      getItems(getOwn(kustomization, key)),
    );
    return entries.flatMap(entry => this.loadResource(folder, entry));
  }

  private loadResource(folder: string, entry: Value): readonly BuildObject[] {
    const text = getText(entry);
    if (text === undefined) return [];
    const path = joinPath(folder, text);
    const isHere = path !== undefined && this.exists(path);
    if (!isHere || path === undefined) {
      if (REMOTE.test(text)) this.remotes.push({ url: text, value: entry });
      return [];
    }
    this.referredPaths.add(path);
    if (this.files.get(path) === undefined) return this.build(path);
    return readManifestFile(this.files, path).map(toBuildObject);
  }

  private exists(path: string): boolean {
    return (
      this.files.get(path) !== undefined || this.findFile(path) !== undefined
    );
  }

  private loadCharts(folder: string, kustomization: MapValue): BuildObject[] {
    const home =
      getText(getValue(kustomization, 'helmGlobals.chartHome')) ?? 'charts';
    return getItems(getOwn(kustomization, 'helmCharts')).flatMap(chart => {
      const name = getText(getOwn(chart, 'name'));
      const path = name && joinPath(folder, `${home}/${name}`);
      if (!path) return [];
      this.referredPaths.add(path);
      return this.renderChart(path, chart, folder).map(toBuildObject);
    });
  }

  private generate(
    folder: string,
    kustomization: MapValue,
    objects: readonly BuildObject[],
  ): BuildObject[] {
    const onFile = (path: string) => this.referredPaths.add(path);
    return generateObjects(this.files, folder, kustomization, objects, onFile);
  }

  private applyComponents(
    folder: string,
    kustomization: MapValue,
    objects: readonly BuildObject[],
  ): BuildObject[] {
    let result = [...objects];
    for (const entry of getItems(getOwn(kustomization, 'components'))) {
      const text = getText(entry);
      const path = text === undefined ? undefined : joinPath(folder, text);
      if (path === undefined || this.open.has(path)) continue;
      if (this.open.size > DEPTH_LIMIT) continue;
      this.referredPaths.add(path);
      this.open.add(path);
      result = [...this.buildNow(path, result)];
      this.open.delete(path);
    }
    return result;
  }

  private transform(
    folder: string,
    kustomization: MapValue,
    loaded: readonly BuildObject[],
  ): BuildObject[] {
    const get = (key: string) => getOwn(kustomization, key);
    const onFile = (path: string) => this.referredPaths.add(path);
    let objects = [...loaded];
    for (const patch of readPatches(
      this.files,
      folder,
      kustomization,
      onFile,
    )) {
      objects = applyPatch(objects, patch);
    }
    const namespace = get('namespace');
    if (namespace) {
      objects = objects.map(each => setNamespace(each, namespace));
    }
    objects = rename(objects, get('namePrefix'), get('nameSuffix'));
    objects = objects.map(each => addAllLabels(each, kustomization));
    return objects.map(each =>
      setImages(setReplicas(each, get('replicas')), get('images')),
    );
  }
}

function addAllLabels(
  object: BuildObject,
  kustomization: MapValue,
): BuildObject {
  let result = object;
  const common = getOwn(kustomization, 'commonLabels');
  if (common) {
    const targets = { includeSelectors: true, includeTemplates: true };
    result = addLabels(result, common, targets);
  }
  for (const entry of getItems(getOwn(kustomization, 'labels'))) {
    const pairs = getOwn(entry, 'pairs');
    if (pairs === undefined) continue;
    result = addLabels(result, pairs, {
      includeSelectors: getText(getOwn(entry, 'includeSelectors')) === 'true',
      includeTemplates: getText(getOwn(entry, 'includeTemplates')) === 'true',
    });
  }
  const annotations = getOwn(kustomization, 'commonAnnotations');
  return annotations ? addAnnotations(result, annotations) : result;
}
