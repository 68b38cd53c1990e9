import { parse as parseToml } from 'smol-toml';
import { yamlParser } from '../../parsers/yaml';
import type { CollectorOptions } from '../collector';
import type { FileIndex } from '../fileIndex';
import { getBaseName, getFolder } from '../paths';
import { getEntries, getItems, getText, getValue } from '../readValue';
import type { Value } from '../value';
import { toYamlValue } from '../yamlValue';
import { getSection, type Template } from './template';

/** Parameters of a template as a file beside it gives them. */
export interface ParameterSet {
  readonly path: string;
  /** The environment its name tells; absent when it applies to all. */
  readonly environment?: string;
  readonly values: ReadonlyMap<string, string>;
}

const PARAMETER_FILE =
  /param|config|env|settings|[-_.](dev|test|qa|uat|stag\w*|sandbox|prod\w*|prd|live)[-_.]|(^|\/)(dev|test|qa|uat|stag\w*|sandbox|prod\w*|prd|live)\./i;
const ENVIRONMENTS = [
  'dev',
  'develop',
  'development',
  'test',
  'testing',
  'qa',
  'uat',
  'int',
  'staging',
  'stage',
  'stg',
  'preprod',
  'sandbox',
];
const LARGEST_FILE = 200_000;

/** Reads the parameter files that belong to a template. */
export function findParameterSets(
  template: Template,
  files: FileIndex,
  options: CollectorOptions,
): readonly ParameterSet[] {
  const names = new Set(
    getSection(template, 'Parameters').map(([name]) => name),
  );
  if (names.size === 0) return [];
  const near = files.wholeRepository.filter(
    file => isNear(template.path, file.path) && file.size <= LARGEST_FILE,
  );
  const sets = near.flatMap(file => {
    if (getBaseName(file.path) === 'samconfig.toml')
      return readSamConfig(file.path, file.text ?? '', options);
    if (!/\.(json|ya?ml)$/.test(file.path) || !PARAMETER_FILE.test(file.path))
      return [];
    if (/\bAWS::[A-Z]\w+::/.test(file.text ?? '')) return [];
    const root = files.parse(yamlParser, file.path)?.[0]?.root;
    const values = readParameters(root && toYamlValue(root, file.path));
    return [toSet(file.path, file.path, values, options)];
  });
  return preferOwn(
    template,
    sets.filter(set => belongs(set, names)),
  );
}

/** Same folder, a folder below it, or one beside it. */
function isNear(templatePath: string, path: string): boolean {
  const folder = getFolder(templatePath);
  const other = getFolder(path);
  if (path === templatePath) return false;
  return (
    other === folder ||
    getFolder(other) === folder ||
    getFolder(other) === getFolder(folder)
  );
}

/** All its keys are parameters of the template. */
function belongs(set: ParameterSet, names: ReadonlySet<string>): boolean {
  return (
    set.values.size > 0 && [...set.values.keys()].every(name => names.has(name))
  );
}

/** Files that name the template win over those that could mean any. */
function preferOwn(
  template: Template,
  sets: readonly ParameterSet[],
): readonly ParameterSet[] {
  const stem = getBaseName(template.path).replace(/\.\w+$/, '');
  const own = sets.filter(set => getBaseName(set.path).startsWith(stem));
  return own.length > 0 ? own : sets;
}

function readParameters(root: Value | undefined): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const item of root?.kind === 'list' ? getItems(root) : []) {
    const name = getText(getValue(item, 'ParameterKey'));
    const value = getText(getValue(item, 'ParameterValue'));
    if (name !== undefined && value !== undefined) values.set(name, value);
    else addAssignment(getText(item), values);
  }
  if (root?.kind !== 'map') return values;
  for (const [name, value] of getEntries(root.entries.Parameters ?? root)) {
    const text = getText(value);
    if (text !== undefined) values.set(name, text);
  }
  return values;
}

function addAssignment(
  text: string | undefined,
  values: Map<string, string>,
): void {
  const assignment = /^([A-Za-z0-9]+)=(.*)$/s.exec(text ?? '');
  if (assignment?.[1] !== undefined)
    values.set(assignment[1], (assignment[2] ?? '').replace(/^"(.*)"$/s, '$1'));
}

/** `[prod.deploy.parameters] parameter_overrides` of SAM. */
function readSamConfig(
  path: string,
  text: string,
  options: CollectorOptions,
): ParameterSet[] {
  let config: unknown;
  try {
    config = parseToml(text);
  } catch {
    return [];
  }
  return Object.entries(asRecord(config)).map(([environment, commands]) => {
    const deploy = asRecord(asRecord(commands).deploy);
    const overrides = asRecord(deploy.parameters).parameter_overrides;
    const written = Array.isArray(overrides)
      ? overrides.map(String)
      : splitAssignments(String(overrides ?? ''));
    const values = new Map<string, string>();
    for (const assignment of written) addAssignment(assignment, values);
    return toSet(
      path,
      environment === 'default' ? '' : environment,
      values,
      options,
    );
  });
}

function splitAssignments(text: string): readonly string[] {
  return text.match(/[A-Za-z0-9]+=("[^"]*"|\S*)/g) ?? [];
}

function toSet(
  path: string,
  named: string,
  values: ReadonlyMap<string, string>,
  options: CollectorOptions,
): ParameterSet {
  const environment = getEnvironment(named, options);
  return { path, values, ...(environment !== undefined && { environment }) };
}

/** The environment a path tells by one of its last two segments. */
export function getEnvironment(
  path: string,
  options: CollectorOptions,
): string | undefined {
  const words = path
    .toLowerCase()
    .split('/')
    .slice(-2)
    .join('.')
    .split(/[-_.\s]+/);
  return [...options.productionNames, ...ENVIRONMENTS].find(name =>
    words.includes(name),
  );
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
