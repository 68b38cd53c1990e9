import {
  hclParser,
  type HclBlock,
  type HclExpression,
} from '../../../parsers/hcl';
import { getYamlNode, yamlParser } from '../../../parsers/yaml';
import type { FileIndex } from '../../fileIndex';
import { getFolder } from '../../paths';
import type {
  ConfigurationManagementFacts,
  ManagedDependencyFact,
  ManagedUnitFact,
} from '../../types/configurationManagement';
import type { Location } from '../../value';
import { findOperatedFiles } from '../operatedFiles';
import { getFirstLine } from './findLines';

interface PackerBlock {
  readonly path: string;
  readonly block: HclBlock;
}

/** Builders that come with Packer itself. */
const BUNDLED = /^(null|file)$/;

/** Packer's templates and the plugins they require, in HCL and in JSON. */
export function readPacker(
  files: FileIndex,
): Pick<ConfigurationManagementFacts, 'managedUnits' | 'managedDependencies'> {
  const blocks = findOperatedFiles(files, /\.pkr\.hcl$/).flatMap(({ path }) =>
    (files.parse(hclParser, path)?.blocks ?? []).map(block => ({
      path,
      block,
    })),
  );
  const json = readJsonTemplates(files);
  return {
    managedUnits: [
      ...blocks
        .filter(({ block }) => block.type === 'build')
        .map(({ path, block }) => toUnit(path, toLocation(path, block))),
      ...json.map(location => toUnit(location.path, location)),
    ],
    managedDependencies: [
      ...readPlugins(blocks),
      ...json.map(location => toUnpinned(location)),
    ],
  };
}

function toUnit(subject: string, location: Location): ManagedUnitFact {
  return { subject, tool: 'packer', kind: 'machine image', location };
}

/** Plugins by folder, since all templates of a folder are one. */
function readPlugins(
  blocks: readonly PackerBlock[],
): readonly ManagedDependencyFact[] {
  const plugins = blocks.flatMap(({ path, block }) =>
    block.type === 'packer' ? readRequired(path, block) : [],
  );
  const required = new Set(plugins.map(({ subject }) => getFolder(subject)));
  const unnamed = new Map<string, ManagedDependencyFact>();
  for (const { path, block } of blocks) {
    const [type = ''] = block.labels;
    const folder = getFolder(path);
    if (block.type !== 'source' || BUNDLED.test(type) || required.has(folder))
      continue;
    if (!unnamed.has(folder))
      unnamed.set(folder, toUnpinned(toLocation(path, block), type));
  }
  return [...plugins, ...unnamed.values()];
}

function readRequired(
  path: string,
  block: HclBlock,
): readonly ManagedDependencyFact[] {
  return block.body.blocks
    .filter(({ type }) => type === 'required_plugins')
    .flatMap(({ body }) => body.attributes)
    .map(attribute => {
      const version = readVersion(attribute.expression);
      return {
        subject: path,
        tool: 'packer',
        name: attribute.name,
        ...(version !== undefined && { version }),
        setting: 'version',
        location: toLocation(path, attribute),
      };
    });
}

function readVersion(expression: HclExpression): string | undefined {
  if (expression.kind === 'literal') return String(expression.value);
  if (expression.kind !== 'object') return undefined;
  const entry = expression.entries.find(({ key }) =>
    /^"?version"?$/.test(key.text),
  );
  return entry?.value.kind === 'literal'
    ? String(entry.value.value)
    : undefined;
}

/** JSON templates have no way to require a plugin's version. */
function readJsonTemplates(files: FileIndex): readonly Location[] {
  return findOperatedFiles(files, /\.json$/)
    .filter(
      ({ text = '' }) => text.includes('"builders"') && text.length < 500_000,
    )
    .flatMap(file => {
      const root = files.parse(yamlParser, file.path)?.[0]?.root;
      return getYamlNode(root, 'builders', 0, 'type') === undefined
        ? []
        : [getFirstLine(file)];
    });
}

function toUnpinned(location: Location, type?: string): ManagedDependencyFact {
  return {
    subject: location.path,
    tool: 'packer',
    name: type === undefined ? 'plugins' : `the plugin of ${type}`,
    setting: 'required_plugins',
    location,
  };
}

function toLocation(
  path: string,
  { startLine, endLine }: { startLine: number; endLine: number },
): Location {
  return { path, startLine, endLine };
}
