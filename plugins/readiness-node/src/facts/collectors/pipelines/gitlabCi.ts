import {
  getYamlItems,
  getYamlNode,
  getYamlText,
  type YamlNode,
} from '../../../parsers/yaml';
import { readYamlScript } from '../../commands/yamlScript';
import type { FileIndex } from '../../fileIndex';
import type { TriggerFact } from '../../types/pipelines';
import {
  readLockVariables,
  locateNode,
  locateTrue,
  type JobDraft,
  type PipelineDraft,
  type StepDraft,
} from './draft';
import {
  DEPTH_LIMIT,
  loadFile,
  resolveExtends,
  type Definition,
  type Definitions,
} from './gitlabDefinitions';
import { readJobTriggers } from './gitlabTriggers';

const RESERVED = new Set([
  'default',
  'include',
  'stages',
  'types',
  'variables',
  'workflow',
  'image',
  'services',
  'before_script',
  'after_script',
  'cache',
  'pages:deploy',
]);
const DEFAULT_STAGES = ['build', 'test', 'deploy'];

/** `.gitlab-ci.yml` with local includes, `extends`, `!reference` and child pipelines. */
export function readGitlabCi(files: FileIndex): readonly PipelineDraft[] {
  return files
    .matching(/^\.gitlab-ci\.ya?ml$/)
    .flatMap(({ path }) => readPipeline(files, path, 0));
}

function readPipeline(
  files: FileIndex,
  path: string,
  depth: number,
): readonly PipelineDraft[] {
  const definitions = new Map<string, Definition>();
  const includes: StepDraft[] = [];
  loadFile({ files, definitions, includes, seen: new Set() }, path);
  if (definitions.size === 0 && includes.length === 0) return [];
  const jobs = [...definitions.values()]
    .filter(isJob)
    .map(definition => readJob(definitions, definition));
  const root: TriggerFact = {
    kind: 'push',
    location: { path, startLine: 1, endLine: 1 },
  };
  const templates: JobDraft[] =
    includes.length === 0
      ? []
      : [
          {
            id: 'include',
            location:
              includes[0]?.kind === 'action'
                ? includes[0].location
                : root.location,
            needs: [],
            steps: includes,
            triggers: [root, { ...root, kind: 'pull-request' }],
          },
        ];
  const children =
    depth > 2
      ? []
      : findChildren(definitions).flatMap(child =>
          readPipeline(files, child, depth + 1),
        );
  return [
    {
      path,
      system: 'gitlab-ci',
      triggers: [root],
      jobs: [...withStageNeeds(definitions, jobs), ...templates],
    },
    ...children,
  ];
}

function isJob({ key, value }: Definition): boolean {
  if (key.startsWith('.') || RESERVED.has(key) || value.kind !== 'map')
    return false;
  // The header of a component, unless a job has that name.
  return key !== 'spec' || getYamlNode(value, 'inputs') === undefined;
}

function readJob(definitions: Definitions, definition: Definition): JobDraft {
  const { key, keyLine, path, value } = definition;
  const job = resolveExtends(definitions, value);
  const environment =
    getYamlText(job, 'environment') ?? getYamlText(job, 'environment', 'name');
  const isStop = /^(stop|prepare|verify|access)$/.test(
    getYamlText(job, 'environment', 'action') ?? '',
  );
  const inherited = (section: string) =>
    getYamlNode(job, section) ??
    getYamlNode(definitions.get('default')?.value, section) ??
    definitions.get(section)?.value;
  const scripts = [
    inherited('before_script'),
    getYamlNode(job, 'script'),
    getYamlNode(job, 'run'),
  ];
  const commands = scripts.flatMap(node =>
    readLines(definitions, node, path, 0),
  );
  return {
    id: key,
    path,
    location: locateNode(path, value, keyLine),
    triggers: readJobTriggers(path, job, keyLine),
    needs: [],
    environment: isStop ? undefined : environment,
    failureIgnoredAt: locateTrue(path, job, 'allow_failure'),
    isManual:
      getYamlText(job, 'when') === 'manual' ||
      getYamlItems(getYamlNode(job, 'rules')).some(
        rule => getYamlText(rule, 'when') === 'manual',
      ),
    ...readLockVariables('variables', job, definitions.get('variables')?.value),
    steps: [{ kind: 'script', commands }, ...readDownstream(path, job)],
  };
}

function readLines(
  definitions: Definitions,
  node: YamlNode | undefined,
  path: string,
  depth: number,
): ReturnType<typeof readYamlScript> {
  if (node === undefined || depth > DEPTH_LIMIT) return [];
  if (node.tag === '!reference') {
    const [name, ...rest] = getYamlItems(node).flatMap(
      item => getYamlText(item) ?? [],
    );
    const target = definitions.get(name ?? '');
    const resolved = target && resolveExtends(definitions, target.value);
    return readLines(
      definitions,
      getYamlNode(resolved, ...rest),
      target?.path ?? path,
      depth + 1,
    );
  }
  if (node.kind === 'list')
    return node.items.flatMap(item =>
      readLines(definitions, item, path, depth + 1),
    );
  return readYamlScript(node, path);
}

function readDownstream(path: string, job: YamlNode): readonly StepDraft[] {
  const trigger = getYamlNode(job, 'trigger');
  const project = getYamlText(trigger) ?? getYamlText(trigger, 'project');
  if (trigger === undefined || project === undefined) return [];
  return [
    {
      kind: 'action',
      name: `trigger ${project}`,
      inputs: {},
      location: locateNode(path, trigger),
    },
  ];
}

function findChildren(definitions: Definitions): readonly string[] {
  return [...definitions.values()].flatMap(({ value }) =>
    getYamlItems(getYamlNode(value, 'trigger', 'include')).flatMap(node => {
      const local = getYamlText(node) ?? getYamlText(node, 'local');
      return local === undefined ? [] : [local.replace(/^\//, '')];
    }),
  );
}

/** Without `needs` a job waits for every job of the earlier stages. */
function withStageNeeds(
  definitions: Definitions,
  jobs: readonly JobDraft[],
): readonly JobDraft[] {
  const written = getYamlItems(definitions.get('stages')?.value).flatMap(
    node => getYamlText(node) ?? [],
  );
  const stages = [
    '.pre',
    ...(written.length > 0 ? written : DEFAULT_STAGES),
    '.post',
  ];
  const order = (id: string) => {
    const definition = definitions.get(id);
    const stage =
      definition &&
      getYamlText(resolveExtends(definitions, definition.value), 'stage');
    return stages.indexOf(stage ?? 'test');
  };
  return jobs.map(job => {
    const definition = definitions.get(job.id);
    const node =
      definition &&
      getYamlNode(resolveExtends(definitions, definition.value), 'needs');
    if (node) {
      const needs = getYamlItems(node).flatMap(
        item => getYamlText(item) ?? getYamlText(item, 'job') ?? [],
      );
      return { ...job, needs };
    }
    const own = order(job.id);
    return {
      ...job,
      needs: jobs
        .filter(other => order(other.id) < own && other.isManual !== true)
        .map(other => other.id),
    };
  });
}
