import {
  getYamlEntry,
  getYamlNode,
  getYamlText,
  type YamlNode,
} from '../../../parsers/yaml';
import { getYamlEntryLocation } from '../../yamlValue';
import type { Location } from '../../value';
import type { AnsibleFile } from './ansibleFiles';

/** A call of a module. */
export interface AnsibleTask {
  readonly path: string;
  /** Name without its collection: `apt`, `template`. */
  readonly module: string;
  readonly notifies: boolean;
  readonly location: Location;
  readonly arguments: ReadonlyMap<string, AnsibleArgument>;
}

export interface AnsibleArgument {
  readonly texts: readonly string[];
  readonly location: Location;
}

const SECTIONS = ['pre_tasks', 'tasks', 'post_tasks', 'handlers'];
const BLOCKS = ['block', 'rescue', 'always'];
/** Keys of a task that are no module. */
const KEYWORDS =
  /^(name|when|tags|become\w*|notify|register|loop\w*|with_\w+|vars|args|until|retries|delay|delegate_\w+|run_once|ignore_\w+|no_log|changed_when|failed_when|environment|listen|check_mode|diff|async|poll|connection|remote_user|throttle|any_errors_fatal|module_defaults|collections|debugger|timeout|port)$/;
const DEEPEST = 20;
const LONGEST_TEXT = 5000;

/** The tasks of a file, those inside blocks too. */
export function readTasks(file: AnsibleFile): readonly AnsibleTask[] {
  const lists =
    file.kind === 'tasks'
      ? [file.items]
      : file.items.flatMap(play =>
          SECTIONS.map(section => getItems(getYamlNode(play, section))),
        );
  return lists.flatMap(items =>
    items.flatMap(item => readTask(item, file.path, 0)),
  );
}

function readTask(
  node: YamlNode,
  path: string,
  depth: number,
): readonly AnsibleTask[] {
  if (node.kind !== 'map' || depth > DEEPEST) return [];
  const inner = BLOCKS.flatMap(key => getItems(getYamlNode(node, key)));
  if (inner.length > 0)
    return inner.flatMap(item => readTask(item, path, depth + 1));
  const entry = node.entries.find(({ key }) => !KEYWORDS.test(key));
  if (entry === undefined) return [];
  const location = getYamlEntryLocation(entry, path);
  const isAction = /^(local_)?action$/.test(entry.key);
  const written = isAction
    ? getYamlText(entry.value, 'module') ??
      getYamlText(entry.value)?.split(/\s/, 1)[0] ??
      ''
    : entry.key;
  return [
    {
      path,
      module: written.split('.').at(-1) ?? written,
      notifies: getYamlEntry(node, 'notify') !== undefined,
      location,
      arguments: new Map([
        ...readArguments(entry.value, location),
        ...readArguments(getYamlNode(node, 'args'), location),
      ]),
    },
  ];
}

/** `name: nginx`, or all of them as one text: `name=nginx state=latest`. */
function readArguments(
  node: YamlNode | undefined,
  location: Location,
): ReadonlyArray<readonly [string, AnsibleArgument]> {
  if (node?.kind === 'map') {
    return node.entries.map(entry => [
      entry.key,
      {
        texts: readTexts(entry.value),
        location: getYamlEntryLocation(entry, location.path),
      },
    ]);
  }
  const text = (getYamlText(node) ?? '').slice(0, LONGEST_TEXT);
  return [
    ...text.matchAll(/(?<![\w.])(\w+)=("[^"]*"|'[^']*'|\{\{.*?\}\}|\S+)/g),
  ].map(([, name = '', value = '']) => [
    name,
    { texts: [value.replace(/^["']|["']$/g, '')], location },
  ]);
}

function readTexts(node: YamlNode): readonly string[] {
  return node.kind === 'list'
    ? node.items.flatMap(item => getYamlText(item) ?? [])
    : [getYamlText(node) ?? []].flat();
}

function getItems(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.kind === 'list' ? node.items : [];
}
