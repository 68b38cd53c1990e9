import {
  getYamlItems,
  getYamlNode,
  getYamlText,
  type YamlNode,
} from '../../../parsers/yaml';
import type { TriggerFact } from '../../types/pipelines';
import { locateNode } from './draft';

/** What starts a job: its rules, `only`, or every push and merge request. */
export function readJobTriggers(
  path: string,
  job: YamlNode,
  line: number,
): readonly TriggerFact[] {
  const location = { path, startLine: line, endLine: line };
  const rules = getYamlItems(getYamlNode(job, 'rules')).filter(
    rule => getYamlText(rule, 'when') !== 'never',
  );
  const only = getYamlNode(job, 'only');
  if (rules.length > 0) return rules.flatMap(rule => readRule(path, rule));
  if (only) {
    const refs =
      only.kind === 'map'
        ? getYamlItems(getYamlNode(only, 'refs'))
        : getYamlItems(only);
    return refs.length === 0
      ? [{ kind: 'push', location }]
      : refs.map(ref => readOnly(path, ref));
  }
  return [
    { kind: 'push', location },
    { kind: 'pull-request', location },
  ];
}

function readOnly(path: string, node: YamlNode): TriggerFact {
  const kinds: Readonly<Record<string, TriggerFact['kind']>> = {
    schedules: 'schedule',
    merge_requests: 'pull-request',
    tags: 'tag',
    web: 'manual',
    triggers: 'other',
    api: 'other',
    pipelines: 'pipeline',
  };
  return {
    kind: kinds[getYamlText(node) ?? ''] ?? 'push',
    location: locateNode(path, node),
  };
}

function readRule(path: string, rule: YamlNode): readonly TriggerFact[] {
  const condition = getYamlText(rule, 'if') ?? '';
  const location = locateNode(path, rule);
  const isNegated = /PIPELINE_SOURCE\s*!=/.test(condition);
  const kinds: TriggerFact['kind'][] = [];
  if (!isNegated && /["']schedule["']/.test(condition)) kinds.push('schedule');
  if (!isNegated && /merge_request_event|CI_MERGE_REQUEST/.test(condition))
    kinds.push('pull-request');
  if (/CI_COMMIT_TAG/.test(condition)) kinds.push('tag');
  if (
    !isNegated &&
    /["'](web|api|trigger|pipeline|parent_pipeline)["']/.test(condition)
  )
    kinds.push('manual');
  if (kinds.length === 0 || /CI_COMMIT_(BRANCH|REF)/.test(condition))
    kinds.push('push');
  return kinds.map(kind => ({ kind, location }));
}
