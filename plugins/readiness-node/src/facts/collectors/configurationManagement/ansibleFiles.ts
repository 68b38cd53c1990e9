import { yamlParser, type YamlNode } from '../../../parsers/yaml';
import type { FileIndex } from '../../fileIndex';
import { findOperatedFiles } from '../operatedFiles';

/** A playbook, or a file of tasks or handlers. */
export interface AnsibleFile {
  readonly path: string;
  readonly kind: 'playbook' | 'tasks';
  readonly items: readonly YamlNode[];
}

const YAML_FILE = /\.ya?ml$/;
const TASK_FILE = /(^|\/)(tasks|handlers)\/.+\.ya?ml$/;
const PLAY =
  /^[ \t]*(?:-[ \t]+)?["']?(hosts|import_playbook|ansible\.builtin\.import_playbook)["']?[ \t]*:/m;
const PLAY_KEYS = new Set([
  'hosts',
  'import_playbook',
  'ansible.builtin.import_playbook',
]);

/** The playbooks and task files of a repository; those of its tests left out. */
export function findAnsibleFiles(files: FileIndex): readonly AnsibleFile[] {
  return findOperatedFiles(files, YAML_FILE).flatMap(
    (file): readonly AnsibleFile[] => {
      const isTasks = TASK_FILE.test(file.path);
      if (!isTasks && !PLAY.test(file.text ?? '')) return [];
      const root = files.parse(yamlParser, file.path)?.[0]?.root;
      if (root?.kind !== 'list') return [];
      const items = root.items.filter(item => item.kind === 'map');
      const isPlaybook = items.some(isPlay);
      if (items.length === 0 || (!isPlaybook && !isTasks)) return [];
      const kind = isPlaybook ? 'playbook' : 'tasks';
      return [{ path: file.path, kind, items }];
    },
  );
}

function isPlay(node: YamlNode): boolean {
  return (
    node.kind === 'map' && node.entries.some(({ key }) => PLAY_KEYS.has(key))
  );
}
