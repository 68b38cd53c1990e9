import picomatch from 'picomatch';
import {
  getYamlItems,
  getYamlNode,
  getYamlText,
  yamlParser,
  type YamlNode,
} from '../../../parsers/yaml';
import { maskSecrets } from '../../commands/maskSecrets';
import type { FileIndex } from '../../fileIndex';
import { getFolder, joinPath } from '../../paths';
import type { DependencyFact, PackageScriptFact } from '../../types/packages';
import {
  at,
  findBeside,
  getAncestors,
  getPathBelow,
  type PackageDraft,
} from './draft';

const LOCKS = [
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
  'bun.lockb',
];
const SECTIONS: ReadonlyArray<readonly [string, boolean]> = [
  ['dependencies', false],
  ['optionalDependencies', false],
  ['peerDependencies', false],
  ['devDependencies', true],
];

/** `package.json`, with the lock of its workspace. */
export function readNpmPackage(
  files: FileIndex,
  path: string,
): PackageDraft | undefined {
  const root = files.parse(yamlParser, path)?.[0]?.root;
  if (root?.kind !== 'map') return undefined;
  const folder = getFolder(path);
  const own = findBeside(files, folder, LOCKS);
  const workspace = own === undefined ? findWorkspace(files, path) : undefined;
  return {
    ecosystem: 'npm',
    path,
    name: getYamlText(root, 'name'),
    dependencies: SECTIONS.flatMap(([section, isDevelopment]) =>
      readSection(path, getYamlNode(root, section), isDevelopment),
    ),
    lockNames: LOCKS,
    lock: own ?? workspace?.lock,
    workspaceRoot: workspace?.manifest,
    scripts: readScripts(path, getYamlNode(root, 'scripts')),
  };
}

function readSection(
  path: string,
  section: YamlNode | undefined,
  isDevelopment: boolean,
): readonly DependencyFact[] {
  if (section?.kind !== 'map') return [];
  return section.entries.map(({ key, keyLine, value }) => ({
    name: key,
    ...(value.kind === 'scalar' && { version: value.text }),
    isDevelopment,
    location: at(path, keyLine),
  }));
}

function readScripts(
  path: string,
  scripts: YamlNode | undefined,
): readonly PackageScriptFact[] {
  if (scripts?.kind !== 'map') return [];
  return scripts.entries.flatMap(({ key, keyLine, value }) =>
    value.kind === 'scalar'
      ? [
          {
            name: key,
            command: maskSecrets(value.text),
            location: at(path, keyLine),
          },
        ]
      : [],
  );
}

function findWorkspace(
  files: FileIndex,
  path: string,
): { manifest: string; lock: string | undefined } | undefined {
  for (const folder of getAncestors(path)) {
    const member = getPathBelow(folder, getFolder(path));
    if (!isMember(readPatterns(files, folder), member)) continue;
    const rushLock = findBeside(files, folder, [
      'common/config/rush/pnpm-lock.yaml',
    ]);
    return {
      manifest: joinPath(folder, 'package.json') ?? 'package.json',
      lock: findBeside(files, folder, LOCKS) ?? rushLock,
    };
  }
  return undefined;
}

function isMember(patterns: readonly string[], member: string): boolean {
  const wanted = patterns.filter(pattern => !pattern.startsWith('!'));
  const unwanted = patterns
    .filter(pattern => pattern.startsWith('!'))
    .map(pattern => pattern.slice(1));
  return (
    wanted.length > 0 &&
    picomatch.isMatch(member, wanted) &&
    (unwanted.length === 0 || !picomatch.isMatch(member, unwanted))
  );
}

function readPatterns(files: FileIndex, folder: string): readonly string[] {
  const read = (name: string) =>
    files.parse(yamlParser, joinPath(folder, name) ?? '')?.[0]?.root;
  const manifest = read('package.json');
  const workspaces = getYamlNode(manifest, 'workspaces');
  const nodes = [
    ...getYamlItems(getYamlNode(workspaces, 'packages') ?? workspaces),
    ...getYamlItems(getYamlNode(read('pnpm-workspace.yaml'), 'packages')),
    ...getYamlItems(getYamlNode(read('lerna.json'), 'packages')),
  ];
  const patterns = nodes.flatMap(node =>
    node.kind === 'scalar' ? [node.text] : [],
  );
  const isRush = files.get(joinPath(folder, 'rush.json') ?? '') !== undefined;
  return [...patterns, ...(isRush ? ['**'] : [])].map(pattern =>
    pattern.replace(/^(!?)\.\//, '$1').replace(/\/$/, ''),
  );
}
