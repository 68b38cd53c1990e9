import {
  getYamlItems,
  getYamlNode,
  getYamlText,
  yamlParser,
  type YamlNode,
} from '../../../parsers/yaml';
import { readWords } from '../../commands/readScript';
import { readYamlScript } from '../../commands/yamlScript';
import type { FileIndex } from '../../fileIndex';
import type { TriggerFact } from '../../types/pipelines';
import {
  locateNode,
  type JobDraft,
  type PipelineDraft,
  type StepDraft,
} from './draft';

interface Manifest {
  readonly path: string;
  readonly root: YamlNode;
  readonly name: string;
}

/** Tekton and Argo Workflows: pipelines as objects of a cluster. */
export function readClusterPipelines(
  files: FileIndex,
): readonly PipelineDraft[] {
  const manifests = files
    .matching(/\.ya?ml$/)
    .filter(
      ({ text }) =>
        text !== undefined &&
        /^apiVersion:\s*(tekton\.dev|argoproj\.io)\//m.test(text),
    )
    .flatMap(({ path }) =>
      (files.parse(yamlParser, path) ?? []).flatMap(({ root }) =>
        root
          ? [
              {
                path,
                root,
                name: getYamlText(root, 'metadata', 'name') ?? 'pipeline',
              },
            ]
          : [],
      ),
    );
  const ofKind = (...kinds: readonly string[]) =>
    manifests.filter(({ root }) =>
      kinds.includes(getYamlText(root, 'kind') ?? ''),
    );
  const tasks = new Map(
    ofKind('Task', 'ClusterTask').map(manifest => [manifest.name, manifest]),
  );
  const pipelines = ofKind('Pipeline').map(manifest =>
    readTekton(manifest, tasks),
  );
  const loose =
    pipelines.length > 0 ? [] : [...tasks.values()].map(readLooseTask);
  return [
    ...pipelines,
    ...loose,
    ...ofKind(
      'Workflow',
      'WorkflowTemplate',
      'ClusterWorkflowTemplate',
      'CronWorkflow',
    ).map(readArgoWorkflow),
  ];
}

function started(path: string): readonly TriggerFact[] {
  return [{ kind: 'push', location: { path, startLine: 1, endLine: 1 } }];
}

function readTekton(
  manifest: Manifest,
  tasks: ReadonlyMap<string, Manifest>,
): PipelineDraft {
  const { path, root, name } = manifest;
  const jobs = getYamlItems(getYamlNode(root, 'spec', 'tasks')).map(
    (node): JobDraft => {
      const reference = getYamlText(node, 'taskRef', 'name');
      const task = reference === undefined ? undefined : tasks.get(reference);
      const action: StepDraft = {
        kind: 'action',
        name: reference ?? '',
        inputs: {},
        location: locateNode(path, node),
      };
      const own = getYamlNode(node, 'taskSpec');
      const steps = task
        ? readSteps(task.path, getYamlNode(task.root, 'spec'))
        : readSteps(path, own);
      const inputs = getYamlItems(getYamlNode(node, 'params')).flatMap(
        param =>
          JSON.stringify(param).match(/tasks\.([\w-]+)\.results/)?.[1] ?? [],
      );
      return {
        id: getYamlText(node, 'name') ?? 'task',
        location: locateNode(path, node),
        needs: [
          ...getYamlItems(getYamlNode(node, 'runAfter')).flatMap(
            item => getYamlText(item) ?? [],
          ),
          ...inputs,
        ],
        ...(getYamlText(node, 'onError') === 'continue' && {
          failureIgnoredAt: locateNode(path, node),
        }),
        steps: [
          ...(reference !== undefined && !task ? [action] : []),
          ...steps,
        ],
      };
    },
  );
  return { path, system: 'tekton', name, triggers: started(path), jobs };
}

function readLooseTask({ path, root, name }: Manifest): PipelineDraft {
  const steps = readSteps(path, getYamlNode(root, 'spec'));
  return {
    path,
    system: 'tekton',
    name,
    triggers: started(path),
    jobs: [{ id: name, location: locateNode(path, root), needs: [], steps }],
  };
}

function readSteps(
  path: string,
  spec: YamlNode | undefined,
): readonly StepDraft[] {
  return getYamlItems(getYamlNode(spec, 'steps')).map(step =>
    readContainer(path, step),
  );
}

function readContainer(path: string, node: YamlNode): StepDraft {
  const script = getYamlNode(node, 'script') ?? getYamlNode(node, 'source');
  const isFailureIgnored = getYamlText(node, 'onError') === 'continue';
  if (script)
    return {
      kind: 'script',
      commands: readYamlScript(script, path),
      isFailureIgnored,
    };
  const parts = [
    ...getYamlItems(getYamlNode(node, 'command')),
    ...getYamlItems(getYamlNode(node, 'args')),
  ];
  const inline = parts.find((_, index) =>
    /^-\w*c$/.test(getYamlText(parts[index - 1]) ?? ''),
  );
  if (inline)
    return {
      kind: 'script',
      commands: readYamlScript(inline, path),
      isFailureIgnored,
    };
  const image = (getYamlText(node, 'image') ?? '')
    .replace(/[:@].*$/, '')
    .replace(/^.*\//, '');
  const words = parts.flatMap(part => getYamlText(part) ?? []);
  const hasProgram = getYamlNode(node, 'command') !== undefined;
  return {
    kind: 'script',
    commands: [
      readWords(hasProgram ? words : [image, ...words], locateNode(path, node)),
    ],
    isFailureIgnored,
  };
}

function readArgoWorkflow({ path, root, name }: Manifest): PipelineDraft {
  const isCron = getYamlText(root, 'kind') === 'CronWorkflow';
  const schedule =
    getYamlNode(root, 'spec', 'schedule') ??
    getYamlNode(root, 'spec', 'schedules');
  const templates = getYamlItems(
    getYamlNode(root, 'spec', 'templates') ??
      getYamlNode(root, 'spec', 'workflowSpec', 'templates'),
  );
  const tasks = templates.flatMap(template => [
    ...getYamlItems(getYamlNode(template, 'dag', 'tasks')),
    ...getYamlItems(getYamlNode(template, 'steps')).flatMap(getYamlItems),
  ]);
  const jobs = templates.flatMap((template): readonly JobDraft[] => {
    const body =
      getYamlNode(template, 'script') ?? getYamlNode(template, 'container');
    if (body === undefined) return [];
    const id = getYamlText(template, 'name') ?? 'template';
    const task = tasks.find(each => getYamlText(each, 'template') === id);
    const before = getYamlItems(getYamlNode(task, 'dependencies')).flatMap(
      node => getYamlText(node) ?? [],
    );
    const needs = before.flatMap(
      dependency =>
        getYamlText(
          tasks.find(each => getYamlText(each, 'name') === dependency),
          'template',
        ) ?? [],
    );
    return [
      {
        id,
        location: locateNode(path, template),
        needs,
        steps: [readContainer(path, body)],
      },
    ];
  });
  const cron: TriggerFact = {
    kind: 'schedule',
    detail: getYamlText(schedule) ?? '',
    location: schedule
      ? locateNode(path, schedule)
      : { path, startLine: 1, endLine: 1 },
  };
  return {
    path,
    system: 'argo-workflows',
    name,
    triggers: isCron ? [cron] : started(path),
    jobs,
  };
}
