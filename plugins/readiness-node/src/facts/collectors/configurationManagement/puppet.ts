import {
  getYamlItems,
  getYamlNode,
  getYamlText,
  yamlParser,
} from '../../../parsers/yaml';
import type { FileIndex } from '../../fileIndex';
import { getFolder } from '../../paths';
import type { SnapshotFile } from '../../snapshot';
import type {
  ConfigurationManagementFacts,
  ManagedDependencyFact,
  ManagedPackageFact,
  ManagedTemplateFact,
  ManagedUnitFact,
} from '../../types/configurationManagement';
import type { FactValue, Location } from '../../value';
import { getYamlLocation } from '../../yamlValue';
import { findOperatedFiles } from '../operatedFiles';
import { findMatches, getFirstLine, readQuoted } from './findLines';

const PACKAGE =
  /\bpackage\s*\{\s*(?<names>[^\s:{}][^:{}]*):(?!:)(?<body>[^{}]*)\}/g;
const ENSURE =
  /\bensure\s*=>\s*(?:["'](?<text>[^"']*)["']|(?<word>\w+)|(?<variable>\$[\w:]+))/;
const TEMPLATE =
  /\b(?:epp|template)\(\s*["'](?<source>[^"']+\.(?:epp|erb))["']/g;
const MODULE =
  /^[ \t]*mod[ \t(]+["'](?<name>[^"']+)["'](?<rest>(?:,\s*[^,\n]+)*)/gm;

/** Modules, node manifests and what they install and render. */
export function readPuppet(files: FileIndex): ConfigurationManagementFacts {
  const manifests = findOperatedFiles(files, /\.pp$/);
  return {
    managedUnits: readModules(manifests),
    managedPackages: manifests.flatMap(readPackages),
    managedTemplates: manifests.flatMap(readTemplates),
    managedDependencies: [
      ...findOperatedFiles(files, /(^|\/)Puppetfile$/).flatMap(file =>
        readPuppetfile(files, file),
      ),
      ...findOperatedFiles(files, /(^|\/)metadata\.json$/).flatMap(file =>
        readMetadata(files, file.path),
      ),
    ],
  };
}

function readModules(
  manifests: readonly SnapshotFile[],
): readonly ManagedUnitFact[] {
  const units = new Map<string, ManagedUnitFact>();
  for (const manifest of manifests) {
    const location = getFirstLine(manifest);
    const isNodes = /^[ \t]*node[ \t]+(default|["'/])/m.test(
      manifest.text ?? '',
    );
    const folder = manifest.path.replace(/(^|\/)manifests\/.+$/, '');
    const isModule = !isNodes && folder !== manifest.path;
    const inFolder = folder === '' ? '.' : folder;
    const subject = isModule ? inFolder : manifest.path;
    const kind = isModule ? 'module' : 'node manifest';
    if (!units.has(subject))
      units.set(subject, { subject, tool: 'puppet', kind, location });
  }
  return [...units.values()];
}

function readPackages(file: SnapshotFile): readonly ManagedPackageFact[] {
  return findMatches(file, PACKAGE).map(({ groups, location }) => {
    const { names = '', body = '' } = groups;
    const quoted = readQuoted(names);
    return {
      subject: file.path,
      tool: 'puppet',
      names: quoted.length > 0 ? quoted : [names.trim()],
      state: readEnsure(body, location),
      location,
    };
  });
}

function readEnsure(body: string, location: Location): FactValue<string> {
  const setting = 'ensure';
  const match = ENSURE.exec(body);
  const { text, word, variable } = match?.groups ?? {};
  if (variable !== undefined)
    return { state: 'unresolved', expression: variable, setting, location };
  const value = text ?? word;
  return value === undefined
    ? { state: 'absent', setting, location, defaultValue: 'present' }
    : { state: 'known', value, setting, location };
}

function readTemplates(file: SnapshotFile): readonly ManagedTemplateFact[] {
  const notifies = /\bnotify\s*=>|~>|\bsubscribe\s*=>/.test(file.text ?? '');
  return findMatches(file, TEMPLATE).map(({ groups, location }) => ({
    subject: file.path,
    tool: 'puppet',
    source: groups.source ?? 'a template',
    notifies,
    location,
  }));
}

function readPuppetfile(
  files: FileIndex,
  file: SnapshotFile,
): readonly ManagedDependencyFact[] {
  const lockFile = files.get(`${file.path}.lock`);
  return findMatches(file, MODULE).flatMap(
    ({ groups, location }): readonly ManagedDependencyFact[] => {
      const { name = '', rest = '' } = groups;
      if (/\blocal\b/.test(rest)) return [];
      const version = readVersion(rest);
      return [
        {
          subject: file.path,
          tool: 'puppet',
          name,
          ...(version !== undefined && { version }),
          ...(lockFile && { lock: getFirstLine(lockFile) }),
          setting: 'a version, tag or commit',
          location,
        },
      ];
    },
  );
}

/** `'1.2.0'`, `:latest`, `tag: 'v1'`, `:commit => 'abc'`, `branch: 'main'`. */
function readVersion(rest: string): string | undefined {
  if (/,\s*:latest\b/.test(rest)) return 'latest';
  const plain = /^,\s*["']([^"']+)["']/.exec(rest)?.[1];
  const option =
    /\b(?:tag|commit|ref|branch|version)\b[:=>\s]*["']([^"']+)/.exec(rest)?.[1];
  return plain ?? option;
}

function readMetadata(
  files: FileIndex,
  path: string,
): readonly ManagedDependencyFact[] {
  const folder = getFolder(path);
  const root = files.parse(yamlParser, path)?.[0]?.root;
  const dependencies = getYamlItems(getYamlNode(root, 'dependencies'));
  const prefix = folder === '' ? '' : `${folder}/`;
  const isModule =
    getYamlText(root, 'name') !== undefined &&
    files.wholeRepository.some(
      file =>
        file.path.startsWith(`${prefix}manifests/`) &&
        file.path.endsWith('.pp'),
    );
  if (!isModule) return [];
  return dependencies.flatMap(node => {
    const name = getYamlText(node, 'name');
    const version = getYamlText(node, 'version_requirement');
    if (name === undefined) return [];
    return [
      {
        subject: path,
        tool: 'puppet',
        name,
        ...(version !== undefined && { version }),
        setting: 'version_requirement',
        location: getYamlLocation(node, path),
      },
    ];
  });
}
