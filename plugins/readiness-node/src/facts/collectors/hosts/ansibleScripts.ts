import {
  getYamlItems,
  getYamlNode,
  getYamlText,
  yamlParser,
  type YamlNode,
} from '../../../parsers/yaml';
import { readWords } from '../../commands/readScript';
import { readYamlScript } from '../../commands/yamlScript';
import { selectCountingFiles } from '../../countingFiles';
import type { FileIndex } from '../../fileIndex';
import type { CommandFact } from '../../types/commands';
import type { HostScriptFact } from '../../types/hosts';
import type { Location } from '../../value';

const PLAYBOOK =
  /(^|\/)(tasks|handlers|playbooks?)\/[\w./-]+\.ya?ml$|(^|\/)(site|playbook|main|deploy|provision|setup)[\w-]*\.ya?ml$/;
const SECTIONS = [
  'tasks',
  'pre_tasks',
  'post_tasks',
  'handlers',
  'block',
  'rescue',
  'always',
];
const SHELL_MODULES = ['shell', 'command', 'raw', 'win_shell'];
const DEPTH_LIMIT = 8;

/** Commands and downloads of Ansible's tasks, a script a file. */
export function readAnsibleScripts(
  files: FileIndex,
): readonly HostScriptFact[] {
  return selectCountingFiles(files, PLAYBOOK).flatMap(({ path }) => {
    const root = files.parse(yamlParser, path)?.[0]?.root;
    if (root?.kind !== 'list') return [];
    const commands = readTasks(path, root, 0);
    if (commands.length === 0) return [];
    const location = { path, startLine: 1, endLine: root.endLine };
    return [{ subject: path, kind: 'ansible', location, commands }];
  });
}

function readTasks(
  path: string,
  list: YamlNode,
  depth: number,
): readonly CommandFact[] {
  if (depth > DEPTH_LIMIT) return [];
  return getYamlItems(list).flatMap(task => [
    ...readTask(path, task),
    ...SECTIONS.flatMap(section => {
      const inner = getYamlNode(task, section);
      return inner ? readTasks(path, inner, depth + 1) : [];
    }),
  ]);
}

function readTask(path: string, task: YamlNode): readonly CommandFact[] {
  const shell = SHELL_MODULES.map(name => getModule(task, name)).find(
    found => found !== undefined,
  );
  if (shell) {
    const command =
      shell.kind === 'map'
        ? getYamlNode(shell, 'cmd') ?? getYamlNode(shell, 'argv')
        : shell;
    if (command?.kind === 'list') {
      const words = command.items.flatMap(item => getYamlText(item) ?? []);
      return [readWords(words, locate(path, command))];
    }
    return command ? readYamlScript(command, path) : [];
  }
  const download = getModule(task, 'get_url');
  return download ? readDownload(path, download) : [];
}

function getModule(task: YamlNode, name: string): YamlNode | undefined {
  return (
    getYamlNode(task, name) ??
    getYamlNode(task, `ansible.builtin.${name}`) ??
    getYamlNode(task, `ansible.windows.${name}`)
  );
}

/** `get_url` as the commands it stands for. */
function readDownload(path: string, node: YamlNode): readonly CommandFact[] {
  const url = getYamlText(node, 'url');
  const target = getYamlText(node, 'dest');
  if (url === undefined || target === undefined) return [];
  const location = locate(path, node);
  const file = target.endsWith('/')
    ? `${target}${url.split('/').at(-1)}`
    : target;
  const checksum = getYamlText(node, 'checksum');
  const isExecutable = /[1357]\d{0,2}$|x/.test(getYamlText(node, 'mode') ?? '');
  return [
    readWords(['curl', '-o', file, url], location),
    ...(checksum === undefined
      ? []
      : [readWords(['sha256sum', '-c', checksum], location)]),
    ...(isExecutable ? [readWords(['chmod', '+x', file], location)] : []),
  ];
}

function locate(path: string, { startLine, endLine }: YamlNode): Location {
  return { path, startLine, endLine };
}
