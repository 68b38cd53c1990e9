import {
  getYamlItems,
  getYamlNode,
  getYamlText,
  yamlParser,
  type YamlNode,
} from '../../../parsers/yaml';
import { readYamlScript } from '../../commands/yamlScript';
import type { FileIndex } from '../../fileIndex';
import type { TriggerFact } from '../../types/pipelines';
import {
  locateNode,
  readInputs,
  type JobDraft,
  type PipelineDraft,
  type StepDraft,
} from './draft';

const PATH = 'bitbucket-pipelines.yml';
const KINDS: Readonly<Record<string, TriggerFact['kind']>> = {
  default: 'push',
  branches: 'push',
  'pull-requests': 'pull-request',
  tags: 'tag',
  custom: 'manual',
};

/** `bitbucket-pipelines.yml`: each step is a job that waits for the one before. */
export function readBitbucket(files: FileIndex): readonly PipelineDraft[] {
  const pipelines = getYamlNode(
    files.isInScope(PATH)
      ? files.parse(yamlParser, PATH)?.[0]?.root
      : undefined,
    'pipelines',
  );
  if (pipelines?.kind !== 'map') return [];
  const jobs = new Map<string, JobDraft>();
  for (const { key, keyLine, value } of pipelines.entries) {
    const kind = KINDS[key] ?? 'other';
    const trigger: TriggerFact = {
      kind,
      location: { path: PATH, startLine: keyLine, endLine: keyLine },
    };
    const sequences =
      value.kind === 'map'
        ? value.entries.map(entry => ({ node: entry.value, name: entry.key }))
        : [{ node: value, name: key }];
    for (const { node, name } of sequences) {
      // Schedules are made in the user interface; people name such pipelines so.
      const isNightly =
        kind === 'manual' && /nightly|schedul|weekly|daily|cron/i.test(name);
      readSequence(
        jobs,
        getYamlItems(node),
        isNightly ? { ...trigger, kind: 'schedule', detail: name } : trigger,
        name,
      );
    }
  }
  return [
    {
      path: PATH,
      system: 'bitbucket-pipelines',
      triggers: [...jobs.values()].flatMap(job => job.triggers ?? []),
      jobs: [...jobs.values()],
    },
  ];
}

function readSequence(
  jobs: Map<string, JobDraft>,
  items: readonly YamlNode[],
  trigger: TriggerFact,
  sequence: string,
): void {
  let before: readonly string[] = [];
  for (const item of items) {
    const stage = getYamlNode(item, 'stage');
    const parallel = getYamlNode(item, 'parallel');
    const steps = parallel
      ? getYamlItems(getYamlNode(parallel, 'steps') ?? parallel)
      : getYamlItems(getYamlNode(stage, 'steps') ?? item);
    const ids: string[] = [];
    for (const each of steps) {
      const step = getYamlNode(each, 'step');
      if (step === undefined) continue;
      const needs: readonly string[] = stage ? [...before, ...ids] : before;
      ids.push(
        addStep(
          jobs,
          step,
          trigger,
          needs,
          getYamlText(stage, 'deployment'),
          sequence,
        ),
      );
    }
    if (ids.length > 0) before = ids;
  }
}

function addStep(
  jobs: Map<string, JobDraft>,
  step: YamlNode,
  trigger: TriggerFact,
  needs: readonly string[],
  environment: string | undefined,
  sequence: string,
): string {
  const name = getYamlText(step, 'name') ?? `${sequence} step ${jobs.size + 1}`;
  const known = jobs.get(name);
  const job: JobDraft = {
    id: name,
    location: known?.location ?? locateNode(PATH, step),
    triggers: [...(known?.triggers ?? []), trigger],
    needs: known && known.needs.length > 0 ? known.needs : needs,
    environment: getYamlText(step, 'deployment') ?? environment,
    isManual: getYamlText(step, 'trigger') === 'manual',
    steps:
      known?.steps ??
      getYamlItems(getYamlNode(step, 'script')).flatMap(readItem),
  };
  jobs.set(name, job);
  return name;
}

function readItem(item: YamlNode): readonly StepDraft[] {
  const pipe = getYamlText(item, 'pipe');
  if (pipe === undefined)
    return [{ kind: 'script', commands: readYamlScript(item, PATH) }];
  const [name = pipe, version] = pipe.replace(/^docker:\/\//, '').split(':');
  return [
    {
      kind: 'action',
      name,
      version,
      inputs: readInputs(getYamlNode(item, 'variables')),
      location: locateNode(PATH, item),
    },
  ];
}
