import {
  getYamlNode,
  getYamlText,
  yamlParser,
  type YamlEntry,
  type YamlNode,
} from '../../../parsers/yaml';
import { readWords } from '../../commands/readScript';
import { readYamlScript } from '../../commands/yamlScript';
import { selectCountingFiles } from '../../countingFiles';
import type { FileIndex } from '../../fileIndex';
import type { CommandFact } from '../../types/commands';
import type { HostScriptFact } from '../../types/hosts';
import { getYamlEntryLocation } from '../../yamlValue';

const INIT = 'AWS::CloudFormation::Init';
/** Package managers of cfn-init and how they write a version. */
const MANAGERS: Readonly<Record<string, readonly [string, string]>> = {
  apt: ['apt-get', '='],
  yum: ['yum', '-'],
  python: ['pip', '=='],
  rubygems: ['gem', ':'],
  zypper: ['zypper', '='],
};

/** Packages and commands that cfn-init runs, a script a resource. */
export function readCloudFormationInit(
  files: FileIndex,
): readonly HostScriptFact[] {
  return selectCountingFiles(files, /\.(ya?ml|json|template)$/)
    .filter(({ text }) => text?.includes(INIT))
    .flatMap(({ path }) => {
      const root = files.parse(yamlParser, path)?.[0]?.root;
      return getEntries(getYamlNode(root, 'Resources')).flatMap(entry =>
        readResource(path, entry),
      );
    });
}

function readResource(path: string, entry: YamlEntry): HostScriptFact[] {
  const configs = getEntries(getYamlNode(entry.value, 'Metadata', INIT));
  const commands = configs.flatMap(({ value }) => [
    ...getEntries(getYamlNode(value, 'packages')).flatMap(manager =>
      readPackages(path, manager),
    ),
    ...getEntries(getYamlNode(value, 'commands')).flatMap(command => {
      const script = getYamlNode(command.value, 'command');
      return script ? readYamlScript(script, path) : [];
    }),
  ]);
  if (commands.length === 0) return [];
  const location = getYamlEntryLocation(entry, path);
  return [{ subject: entry.key, kind: 'user-data', location, commands }];
}

function readPackages(
  path: string,
  { key, value }: YamlEntry,
): readonly CommandFact[] {
  const [program, separator] = MANAGERS[key] ?? [];
  if (program === undefined || separator === undefined) return [];
  return getEntries(value).map(entry => {
    const version =
      entry.value.kind === 'list'
        ? getYamlText(entry.value, 0)
        : getYamlText(entry.value);
    const name =
      version === undefined || version === ''
        ? entry.key
        : `${entry.key}${separator}${version}`;
    return readWords(
      [program, 'install', name],
      getYamlEntryLocation(entry, path),
    );
  });
}

function getEntries(node: YamlNode | undefined): readonly YamlEntry[] {
  return node?.kind === 'map' ? node.entries : [];
}
