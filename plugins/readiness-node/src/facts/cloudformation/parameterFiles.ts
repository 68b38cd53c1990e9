import { parse as parseToml } from 'smol-toml';
import { yamlParser } from '../../parsers/yaml';
import type { CollectorOptions } from '../collector';
import type { FileIndex } from '../fileIndex';
import { getBaseName, getFolder } from '../paths';
import type { SnapshotFile } from '../snapshot';
import type { CloudFormationInput } from './resolveCloudFormation';
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
const PARAMETER_FOLDER = /param|config|env|settings|stack/i;
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

/** The parameter files of a repository, each read once and only when near a template. */
export class ParameterFiles {
  private readonly byFolder = new Map<string, SnapshotFile[]>();
  private readonly sets = new Map<string, readonly ParameterSet[]>();

  constructor(private readonly input: CloudFormationInput) {
    for (const file of input.files.wholeRepository) {
      if (!isCandidate(file)) continue;
      const folder = getFolder(file.path);
      const list = this.byFolder.get(folder);
      if (list) list.push(file);
      else this.byFolder.set(folder, [file]);
    }
  }

  /** The sets that belong to a template. */
  find(template: Template): readonly ParameterSet[] {
    const names = new Set(
      getSection(template, 'Parameters').map(([name]) => name),
    );
    if (names.size === 0) return [];
    const near = [...this.byFolder]
      .filter(([folder]) => isNear(getFolder(template.path), folder))
      .flatMap(([, files]) => files);
    const sets = near.flatMap(file => this.read(file));
    return preferOwn(
      template,
      sets.filter(set => belongs(set, names)),
    );
  }

  private read(file: SnapshotFile): readonly ParameterSet[] {
    const known = this.sets.get(file.path);
    if (known !== undefined) return known;
    const { files, options } = this.input;
    const sets = file.path.endsWith('.toml')
      ? readSamConfig(file.path, file.text ?? '', options)
      : [readParameterFile(file.path, files, options)];
    this.sets.set(file.path, sets);
    return sets;
  }
}

function isCandidate({ path, size, text }: SnapshotFile): boolean {
  if (size > LARGEST_FILE) return false;
  if (getBaseName(path) === 'samconfig.toml') return true;
  if (!/\.(json|ya?ml)$/.test(path) || !PARAMETER_FILE.test(path)) return false;
  return !/\bAWS::[A-Z]\w+::/.test(text ?? '');
}

function readParameterFile(
  path: string,
  files: FileIndex,
  options: CollectorOptions,
): ParameterSet {
  const root = files.parse(yamlParser, path)?.[0]?.root;
  return toSet(
    path,
    path,
    readParameters(root && toYamlValue(root, path)),
    options,
  );
}

/** The template's folder, one below it, or one for parameters beside it. */
function isNear(folder: string, other: string): boolean {
  if (other === folder) return true;
  const parent = getFolder(other);
  if (other !== '' && parent === folder) return true;
  return (
    parent === getFolder(folder) && PARAMETER_FOLDER.test(getBaseName(other))
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
