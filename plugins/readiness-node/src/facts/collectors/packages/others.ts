import { tomlParser } from '../../../parsers/toml';
import {
  getYamlNode,
  getYamlText,
  yamlParser,
  type YamlNode,
} from '../../../parsers/yaml';
import type { FileIndex } from '../../fileIndex';
import { getBaseName, getFolder } from '../../paths';
import type { DependencyFact } from '../../types/packages';
import {
  at,
  findBeside,
  getAncestors,
  inFolder,
  type PackageDraft,
} from './draft';
import { readTable } from './python';

/** `Gemfile`. */
export function readGemfile(
  files: FileIndex,
  path: string,
): PackageDraft | undefined {
  const text = files.get(path)?.text;
  if (text === undefined) return undefined;
  let isDevelopment = false;
  const dependencies: DependencyFact[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (/^\s*group\b.*\bdo\b/.test(line))
      isDevelopment = /:(development|test|ci|lint)\b/.test(line);
    else if (/^end\b/.test(line)) isDevelopment = false;
    const [, name, version] =
      /^\s*gem\s*\(?\s*["']([^"']+)["'](?:\s*,\s*["']([^"']+)["'])?/.exec(
        line,
      ) ?? [];
    if (name === undefined) return;
    const isGrouped =
      isDevelopment || /group:?\s*(=>|:)?\s*\[?:?(development|test)/.test(line);
    dependencies.push({
      name,
      ...(version !== undefined && { version }),
      isDevelopment: isGrouped,
      location: at(path, index + 1),
    });
  });
  const lockNames = [
    getBaseName(path) === 'gems.rb' ? 'gems.locked' : 'Gemfile.lock',
  ];
  return {
    ecosystem: 'ruby',
    path,
    dependencies,
    lockNames,
    lock: findBeside(files, getFolder(path), lockNames),
    exemption: /^\s*gemspec\b/m.test(text)
      ? 'it serves a gem, whose users lock'
      : undefined,
  };
}

/** `Cargo.toml`, with the lock of its workspace. */
export function readCargo(
  files: FileIndex,
  path: string,
): PackageDraft | undefined {
  const root = files.parse(tomlParser, path);
  if (root === undefined) return undefined;
  const folder = getFolder(path);
  const dependencies = [
    ...readTable(path, getYamlNode(root, 'dependencies'), false),
    ...readTable(path, getYamlNode(root, 'build-dependencies'), true),
    ...readTable(path, getYamlNode(root, 'dev-dependencies'), true),
    ...readTable(path, getYamlNode(root, 'workspace', 'dependencies'), false),
  ];
  const workspace = getAncestors(path).find(
    ancestor =>
      getYamlNode(
        files.parse(tomlParser, inFolder(ancestor, 'Cargo.toml')),
        'workspace',
      ) !== undefined,
  );
  const isLibrary =
    getYamlNode(root, 'bin') === undefined &&
    findBeside(files, folder, ['src/main.rs', 'src/bin']) === undefined &&
    findBeside(files, folder, ['src/lib.rs']) !== undefined;
  return {
    ecosystem: 'cargo',
    path,
    name: getYamlText(root, 'package', 'name'),
    dependencies,
    lockNames: ['Cargo.lock'],
    lock:
      findBeside(files, folder, ['Cargo.lock']) ??
      (workspace === undefined
        ? undefined
        : findBeside(files, workspace, ['Cargo.lock'])),
    workspaceRoot:
      workspace === undefined ? undefined : inFolder(workspace, 'Cargo.toml'),
    exemption:
      isLibrary && workspace === undefined
        ? 'it is a library crate, whose users lock'
        : undefined,
  };
}

/** `composer.json`. */
export function readComposer(
  files: FileIndex,
  path: string,
): PackageDraft | undefined {
  const root = files.parse(yamlParser, path)?.[0]?.root;
  if (root?.kind !== 'map') return undefined;
  const scripts = getYamlNode(root, 'scripts');
  return {
    ecosystem: 'composer',
    path,
    name: getYamlText(root, 'name'),
    dependencies: [
      ...readComposerSection(path, getYamlNode(root, 'require'), false),
      ...readComposerSection(path, getYamlNode(root, 'require-dev'), true),
    ],
    lockNames: ['composer.lock'],
    lock: findBeside(files, getFolder(path), ['composer.lock']),
    exemption: /^(library|.*-(bundle|plugin|module))$/.test(
      getYamlText(root, 'type') ?? '',
    )
      ? 'its type is a library, whose users lock'
      : undefined,
    scripts:
      scripts?.kind === 'map'
        ? scripts.entries.flatMap(({ key, keyLine, value }) => {
            const items = value.kind === 'list' ? value.items : [value];
            const command = items
              .flatMap(item => (item.kind === 'scalar' ? [item.text] : []))
              .join(' && ');
            return [{ name: key, command, location: at(path, keyLine) }];
          })
        : [],
  };
}

function readComposerSection(
  path: string,
  section: YamlNode | undefined,
  isDevelopment: boolean,
): readonly DependencyFact[] {
  return readTable(path, section, isDevelopment).filter(({ name }) =>
    name.includes('/'),
  );
}

/** `mix.exs`; umbrella applications share the lock above. */
export function readMix(
  files: FileIndex,
  path: string,
): PackageDraft | undefined {
  const lines = (files.get(path)?.text ?? '').split(/\r?\n/);
  const dependencies = lines.flatMap((line, index) => {
    const [, name, version] =
      /^\s*\{:(\w+),\s*(?:"([^"]+)"|\w+:)/.exec(line) ?? [];
    if (name === undefined) return [];
    return [
      {
        name,
        ...(version !== undefined && { version }),
        isDevelopment: /only:\s*(\[\s*)?:(dev|test)/.test(line),
        location: at(path, index + 1),
      },
    ];
  });
  const folders = [getFolder(path), ...getAncestors(path).slice(0, 2)];
  return {
    ecosystem: 'mix',
    path,
    dependencies,
    lockNames: ['mix.lock'],
    lock: folders
      .map(folder => findBeside(files, folder, ['mix.lock']))
      .find(found => found !== undefined),
  };
}

/** `pubspec.yaml` of Dart and Flutter. */
export function readPubspec(
  files: FileIndex,
  path: string,
): PackageDraft | undefined {
  const root = files.parse(yamlParser, path)?.[0]?.root;
  if (root === undefined) return undefined;
  const folders =
    getYamlText(root, 'resolution') === 'workspace'
      ? [getFolder(path), ...getAncestors(path)]
      : [getFolder(path)];
  return {
    ecosystem: 'pub',
    path,
    name: getYamlText(root, 'name'),
    dependencies: [
      ...readTable(path, getYamlNode(root, 'dependencies'), false),
      ...readTable(path, getYamlNode(root, 'dev_dependencies'), true),
    ],
    lockNames: ['pubspec.lock'],
    lock: folders
      .map(folder => findBeside(files, folder, ['pubspec.lock']))
      .find(found => found !== undefined),
  };
}
