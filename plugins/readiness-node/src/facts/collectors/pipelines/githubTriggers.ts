import {
  getYamlItems,
  getYamlNode,
  getYamlText,
  type YamlNode,
} from '../../../parsers/yaml';
import type { TriggerFact } from '../../types/pipelines';
import { locateNode } from './draft';

const EVENTS: Readonly<Record<string, TriggerFact['kind']>> = {
  push: 'push',
  pull_request: 'pull-request',
  pull_request_target: 'pull-request',
  merge_group: 'pull-request',
  schedule: 'schedule',
  workflow_dispatch: 'manual',
  repository_dispatch: 'manual',
  release: 'release',
  workflow_run: 'pipeline',
  workflow_call: 'call',
};

/** What starts a workflow: `on`, in each of its forms. */
export function readTriggers(
  path: string,
  node: YamlNode | undefined,
): readonly TriggerFact[] {
  if (node === undefined) return [];
  if (node.kind !== 'map') {
    return getYamlItems(node).flatMap(item => {
      const event = getYamlText(item);
      return event === undefined
        ? []
        : [
            {
              kind: EVENTS[event] ?? 'other',
              detail: event,
              location: locateNode(path, item),
            },
          ];
    });
  }
  return node.entries.flatMap(({ key, keyLine, value }) =>
    readTrigger(path, key, keyLine, value),
  );
}

function readTrigger(
  path: string,
  event: string,
  line: number,
  node: YamlNode,
): readonly TriggerFact[] {
  const location = { path, startLine: line, endLine: line };
  const kind = EVENTS[event] ?? 'other';
  if (kind === 'schedule') {
    return getYamlItems(node).map(item => ({
      kind,
      detail: getYamlText(item, 'cron') ?? '',
      location: locateNode(path, item),
    }));
  }
  if (kind === 'pipeline') {
    return [
      {
        kind,
        detail: getYamlItems(getYamlNode(node, 'workflows'))
          .map(item => getYamlText(item) ?? '')
          .join(', '),
        location,
      },
    ];
  }
  const isTagOnly =
    kind === 'push' &&
    getYamlNode(node, 'tags') !== undefined &&
    getYamlNode(node, 'branches') === undefined;
  return [{ kind: isTagOnly ? 'tag' : kind, detail: event, location }];
}
