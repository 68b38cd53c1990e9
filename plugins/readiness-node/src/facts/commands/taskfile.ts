import {
  getYamlItems,
  getYamlNode,
  getYamlText,
  type YamlNode,
} from '../../parsers/yaml';
import type { CommandFact } from '../types/commands';
import { readYamlScript } from './yamlScript';

const CALL_LIMIT = 200;

/** Commands of a task of a Taskfile, those of its dependencies first. */
export function readTask(
  path: string,
  tasks: YamlNode | undefined,
  name: string,
  calls = { left: CALL_LIMIT },
): readonly CommandFact[] {
  const task = getYamlNode(tasks, name);
  calls.left -= 1;
  if (task === undefined || calls.left < 0) return [];
  const dependencies = getYamlItems(getYamlNode(task, 'deps')).flatMap(node => {
    const dependency =
      node.kind === 'scalar' ? node.text : getYamlText(node, 'task');
    return dependency === undefined
      ? []
      : readTask(path, tasks, dependency, calls);
  });
  const steps =
    task.kind === 'map'
      ? [
          ...getYamlItems(getYamlNode(task, 'cmds')),
          ...getYamlItems(getYamlNode(task, 'cmd')),
        ]
      : getYamlItems(task);
  const commands = steps.flatMap(node => {
    const called = getYamlText(node, 'task');
    if (called !== undefined) return readTask(path, tasks, called, calls);
    const command = node.kind === 'scalar' ? node : getYamlNode(node, 'cmd');
    const isIgnored = getYamlText(node, 'ignore_error') === 'true';
    return command
      ? readYamlScript(command, path).map(each =>
          isIgnored ? { ...each, isFailureIgnored: true } : each,
        )
      : [];
  });
  return [...dependencies, ...commands];
}
