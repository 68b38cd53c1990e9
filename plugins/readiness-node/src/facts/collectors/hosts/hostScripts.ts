import {
  getYamlItems,
  getYamlNode,
  getYamlText,
  yamlParser,
  type YamlNode,
} from '../../../parsers/yaml';
import { readScript, readWords } from '../../commands/readScript';
import { readYamlScript } from '../../commands/yamlScript';
import { selectCountingFiles } from '../../countingFiles';
import type { FileIndex } from '../../fileIndex';
import { AttributeReader } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import type { CommandFact } from '../../types/commands';
import type { HostScriptFact } from '../../types/hosts';
import type { Location, Value } from '../../value';
import { decodeUserData } from './decodeUserData';

const USER_DATA = [
  'user_data',
  'user_data_base64',
  'UserData',
  'LaunchTemplateData.UserData',
  'metadata_startup_script',
  'metadata.startup-script',
  'custom_data',
];
const RESOURCES = [
  'aws_instance',
  'aws_launch_template',
  'aws_launch_configuration',
  'aws_spot_instance_request',
  'AWS::EC2::Instance',
  'AWS::EC2::LaunchTemplate',
  'AWS::AutoScaling::LaunchConfiguration',
  'google_compute_instance',
  'google_compute_instance_template',
  'azurerm_linux_virtual_machine',
  'azurerm_linux_virtual_machine_scale_set',
  'digitalocean_droplet',
  'hcloud_server',
  'openstack_compute_instance_v2',
];
const SCRIPT_FILE =
  /\.(sh|bash)(\.tftpl|\.tpl)?$|(^|\/)(user[-_]?data|cloud-?init)[\w.-]*(\.sh|\.tftpl|\.tpl|\.txt)?$/;
const TOOLING =
  /(^|\/)(\.github|\.git|gradle|node_modules|mvnw?|\.husky|hack\/boilerplate)\/|(^|\/)(gradlew|mvnw)$/;

/** Scripts that set machines up, by file and by resource. */
export function readHostScripts(
  files: FileIndex,
  resources: ResourceIndex,
): readonly HostScriptFact[] {
  const scripts = selectCountingFiles(files, SCRIPT_FILE)
    .filter(({ path }) => !TOOLING.test(path))
    .flatMap(({ path, text = '' }) => readFile(files, path, text));
  return [
    ...resources.ofType(...RESOURCES).flatMap(readUserData),
    ...scripts,
    ...readCloudInit(files),
  ];
}

function readFile(
  files: FileIndex,
  path: string,
  text: string,
): readonly HostScriptFact[] {
  if (text.startsWith('#cloud-config')) return [];
  const commands = readScript(text, { path, firstLine: 1 });
  const endLine = Math.max(
    1,
    text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
  );
  const isUserData = /user[-_]?data|cloud-?init/i.test(path);
  return commands.length === 0 || files.get(path) === undefined
    ? []
    : [
        {
          subject: path,
          kind: isUserData ? 'user-data' : 'shell',
          location: { path, startLine: 1, endLine },
          commands,
        },
      ];
}

function readUserData(resource: Resource): readonly HostScriptFact[] {
  const reader = AttributeReader.of(resource);
  const value = USER_DATA.map(path => reader.get(path)).find(
    found => found !== undefined,
  );
  const text = value && getScript(value);
  if (value === undefined || text === undefined) return [];
  const { location } = value;
  const commands = text.trimStart().startsWith('#cloud-config')
    ? readCloudConfig(
        yamlParser.parse(text).tree?.[0]?.root,
        location.path,
        location,
      )
    : readScript(text, toPlace(text, location));
  return commands.length === 0
    ? []
    : [{ subject: resource.address, kind: 'user-data', location, commands }];
}

function getScript(value: Value): string | undefined {
  if (value.kind === 'scalar')
    return typeof value.value === 'string'
      ? decodeUserData(value.value)
      : undefined;
  if (value.kind !== 'unresolved') return undefined;
  // A here-document with interpolations is still a script.
  return value.expression.includes('\n')
    ? value.expression.replace(/^(base64encode\()?<<-?\w+\n/, '')
    : undefined;
}

/** A here-document's text begins on the line below its attribute. */
function toPlace(text: string, location: Location) {
  const lines = text.replace(/\n$/, '').split('\n').length;
  const isBelow = location.endLine - location.startLine >= lines;
  return {
    path: location.path,
    firstLine: location.startLine + (isBelow ? 1 : 0),
    lastLine: location.endLine,
  };
}

function readCloudInit(files: FileIndex): readonly HostScriptFact[] {
  return selectCountingFiles(
    files,
    /(^|\/)[\w.-]*(cloud-?(init|config)|user-?data)[\w.-]*$/i,
  )
    .filter(({ text }) => text?.startsWith('#cloud-config'))
    .flatMap(({ path }): readonly HostScriptFact[] => {
      const root = files.parse(yamlParser, path)?.[0]?.root;
      if (root === undefined) return [];
      const location = { path, startLine: 1, endLine: root.endLine };
      const commands = readCloudConfig(root, path, undefined);
      return commands.length === 0
        ? []
        : [{ subject: path, kind: 'cloud-init', location, commands }];
    });
}

/** `packages` and `runcmd` of cloud-config; all at one place when it is inline. */
function readCloudConfig(
  root: YamlNode | undefined,
  path: string,
  inline: Location | undefined,
): readonly CommandFact[] {
  const packages = getYamlNode(root, 'packages');
  const names = getYamlItems(packages).flatMap(
    node => getYamlText(node) ?? joinWords(node) ?? [],
  );
  const install =
    packages && names.length > 0
      ? [
          readWords(
            ['apt-get', 'install', ...names],
            inline ?? {
              path,
              startLine: packages.startLine,
              endLine: packages.endLine,
            },
          ),
        ]
      : [];
  const run = [
    ...getYamlItems(getYamlNode(root, 'bootcmd')),
    ...getYamlItems(getYamlNode(root, 'runcmd')),
  ].flatMap(node => {
    const words =
      node.kind === 'list'
        ? node.items.flatMap(item => getYamlText(item) ?? [])
        : undefined;
    const location = inline ?? {
      path,
      startLine: node.startLine,
      endLine: node.endLine,
    };
    return words
      ? [readWords(words, location)]
      : readYamlScript(node, path).map(command =>
          inline ? { ...command, location: inline } : command,
        );
  });
  return [...install, ...run];
}

/** `[nginx, 1.24]` names a version. */
function joinWords(node: YamlNode): string | undefined {
  if (node.kind !== 'list') return undefined;
  return node.items.flatMap(item => getYamlText(item) ?? []).join('=');
}
