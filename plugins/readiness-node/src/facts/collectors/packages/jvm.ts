import {
  getXmlChildren,
  getXmlText,
  xmlParser,
  type XmlElement,
} from '../../../parsers/xml';
import { tomlParser } from '../../../parsers/toml';
import { getYamlNode, getYamlText } from '../../../parsers/yaml';
import type { FileIndex } from '../../fileIndex';
import { getFolder } from '../../paths';
import type { DependencyFact } from '../../types/packages';
import { at, findBeside, getAncestors, type PackageDraft } from './draft';

const FLOATING = /\+$|^latest\.|^\s*[[(].*,|^(LATEST|RELEASE)$|-SNAPSHOT$/i;

/** `pom.xml`: versions are fixed unless they are ranges, LATEST, RELEASE or snapshots. */
export function readPom(
  files: FileIndex,
  path: string,
): PackageDraft | undefined {
  const root = files.parse(xmlParser, path);
  if (root?.name !== 'project') return undefined;
  const properties = new Map(
    getXmlChildren(root, 'properties')
      .flatMap(element => element.children)
      .map(child => [child.name, child.text.trim()]),
  );
  const group =
    getXmlText(root, 'groupId') ?? getXmlText(root, 'parent', 'groupId');
  const dependencies = getXmlChildren(root, 'dependencies', 'dependency').map(
    element => readMavenDependency(path, element, properties),
  );
  const floating = dependencies.filter(
    ({ name, version }) =>
      version !== undefined &&
      FLOATING.test(version) &&
      !isOwn(name, version, group),
  );
  return {
    ecosystem: 'maven',
    path,
    name: getXmlText(root, 'artifactId'),
    dependencies,
    lockNames: ['fixed versions in pom.xml'],
    fixedBy:
      floating.length === 0
        ? 'every version is fixed here or by the parent or BOM'
        : undefined,
    floating,
  };
}

/** Modules of the same project refer to each other's snapshots. */
function isOwn(
  name: string,
  version: string,
  group: string | undefined,
): boolean {
  return (
    /-SNAPSHOT$|\$\{project\.version\}/.test(version) &&
    group !== undefined &&
    name.startsWith(`${group}:`)
  );
}

function readMavenDependency(
  path: string,
  element: XmlElement,
  properties: ReadonlyMap<string, string>,
): DependencyFact {
  const name = `${getXmlText(element, 'groupId') ?? ''}:${
    getXmlText(element, 'artifactId') ?? ''
  }`;
  const version = getXmlText(element, 'version')?.replace(
    /\$\{([\w.-]+)\}/g,
    (written, key: string) => properties.get(key) ?? written,
  );
  return {
    name,
    ...(version !== undefined && { version }),
    isDevelopment: getXmlText(element, 'scope') === 'test',
    location: at(path, element.line),
  };
}

const CONFIGURATION =
  /^\s*(\w*(?:[iI]mplementation|api|compile|compileOnly|runtimeOnly|kapt|ksp|annotationProcessor|runtime|jmh|androidTestImplementation|developmentOnly))\b/;
const COORDINATES = /["']([\w.-]+):([\w.-]+)(?::([^"'@]+))?(?:@\w+)?["']/;
const NAMED =
  /group\s*[:=]\s*["']([^"']+)["'].*?name\s*[:=]\s*["']([^"']+)["'](?:.*?version\s*[:=]\s*["']([^"']+)["'])?/;

/** `build.gradle` and `build.gradle.kts`: a lock file, a version catalog, or fixed versions. */
export function readGradle(
  files: FileIndex,
  path: string,
): PackageDraft | undefined {
  const text = files.get(path)?.text;
  if (text === undefined) return undefined;
  const folders = [getFolder(path), ...getAncestors(path)];
  const catalogPath = folders
    .map(folder => findBeside(files, folder, ['gradle/libs.versions.toml']))
    .find(found => found !== undefined);
  const catalog =
    catalogPath === undefined
      ? new Map<string, DependencyFact>()
      : readCatalog(files, catalogPath);
  const dependencies = text
    .split(/\r?\n/)
    .flatMap((line, index) => readGradleLine(path, line, index + 1, catalog));
  const floating = dependencies.filter(
    ({ version }) => version !== undefined && FLOATING.test(version),
  );
  return {
    ecosystem: 'gradle',
    path,
    dependencies,
    lockNames: ['gradle.lockfile', 'gradle/libs.versions.toml'],
    lock: folders
      .map(folder =>
        findBeside(files, folder, ['gradle.lockfile', 'versions.lock']),
      )
      .find(found => found !== undefined),
    fixedBy:
      floating.length === 0
        ? 'every version is fixed here, in the version catalog or by a platform'
        : undefined,
    floating,
  };
}

function readGradleLine(
  path: string,
  line: string,
  number: number,
  catalog: ReadonlyMap<string, DependencyFact>,
): readonly DependencyFact[] {
  const configuration = CONFIGURATION.exec(line)?.[1];
  if (configuration === undefined) return [];
  const isDevelopment = /test|jmh/i.test(configuration);
  const [, group, name, version] =
    COORDINATES.exec(line) ?? NAMED.exec(line) ?? [];
  const location = at(path, number);
  if (group !== undefined && name !== undefined) {
    return [
      {
        name: `${group}:${name}`,
        ...(version !== undefined && { version: version.trim() }),
        isDevelopment,
        location,
      },
    ];
  }
  const alias = /\blibs\.([\w.]+)/.exec(line)?.[1]?.replace(/\.get$/, '');
  const entry =
    alias === undefined ? undefined : catalog.get(normalizeAlias(alias));
  return entry ? [{ ...entry, isDevelopment, location }] : [];
}

function normalizeAlias(alias: string): string {
  return alias.replace(/[-_.]/g, '.');
}

function readCatalog(
  files: FileIndex,
  path: string,
): Map<string, DependencyFact> {
  const root = files.parse(tomlParser, path);
  const libraries = getYamlNode(root, 'libraries');
  const entries = new Map<string, DependencyFact>();
  if (libraries?.kind !== 'map') return entries;
  for (const { key, keyLine, value } of libraries.entries) {
    const [group, name, direct] =
      value.kind === 'scalar' ? value.text.split(':') : [];
    const module =
      getYamlText(value, 'module') ??
      [
        getYamlText(value, 'group') ?? group,
        getYamlText(value, 'name') ?? name,
      ].join(':');
    const reference = getYamlText(value, 'version', 'ref');
    const version =
      direct ??
      getYamlText(value, 'version') ??
      (reference === undefined
        ? undefined
        : getYamlText(root, 'versions', reference));
    entries.set(normalizeAlias(key), {
      name: module,
      ...(version !== undefined && { version }),
      isDevelopment: false,
      location: at(path, keyLine),
    });
  }
  return entries;
}
