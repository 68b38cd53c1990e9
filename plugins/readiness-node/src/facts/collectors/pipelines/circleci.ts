import {
  getYamlEntry,
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
  splitVersion,
  type JobDraft,
  type PipelineDraft,
  type StepDraft,
} from './draft';

const PATH = '.circleci/config.yml';
const SETUP_STEPS =
  /^(checkout|setup_remote_docker|save_cache|restore_cache|store_artifacts|store_test_results|persist_to_workspace|attach_workspace|add_ssh_keys|add-ssh-keys)$/;

/** `.circleci/config.yml`: jobs as its workflows arrange them. */
export function readCircleCi(files: FileIndex): readonly PipelineDraft[] {
  const path = files.get(PATH) ? PATH : '.circleci/config.yaml';
  const root = files.isInScope(path)
    ? files.parse(yamlParser, path)?.[0]?.root
    : undefined;
  if (root?.kind !== 'map') return [];
  const workflows = getYamlNode(root, 'workflows');
  const push: TriggerFact = {
    kind: 'push',
    location: { path, startLine: 1, endLine: 1 },
  };
  const jobs =
    workflows?.kind === 'map'
      ? workflows.entries.flatMap(({ value }) =>
          readWorkflow(path, root, value, push),
        )
      : [];
  return [
    {
      path,
      system: 'circleci',
      triggers: [push],
      jobs: jobs.length > 0 ? mergeRepeated(jobs) : readLooseJobs(path, root),
    },
  ];
}

/** Version 2.0 without workflows runs the job `build`. */
function readLooseJobs(path: string, root: YamlNode): readonly JobDraft[] {
  const build = getYamlEntry(getYamlNode(root, 'jobs'), 'build');
  if (build === undefined) return [];
  return [
    {
      id: 'build',
      location: locateNode(path, build.value, build.keyLine),
      needs: [],
      steps: readSteps(path, root, build.value, 0),
    },
  ];
}

function readWorkflow(
  path: string,
  root: YamlNode,
  workflow: YamlNode,
  push: TriggerFact,
): readonly JobDraft[] {
  const schedules: TriggerFact[] = getYamlItems(
    getYamlNode(workflow, 'triggers'),
  ).flatMap(node => {
    const schedule = getYamlNode(node, 'schedule');
    return schedule
      ? [
          {
            kind: 'schedule',
            detail: getYamlText(schedule, 'cron') ?? '',
            location: locateNode(path, node),
          },
        ]
      : [];
  });
  const condition = getYamlNode(workflow, 'when');
  const isScheduled =
    condition !== undefined && /schedule/.test(JSON.stringify(condition));
  const scheduled: TriggerFact[] = isScheduled
    ? [{ kind: 'schedule', location: locateNode(path, condition) }]
    : [];
  const triggers = schedules.length > 0 ? schedules : scheduled;
  const items = getYamlItems(getYamlNode(workflow, 'jobs'));
  const approvals = items
    .filter(
      item =>
        item.kind === 'map' &&
        getYamlText(item.entries[0]?.value, 'type') === 'approval',
    )
    .flatMap(item => (item.kind === 'map' ? item.entries[0]?.key ?? [] : []));
  const jobs = items.flatMap(item =>
    readWorkflowJob(path, root, item, triggers.length > 0 ? triggers : [push]),
  );
  return jobs.map(job => ({
    ...job,
    isManual: job.needs.some(need => approvals.includes(need)),
  }));
}

function readWorkflowJob(
  path: string,
  root: YamlNode,
  item: YamlNode,
  triggers: readonly TriggerFact[],
): readonly JobDraft[] {
  const entry = item.kind === 'map' ? item.entries[0] : undefined;
  const job = entry?.key ?? getYamlText(item);
  if (job === undefined) return [];
  const settings = entry?.value;
  const definition = getYamlEntry(getYamlNode(root, 'jobs'), job);
  const location = definition
    ? locateNode(path, definition.value, definition.keyLine)
    : locateNode(path, item);
  const inline = ['pre-steps', 'post-steps'].flatMap(key =>
    getYamlItems(getYamlNode(settings, key)),
  );
  const called: StepDraft = {
    kind: 'action',
    name: job,
    inputs: readInputs(settings),
    location: locateNode(path, item),
  };
  const isTagOnly =
    getYamlNode(settings, 'filters', 'tags') !== undefined &&
    getYamlNode(settings, 'filters', 'branches', 'ignore') !== undefined;
  return [
    {
      id: getYamlText(settings, 'name') ?? job,
      location,
      triggers: isTagOnly
        ? triggers.map(trigger => ({ ...trigger, kind: 'tag' as const }))
        : triggers,
      needs: getYamlItems(getYamlNode(settings, 'requires')).flatMap(
        node =>
          getYamlText(node) ??
          (node.kind === 'map' ? node.entries[0]?.key ?? [] : []),
      ),
      steps: [
        ...(definition ? readSteps(path, root, definition.value, 0) : [called]),
        ...inline.flatMap(node => readStep(path, root, node, undefined, 0)),
      ],
    },
  ];
}

/** A job used by two workflows is one job with the triggers of both. */
function mergeRepeated(jobs: readonly JobDraft[]): readonly JobDraft[] {
  const merged = new Map<string, JobDraft>();
  for (const job of jobs) {
    const known = merged.get(job.id);
    merged.set(
      job.id,
      known
        ? {
            ...known,
            triggers: [...(known.triggers ?? []), ...(job.triggers ?? [])],
            needs: [...new Set([...known.needs, ...job.needs])],
          }
        : job,
    );
  }
  return [...merged.values()];
}

function readSteps(
  path: string,
  root: YamlNode,
  job: YamlNode,
  depth: number,
): readonly StepDraft[] {
  const folder = getYamlText(job, 'working_directory');
  return getYamlItems(getYamlNode(job, 'steps')).flatMap(step =>
    readStep(path, root, step, folder, depth),
  );
}

function readStep(
  path: string,
  root: YamlNode,
  step: YamlNode,
  folder: string | undefined,
  depth: number,
): readonly StepDraft[] {
  const entry = step.kind === 'map' ? step.entries[0] : undefined;
  const name = entry?.key ?? getYamlText(step);
  if (name === undefined || SETUP_STEPS.test(name) || depth > 5) return [];
  if (name === 'run') return readRun(path, entry?.value, folder);
  if (name === 'when' || name === 'unless')
    return readSteps(path, root, entry?.value ?? step, depth + 1);
  const command = getYamlNode(root, 'commands', name);
  if (command) return readSteps(path, root, command, depth + 1);
  return [
    {
      kind: 'action',
      ...splitVersion(name),
      inputs: readInputs(entry?.value),
      location: locateNode(path, step),
    },
  ];
}

function readRun(
  path: string,
  node: YamlNode | undefined,
  folder: string | undefined,
): readonly StepDraft[] {
  const command = node?.kind === 'map' ? getYamlNode(node, 'command') : node;
  if (command === undefined) return [];
  const own =
    getYamlText(node, 'working_directory')?.replace(
      /^~\/(project|repo)\/?/,
      '',
    ) ?? (folder?.startsWith('~') ? undefined : folder);
  return [
    { kind: 'script', commands: readYamlScript(command, path), folder: own },
  ];
}
