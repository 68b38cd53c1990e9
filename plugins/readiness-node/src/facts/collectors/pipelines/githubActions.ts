import {
  getYamlItems,
  getYamlNode,
  getYamlText,
  yamlParser,
  type YamlNode,
} from '../../../parsers/yaml';
import { readYamlScript } from '../../commands/yamlScript';
import type { FileIndex } from '../../fileIndex';
import { joinPath } from '../../paths';
import {
  readLockVariables,
  isTrue,
  locateNode,
  locateTrue,
  readInputs,
  splitVersion,
  type JobDraft,
  type PipelineDraft,
  type StepDraft,
} from './draft';
import { readTriggers } from './githubTriggers';

const DEPTH_LIMIT = 4;

/** Workflows of GitHub Actions (and of Gitea and Forgejo, which speak the same). */
export function readGithubActions(files: FileIndex): readonly PipelineDraft[] {
  const paths = files
    .matching(/^\.(github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/)
    .map(file => file.path);
  const workflows = paths.flatMap(path => readWorkflow(files, path) ?? []);
  const called = new Set(paths.flatMap(path => findCalled(files, path)));
  // A workflow that is only called is seen through its callers.
  return workflows.filter(
    ({ path, triggers }) =>
      !(called.has(path) && triggers.every(({ kind }) => kind === 'call')),
  );
}

function readWorkflow(
  files: FileIndex,
  path: string,
): PipelineDraft | undefined {
  const root = files.parse(yamlParser, path)?.[0]?.root;
  const jobs = getYamlNode(root, 'jobs');
  if (root === undefined || jobs?.kind !== 'map') return undefined;
  return {
    path,
    system: 'github-actions',
    name: getYamlText(root, 'name') ?? path,
    triggers: readTriggers(
      path,
      getYamlNode(root, 'on') ?? getYamlNode(root, 'true'),
    ),
    jobs: jobs.entries
      .filter(
        ({ value }) =>
          !/^(\$\{\{\s*)?false\s*($|\}\}$|&&[^|]*$)/.test(
            getYamlText(value, 'if') ?? '',
          ),
      )
      .map(({ key, keyLine, value }) =>
        readJob({ files, path, root }, key, value, keyLine),
      ),
  };
}

interface Workflow {
  readonly files: FileIndex;
  readonly path: string;
  readonly root: YamlNode;
}

function readJob(
  workflow: Workflow,
  id: string,
  job: YamlNode,
  line: number,
): JobDraft {
  const { path } = workflow;
  const environment =
    getYamlText(job, 'environment') ?? getYamlText(job, 'environment', 'name');
  const uses = getYamlText(job, 'uses');
  const called =
    uses === undefined ? undefined : readCalledJobs(workflow.files, uses, 0);
  const action =
    uses !== undefined && called === undefined
      ? [toAction(path, job, uses)]
      : [];
  return {
    id,
    location: locateNode(path, job, line),
    needs: getYamlItems(getYamlNode(job, 'needs')).flatMap(
      node => getYamlText(node) ?? [],
    ),
    environment: environment ?? called?.environment,
    failureIgnoredAt: locateTrue(path, job, 'continue-on-error'),
    ...readLockVariables('env', job, workflow.root),
    steps: called?.steps ?? [...action, ...readSteps(workflow, job, 0)],
  };
}

/** Jobs of a reusable workflow of this repository, one after the other. */
function readCalledJobs(
  files: FileIndex,
  uses: string,
  depth: number,
):
  | { steps: readonly StepDraft[]; environment: string | undefined }
  | undefined {
  const path = getLocalPath(uses);
  const root =
    path === undefined ? undefined : files.parse(yamlParser, path)?.[0]?.root;
  const jobs = getYamlNode(root, 'jobs');
  if (
    path === undefined ||
    root === undefined ||
    jobs?.kind !== 'map' ||
    depth > DEPTH_LIMIT
  )
    return undefined;
  const workflow = { files, path, root };
  const steps = jobs.entries.flatMap(({ value }) => {
    const inner = getYamlText(value, 'uses');
    const isIgnored = isTrue(value, 'continue-on-error');
    const own =
      inner === undefined
        ? readSteps(workflow, value, 0)
        : readCalledJobs(files, inner, depth + 1)?.steps ?? [
            toAction(path, value, inner),
          ];
    return own.map(step =>
      isIgnored ? { ...step, isFailureIgnored: true } : step,
    );
  });
  const environments = jobs.entries.map(
    ({ value }) =>
      getYamlText(value, 'environment') ??
      getYamlText(value, 'environment', 'name'),
  );
  return {
    steps,
    environment: environments.find(environment => environment !== undefined),
  };
}

function readSteps(
  workflow: Workflow,
  job: YamlNode,
  depth: number,
): readonly StepDraft[] {
  const { path, root } = workflow;
  const defaults =
    getYamlText(job, 'defaults', 'run', 'working-directory') ??
    getYamlText(root, 'defaults', 'run', 'working-directory');
  return getYamlItems(getYamlNode(job, 'steps')).flatMap(step =>
    readStep(workflow, step, defaults, depth, path),
  );
}

function readStep(
  workflow: Workflow,
  step: YamlNode,
  folder: string | undefined,
  depth: number,
  path: string,
): readonly StepDraft[] {
  const isFailureIgnored = isTrue(step, 'continue-on-error');
  const run = getYamlNode(step, 'run');
  if (run) {
    const commands = readYamlScript(run, path);
    return [
      {
        kind: 'script',
        commands,
        folder: getYamlText(step, 'working-directory') ?? folder,
        isFailureIgnored,
      },
    ];
  }
  const uses = getYamlText(step, 'uses');
  if (uses === undefined) return [];
  const local = getLocalPath(uses);
  const composite =
    local === undefined ? undefined : readComposite(workflow, local, depth);
  return (composite ?? [toAction(path, step, uses)]).map(each =>
    isFailureIgnored ? { ...each, isFailureIgnored } : each,
  );
}

/** Steps of a composite action of this repository. */
function readComposite(
  workflow: Workflow,
  folder: string,
  depth: number,
): readonly StepDraft[] | undefined {
  const { files } = workflow;
  const path = ['action.yml', 'action.yaml']
    .map(name => joinPath(folder, name) ?? '')
    .find(candidate => files.get(candidate));
  const root =
    path === undefined ? undefined : files.parse(yamlParser, path)?.[0]?.root;
  const runs = getYamlNode(root, 'runs');
  if (
    path === undefined ||
    root === undefined ||
    runs === undefined ||
    depth > DEPTH_LIMIT
  )
    return undefined;
  return readSteps({ files, path, root }, runs, depth + 1);
}

function toAction(path: string, node: YamlNode, uses: string): StepDraft {
  return {
    kind: 'action',
    ...splitVersion(uses),
    inputs: readInputs(getYamlNode(node, 'with')),
    location: locateNode(path, getYamlNode(node, 'uses') ?? node),
    isFailureIgnored: isTrue(node, 'continue-on-error'),
  };
}

function getLocalPath(uses: string): string | undefined {
  return /^\.\.?\//.test(uses) ? joinPath('', uses) : undefined;
}

function findCalled(files: FileIndex, path: string): readonly string[] {
  const jobs = getYamlNode(files.parse(yamlParser, path)?.[0]?.root, 'jobs');
  if (jobs?.kind !== 'map') return [];
  return jobs.entries.flatMap(
    ({ value }) => getLocalPath(getYamlText(value, 'uses') ?? '') ?? [],
  );
}
