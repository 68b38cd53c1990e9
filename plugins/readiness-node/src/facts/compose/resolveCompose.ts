import { yamlParser } from '../../parsers/yaml';
import {
  chooseEnvironments,
  type Rendition,
} from '../kubernetes/chooseEnvironments';
import { isEnvironmentName } from '../kubernetes/environments';
import type { CollectorOptions } from '../collector';
import type { FileIndex } from '../fileIndex';
import { getBaseName, getFolder, isDevelopmentPath, joinPath } from '../paths';
import { getEntries, getText, getValue } from '../readValue';
import type { Resource } from '../resource';
import type { ResolverInput } from '../resolvers';
import type { Location, MapValue, Value } from '../value';
import { getYamlLocation, toYamlMap, toYamlValue } from '../yamlValue';
import { interpolate, parseVariables, type Variables } from './interpolate';
import { mergeCompose } from './mergeServices';

const COMPOSE_FILE = /(^|\/)(docker-)?compose(?:[-._]([\w.-]+))?\.ya?ml$/;
const BASE_NAMES = [
  'compose.yaml',
  'compose.yml',
  'docker-compose.yaml',
  'docker-compose.yml',
];
const SECTIONS = ['services', 'volumes', 'networks', 'configs', 'secrets'];
const EXTENDS_LIMIT = 10;

/**
 * Services, volumes and networks of compose files: type `compose.service`,
 * address `services.web`.
 *
 * A file of an environment (`docker-compose.prod.yml`) is merged over the base
 * beside it, and production decides; of other files beside a base only what
 * the base doesn't have is added. Development files give their own services,
 * for those who look at them.
 */
export function resolveCompose(input: ResolverInput): readonly Resource[] {
  const { files, options } = input;
  const folders = new Map<string, string[]>();
  for (const { path } of files.matching(COMPOSE_FILE)) {
    const folder = getFolder(path);
    folders.set(folder, [...(folders.get(folder) ?? []), path]);
  }
  const renditions = [...folders].flatMap(([folder, paths]) =>
    renderFolder(files, folder, paths, options),
  );
  return chooseEnvironments(renditions, options);
}

function renderFolder(
  files: FileIndex,
  folder: string,
  paths: readonly string[],
  options: CollectorOptions,
): Rendition[] {
  const variables = parseVariables(
    files.get(joinPath(folder, '.env') ?? '')?.text,
  );
  const read = (path: string) => readCompose(files, path, variables);
  const basePath = BASE_NAMES.map(name => joinPath(folder, name)).find(
    path => path !== undefined && paths.includes(path),
  );
  const base = basePath === undefined ? undefined : read(basePath);
  const renditions: Rendition[] = base
    ? listResources(base, basePath ?? folder)
    : [];
  const known = new Set(renditions.map(({ resource }) => resource.address));
  for (const path of paths) {
    if (path === basePath) continue;
    const over = read(path);
    if (over === undefined) continue;
    const environment = getEnvironment(path, options);
    if (base && environment !== undefined && !isDevelopmentPath(path)) {
      const merged = mergeCompose(base, over);
      renditions.push(...listResources(merged, basePath ?? path, environment));
      continue;
    }
    const own = listResources(over, path, environment);
    renditions.push(
      ...own.filter(({ resource }) => !known.has(resource.address)),
    );
  }
  return renditions;
}

function getEnvironment(
  path: string,
  options: CollectorOptions,
): string | undefined {
  const name = COMPOSE_FILE.exec(path)?.[3];
  return name !== undefined && isEnvironmentName(name, options)
    ? name
    : undefined;
}

/** `!reset` empties, `!override` replaces; both stand for what they hold. */
const resolveTag = (
  node: Parameters<typeof toYamlValue>[0],
  location: Location,
): Value =>
  node.tag === '!reset'
    ? { kind: 'scalar', value: null, location }
    : {
        ...toYamlValue({ ...node, tag: undefined }, location.path, resolveTag),
        location: getYamlLocation(node, location.path, location.startLine),
      };

/** A compose file with its variables filled in and `extends` followed. */
function readCompose(
  files: FileIndex,
  path: string,
  variables: Variables,
  depth = 0,
): MapValue | undefined {
  const root = files.parse(yamlParser, path)?.[0]?.root;
  if (root?.kind !== 'map' || depth > EXTENDS_LIMIT) return undefined;
  const value = toYamlMap(root, path, resolveTag);
  const filled = interpolate(value, variables);
  if (filled.kind !== 'map') return undefined;
  const services = filled.entries.services;
  if (services?.kind !== 'map') return filled;
  const extended = Object.fromEntries(
    Object.entries(services.entries).map(([name, service]) => [
      name,
      followExtends(files, path, filled, service, variables, depth),
    ]),
  );
  return {
    ...filled,
    entries: {
      ...filled.entries,
      services: { ...services, entries: extended },
    },
  };
}

function followExtends(
  files: FileIndex,
  path: string,
  file: MapValue,
  service: Value,
  variables: Variables,
  depth: number,
): Value {
  if (service.kind !== 'map' || depth > EXTENDS_LIMIT) return service;
  const { extends: reference } = service.entries;
  if (reference === undefined) return service;
  const name = getText(reference) ?? getText(getValue(reference, 'service'));
  const other =
    reference.kind === 'map' ? getText(getValue(reference, 'file')) : undefined;
  const target = other === undefined ? path : joinPath(getFolder(path), other);
  const source =
    target === path
      ? file
      : target && readCompose(files, target, variables, depth + 1);
  const parent = source && name && getValue(source, `services.${name}`);
  if (!parent || parent.kind !== 'map') return service;
  const whole = followExtends(files, path, file, parent, variables, depth + 1);
  return whole.kind === 'map' ? mergeCompose(whole, service) : service;
}

function listResources(
  file: MapValue,
  scope: string,
  environment?: string,
): Rendition[] {
  return SECTIONS.flatMap(section =>
    getEntries(file.entries[section]).flatMap(([name, value]) => {
      if (value.kind === 'list' || name.startsWith('x-')) return [];
      const attributes: MapValue =
        value.kind === 'map'
          ? value
          : { kind: 'map', entries: {}, location: value.location };
      const address = `${section}.${name}`;
      const resource: Resource = {
        language: 'compose',
        type: `compose.${section.replace(/s$/, '')}`,
        name,
        address,
        scope,
        ...(environment !== undefined && { environment }),
        attributes,
        location: value.location,
      };
      return [{ resource, identity: `${scope}\n${address}` }];
    }),
  );
}

/** Whether a path is a compose file. */
export function isComposePath(path: string): boolean {
  return COMPOSE_FILE.test(getBaseName(path));
}
