import {
  getYamlItems,
  getYamlNode,
  getYamlText,
  yamlParser,
  type YamlNode,
} from '../../../parsers/yaml';
import { readYamlScript } from '../../commands/yamlScript';
import type { FileIndex } from '../../fileIndex';
import { getFolder, joinPath } from '../../paths';
import type { TriggerFact } from '../../types/pipelines';
import {
  isTrue,
  locateNode,
  locateTrue,
  readInputs,
  splitVersion,
  type JobDraft,
  type PipelineDraft,
  type StepDraft,
} from './draft';

const SCRIPTS = ['script', 'bash', 'pwsh', 'powershell'];
const DEPTH_LIMIT = 6;

interface Place {
  readonly files: FileIndex;
  readonly path: string;
  readonly depth: number;
}

interface Located {
  readonly node: YamlNode;
  readonly place: Place;
}

/** `azure-pipelines.yml` with local templates put in. */
export function readAzurePipelines(files: FileIndex): readonly PipelineDraft[] {
  const candidates = files.matching(
    /(^|\/)(azure-pipelines[\w.-]*|\.azure-pipelines\/[\w.-]+|\.azuredevops\/[\w./-]+|\.pipelines\/[\w.-]+|vsts-ci)\.ya?ml$/,
  );
  return candidates.flatMap(({ path }) => {
    const root = files.parse(yamlParser, path)?.[0]?.root;
    const isTemplate =
      getYamlNode(root, 'parameters') !== undefined &&
      getYamlNode(root, 'trigger') === undefined &&
      !/azure-pipelines[\w.-]*\.ya?ml$/.test(path);
    if (root?.kind !== 'map' || isTemplate) return [];
    const jobs = readStages({ files, path, depth: 0 }, root);
    return jobs.length === 0
      ? []
      : [
          {
            path,
            system: 'azure-pipelines' as const,
            name: getYamlText(root, 'name'),
            triggers: readTriggers(path, root),
            jobs,
          },
        ];
  });
}

function readStages(place: Place, root: YamlNode): readonly JobDraft[] {
  const extended = getYamlText(root, 'extends', 'template');
  const template =
    extended === undefined ? undefined : openTemplate(place, extended);
  if (template) return readStages(template.place, template.node);
  const stages = expandItems(place, getYamlNode(root, 'stages'), 'stages');
  if (stages.length === 0) return readJobs(place, root, undefined, []);
  const jobs: JobDraft[] = [];
  const byStage = new Map<string, readonly string[]>();
  let previous: string | undefined;
  for (const { node, place: inside } of stages) {
    const stage = getYamlText(node, 'stage') ?? `stage${byStage.size + 1}`;
    const written = getYamlNode(node, 'dependsOn');
    const names = written
      ? getYamlItems(written).flatMap(item => getYamlText(item) ?? [])
      : [previous ?? ''];
    const needs = names.flatMap(name => byStage.get(name) ?? []);
    const own = readJobs(inside, node, stage, needs);
    jobs.push(...own);
    byStage.set(stage, own.length > 0 ? own.map(job => job.id) : needs);
    previous = stage;
  }
  return uniquify(jobs);
}

function uniquify(jobs: readonly JobDraft[]): readonly JobDraft[] {
  return jobs.filter(
    (job, index) => jobs.findIndex(other => other.id === job.id) === index,
  );
}

function readJobs(
  place: Place,
  parent: YamlNode,
  stage: string | undefined,
  before: readonly string[],
): readonly JobDraft[] {
  const items = expandItems(place, getYamlNode(parent, 'jobs'), 'jobs');
  const loose = getYamlNode(parent, 'steps');
  if (items.length === 0 && loose) {
    const id = stage ?? 'Job';
    return [
      {
        id,
        location: locateNode(place.path, parent),
        needs: before,
        steps: readSteps(place, loose),
      },
    ];
  }
  return items.map(({ node, place: inside }, index) => {
    const name =
      getYamlText(node, 'job') ?? getYamlText(node, 'deployment') ?? '';
    const id =
      name !== '' && !name.includes('${{') ? name : stage ?? `Job${index + 1}`;
    const needs = getYamlItems(getYamlNode(node, 'dependsOn')).flatMap(
      item => getYamlText(item) ?? [],
    );
    return {
      id,
      path: inside.path,
      location: locateNode(inside.path, node),
      needs: [...before, ...needs],
      environment:
        getYamlText(node, 'environment') ??
        getYamlText(node, 'environment', 'name'),
      failureIgnoredAt: locateTrue(inside.path, node, 'continueOnError'),
      steps: [
        ...readSteps(inside, getYamlNode(node, 'steps')),
        ...readStrategy(inside, getYamlNode(node, 'strategy')),
      ],
    };
  });
}

function readStrategy(
  place: Place,
  strategy: YamlNode | undefined,
): readonly StepDraft[] {
  if (strategy?.kind !== 'map') return [];
  return strategy.entries.flatMap(({ value }) =>
    value.kind === 'map'
      ? value.entries.flatMap(({ key, value: phase }) =>
          key === 'on' ? [] : readSteps(place, getYamlNode(phase, 'steps')),
        )
      : [],
  );
}

function readSteps(
  place: Place,
  node: YamlNode | undefined,
): readonly StepDraft[] {
  return expandItems(place, node, 'steps').flatMap(
    ({ node: step, place: inside }) => readStep(inside, step),
  );
}

function readStep({ path }: Place, step: YamlNode): readonly StepDraft[] {
  const isFailureIgnored = isTrue(step, 'continueOnError');
  const folder = cleanFolder(getYamlText(step, 'workingDirectory'));
  const script = SCRIPTS.map(key => getYamlNode(step, key)).find(
    found => found !== undefined,
  );
  if (script)
    return [
      {
        kind: 'script',
        commands: readYamlScript(script, path),
        folder,
        isFailureIgnored,
      },
    ];
  const task = getYamlText(step, 'task');
  if (task === undefined) return [];
  const inputs = getYamlNode(step, 'inputs');
  const inline =
    getYamlNode(inputs, 'inlineScript') ?? getYamlNode(inputs, 'script');
  const steps: StepDraft[] = [
    {
      kind: 'action',
      ...splitVersion(task),
      inputs: readInputs(inputs),
      location: locateNode(path, getYamlNode(step, 'task') ?? step),
      isFailureIgnored,
    },
  ];
  if (inline)
    steps.push({
      kind: 'script',
      commands: readYamlScript(inline, path),
      folder: cleanFolder(getYamlText(inputs, 'workingDirectory')),
      isFailureIgnored,
    });
  return steps;
}

function cleanFolder(folder: string | undefined): string | undefined {
  const plain = folder?.replace(
    /^\$\((System\.DefaultWorkingDirectory|Build\.SourcesDirectory|Pipeline\.Workspace)\)\/?/i,
    '',
  );
  return plain?.includes('$') ? undefined : plain;
}

/** Items with local templates and `${{ if }}:` blocks put in. */
function expandItems(
  place: Place,
  node: YamlNode | undefined,
  section: string,
): readonly Located[] {
  if (place.depth > DEPTH_LIMIT) return [];
  return getYamlItems(node).flatMap((item): readonly Located[] => {
    const entry = item.kind === 'map' ? item.entries[0] : undefined;
    if (entry?.key.startsWith('${{'))
      return expandItems(place, entry.value, section);
    const template = getYamlText(item, 'template');
    if (template === undefined) return [{ node: item, place }];
    const opened = openTemplate(place, template);
    if (opened === undefined) return [];
    return expandItems(
      opened.place,
      getYamlNode(opened.node, section),
      section,
    );
  });
}

function openTemplate(place: Place, reference: string): Located | undefined {
  const [name = '', resource] = reference.split('@');
  if (resource !== undefined && resource !== 'self') return undefined;
  const path = name.startsWith('/')
    ? joinPath('', name)
    : joinPath(getFolder(place.path), name);
  const node =
    path === undefined
      ? undefined
      : place.files.parse(yamlParser, path)?.[0]?.root;
  return path === undefined || node === undefined
    ? undefined
    : { node, place: { ...place, path, depth: place.depth + 1 } };
}

function readTriggers(path: string, root: YamlNode): readonly TriggerFact[] {
  const triggers: TriggerFact[] = getYamlItems(
    getYamlNode(root, 'schedules'),
  ).map(node => ({
    kind: 'schedule',
    detail: getYamlText(node, 'cron') ?? '',
    location: locateNode(path, node),
  }));
  for (const [key, kind] of [
    ['trigger', 'push'],
    ['pr', 'pull-request'],
  ] as const) {
    const node = getYamlNode(root, key);
    if (getYamlText(node) === 'none') continue;
    const isTagOnly =
      getYamlNode(node, 'tags') !== undefined &&
      getYamlNode(node, 'branches') === undefined;
    triggers.push({
      kind: isTagOnly ? 'tag' : kind,
      location: node
        ? locateNode(path, node)
        : { path, startLine: 1, endLine: 1 },
    });
  }
  return triggers;
}
