import {
  getXmlChildren,
  walkXml,
  xmlParser,
  type XmlElement,
} from '../../../parsers/xml';
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

/** Projects of .NET. */
export function readDotnet(
  files: FileIndex,
  path: string,
): PackageDraft | undefined {
  const root = files.parse(xmlParser, path);
  if (root === undefined) return undefined;
  const central = getAncestors(path)
    .map(folder => inFolder(folder, 'Directory.Packages.props'))
    .find(found => files.get(found) !== undefined);
  const versions =
    central === undefined
      ? []
      : readReferences(
          files.parse(xmlParser, central),
          'PackageVersion',
          central,
        );
  const isOldStyle = getBaseName(path) === 'packages.config';
  const isTest =
    /\.?Tests?\.\w+proj$/i.test(path) ||
    walkXml(root).some(
      ({ name, text }) => name === 'IsTestProject' && /true/i.test(text),
    );
  const dependencies = (
    isOldStyle
      ? getXmlChildren(root, 'package').map(element =>
          toReference(path, element, 'id'),
        )
      : readReferences(root, 'PackageReference', path)
  ).map(dependency => ({
    ...dependency,
    isDevelopment: isTest,
    version:
      dependency.version ??
      versions.find(({ name }) => name === dependency.name)?.version ??
      '',
  }));
  const floating = dependencies.filter(
    ({ version }) => version === '' || /[*,]/.test(version),
  );
  return {
    ecosystem: 'nuget',
    path,
    name: getBaseName(path).replace(/\.\w+proj$/, ''),
    dependencies: dependencies.map(({ version, ...rest }) => ({
      ...rest,
      ...(version !== '' && { version }),
    })),
    lockNames: ['packages.lock.json'],
    lock: findBeside(files, getFolder(path), ['packages.lock.json']),
    fixedBy: isOldStyle
      ? 'packages.config names one version of each package'
      : undefined,
    floating,
    exemption: isTest ? 'it is a test project' : undefined,
  };
}

function readReferences(
  root: XmlElement | undefined,
  name: string,
  path: string,
): readonly DependencyFact[] {
  if (root === undefined) return [];
  return walkXml(root)
    .filter(
      element =>
        element.name === name && element.attributes.Include !== undefined,
    )
    .map(element => toReference(path, element, 'Include'));
}

function toReference(
  path: string,
  element: XmlElement,
  key: string,
): DependencyFact {
  const version =
    element.attributes.Version ??
    element.attributes.version ??
    element.children.find(({ name }) => name === 'Version')?.text.trim();
  return {
    name: element.attributes[key] ?? '',
    ...(version !== undefined && { version }),
    isDevelopment: false,
    location: at(path, element.line),
  };
}
