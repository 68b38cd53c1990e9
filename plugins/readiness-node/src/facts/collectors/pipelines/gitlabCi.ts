import picomatch from 'picomatch';
import {
  getYamlEntry,
  getYamlItems,
  getYamlNode,
  getYamlText,
  yamlParser,
  type YamlEntry,
  type YamlNode,
} from '../../../parsers/yaml';
import { readYamlScript } from '../../commands/yamlScript';
import type { FileIndex } from '../../fileIndex';
import { joinPath } from '../../paths';
import type { TriggerFact } from '../../types/pipelines';
import {
  locateNode,
  locateTrue,
  readInputs,
  type JobDraft,
  type PipelineDraft,
  type StepDraft,
} from './draft';

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
  'spec',
  'pages:deploy',
]);
const DEFAULT_STAGES = ['build', 'test', 'deploy'];
const DEPTH_LIMIT = 10;

/** A top-level key and the file it is written in. */
interface Definition extends YamlEntry {
  readonly path: string;
}

type Definitions = ReadonlyMap<string, Definition>;

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

interface Loading {
  readonly files: FileIndex;
  readonly definitions: Map<string, Definition>;
  readonly includes: StepDraft[];
  readonly seen: Set<string>;
}

function loadFile(loading: Loading, path: string): void {
  if (loading.seen.has(path) || loading.seen.size > 100) return;
  loading.seen.add(path);
  for (const document of loading.files.parse(yamlParser, path) ?? []) {
    for (const node of getYamlItems(getYamlNode(document.root, 'include')))
      loadInclude(loading, path, node);
    if (document.root?.kind !== 'map') continue;
    for (const entry of document.root.entries) {
      const earlier = loading.definitions.get(entry.key);
      loading.definitions.set(entry.key, {
        ...entry,
        path,
        value: earlier ? mergeNodes(earlier.value, entry.value) : entry.value,
      });
    }
  }
}

function loadInclude(loading: Loading, path: string, node: YamlNode): void {
  const plain = getYamlText(node);
  const local =
    getYamlText(node, 'local') ??
    (plain !== undefined && !/^https?:/.test(plain) ? plain : undefined);
  if (local !== undefined) {
    const wanted = joinPath('', local.replace(/^\//, '')) ?? '';
    const isGlob = /[*?]/.test(wanted);
    const all = isGlob
      ? loading.files.wholeRepository.map(file => file.path)
      : [wanted];
    const matches = isGlob
      ? all.filter(candidate => picomatch.isMatch(candidate, wanted))
      : all;
    for (const match of matches) loadFile(loading, match);
    return;
  }
  const name =
    getYamlText(node, 'template') ??
    getYamlText(node, 'component') ??
    getYamlText(node, 'remote') ??
    getYamlText(node, 'project');
  if (name === undefined) return;
  loading.includes.push({
    kind: 'action',
    name,
    inputs: readInputs(node),
    location: locateNode(path, node),
  });
}

/** Later keys win, maps merge: as GitLab does with includes and `extends`. */
function mergeNodes(base: YamlNode, over: YamlNode): YamlNode {
  if (base.kind !== 'map' || over.kind !== 'map') return over;
  const entries = base.entries.map(entry => {
    const own = getYamlEntry(over, entry.key);
    return own ? { ...own, value: mergeNodes(entry.value, own.value) } : entry;
  });
  const added = over.entries.filter(
    entry => getYamlEntry(base, entry.key) === undefined,
  );
  return { ...over, entries: [...entries, ...added] };
}

function isJob({ key, value }: Definition): boolean {
  return !key.startsWith('.') && !RESERVED.has(key) && value.kind === 'map';
}

function resolveExtends(
  definitions: Definitions,
  node: YamlNode,
  depth = 0,
): YamlNode {
  const parents = getYamlItems(getYamlNode(node, 'extends')).flatMap(
    item => getYamlText(item) ?? [],
  );
  if (depth > DEPTH_LIMIT) return node;
  let merged: YamlNode | undefined;
  for (const name of parents) {
    const parent = definitions.get(name);
    if (parent === undefined) continue;
    const resolved = resolveExtends(definitions, parent.value, depth + 1);
    merged = merged ? mergeNodes(merged, resolved) : resolved;
  }
  return merged ? mergeNodes(merged, node) : node;
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

function readJobTriggers(
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
