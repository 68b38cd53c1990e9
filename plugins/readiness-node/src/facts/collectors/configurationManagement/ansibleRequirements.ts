import {
  getYamlItems,
  getYamlNode,
  getYamlText,
  yamlParser,
  type YamlNode,
} from '../../../parsers/yaml';
import type { FileIndex } from '../../fileIndex';
import type { ManagedDependencyFact } from '../../types/configurationManagement';
import { getYamlEntryLocation, getYamlLocation } from '../../yamlValue';
import { findOperatedFiles } from '../operatedFiles';

/** Roles and collections that `requirements.yml` and `galaxy.yml` ask for. */
export function readRequirements(
  files: FileIndex,
): readonly ManagedDependencyFact[] {
  return [
    ...findOperatedFiles(files, /(^|\/)[\w-]*requirements\.ya?ml$/),
    ...findOperatedFiles(files, /(^|\/)galaxy\.ya?ml$/),
  ].flatMap(({ path }) => {
    const root = files.parse(yamlParser, path)?.[0]?.root;
    if (root === undefined) return [];
    return /galaxy\.ya?ml$/.test(path)
      ? readGalaxy(root, path)
      : readFile(root, path);
  });
}

function readFile(
  root: YamlNode,
  path: string,
): readonly ManagedDependencyFact[] {
  const items =
    root.kind === 'list'
      ? root.items
      : [
          ...getYamlItems(getYamlNode(root, 'roles')),
          ...getYamlItems(getYamlNode(root, 'collections')),
        ];
  return items.flatMap(item => {
    const entry =
      item.kind === 'map' ? readMap(item) : readText(getYamlText(item) ?? '');
    if (entry === undefined) return [];
    const { name, version } = entry;
    return [
      {
        subject: path,
        tool: 'ansible',
        name,
        ...(version !== undefined && { version }),
        setting: 'version',
        location: getYamlLocation(item, path),
      },
    ];
  });
}

interface Requirement {
  readonly name: string;
  readonly version?: string;
}

function readMap(item: YamlNode): Requirement | undefined {
  if (/^(dir|subdirs|file)$/.test(getYamlText(item, 'type') ?? ''))
    return undefined;
  const source =
    getYamlText(item, 'source') ??
    getYamlText(item, 'src') ??
    getYamlText(item, 'name');
  const name = getYamlText(item, 'name') ?? source;
  if (name === undefined || getYamlText(item, 'include') !== undefined)
    return undefined;
  const version =
    getYamlText(item, 'version') ?? readText(source ?? '')?.version;
  return { name, ...(version !== undefined && { version }) };
}

/** `geerlingguy.nginx,3.2.0`, `community.mysql:3.11.0`, an archive with a version. */
function readText(text: string): Requirement | undefined {
  if (text === '') return undefined;
  const [, name, version] =
    /^([^,]+),([^,]+)/.exec(text) ?? /^([\w.]+):([^/]+)$/.exec(text) ?? [];
  if (name !== undefined && version !== undefined) return { name, version };
  const archive = /[-/]v?(\d+(?:\.\d+)+)\.tar\.gz$/.exec(text)?.[1];
  return { name: text, ...(archive !== undefined && { version: archive }) };
}

function readGalaxy(
  root: YamlNode,
  path: string,
): readonly ManagedDependencyFact[] {
  const dependencies = getYamlNode(root, 'dependencies');
  if (dependencies?.kind !== 'map') return [];
  return dependencies.entries.map(entry => {
    const version = getYamlText(entry.value);
    return {
      subject: path,
      tool: 'ansible',
      name: entry.key,
      ...(version !== undefined && { version }),
      setting: 'a version range',
      location: getYamlEntryLocation(entry, path),
    };
  });
}
