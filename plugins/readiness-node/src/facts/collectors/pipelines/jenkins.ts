import {
  jenkinsfileParser,
  walkJenkins,
  type JenkinsNode,
} from '../../../parsers/jenkinsfile';
import { readScript } from '../../commands/readScript';
import { selectCountingFiles } from '../../countingFiles';
import type { FileIndex } from '../../fileIndex';
import type { TriggerFact } from '../../types/pipelines';
import type { JobDraft, PipelineDraft, StepDraft } from './draft';

const SHELLS = /^(sh|bat|powershell|pwsh)$/;
const IGNORING = /^(catchError|warnError)$/;
const WRAPPERS =
  /^(steps|script|withCredentials|withEnv|timeout|retry|dir|container|node|ansiColor|timestamps|wrap|withAWS|withMaven|withSonarQubeEnv|configFileProvider|sshagent|lock|try|if|else|docker|withDockerRegistry|withKubeConfig|environment|gitlabCommitStatus|nodejs|tool|inside)$/;

/** Jenkinsfiles: each stage that holds no other stage is a job. */
export function readJenkins(files: FileIndex): readonly PipelineDraft[] {
  return selectCountingFiles(
    files,
    /(^|\/)(Jenkinsfile[\w.-]*|[\w.-]+\.jenkinsfile|jenkins\/[\w.-]+\.groovy)$/i,
  ).flatMap(({ path }) => {
    const nodes = files.parse(jenkinsfileParser, path);
    if (
      nodes === undefined ||
      !walkJenkins(nodes).some(
        ({ name }) => name === 'stage' || SHELLS.test(name),
      )
    )
      return [];
    const triggers = readTriggers(path, nodes);
    return [{ path, system: 'jenkins', triggers, jobs: readJobs(path, nodes) }];
  });
}

function readJobs(
  path: string,
  nodes: readonly JenkinsNode[],
): readonly JobDraft[] {
  const jobs: JobDraft[] = [];
  visitNodes({ path, jobs }, nodes, [], false);
  if (jobs.length > 0) return jobs;
  const strings = [{ text: 'pipeline', line: 1 }];
  const whole = { ...wrap(nodes), name: 'stage', strings };
  return [readStage(path, whole, [], jobs)];
}

interface Visit {
  readonly path: string;
  readonly jobs: JobDraft[];
}

/** Ids of the jobs after which the next ones start. */
function visitNodes(
  visit: Visit,
  children: readonly JenkinsNode[],
  needs: readonly string[],
  isParallel: boolean,
): readonly string[] {
  let before = needs;
  const ends: string[] = [];
  for (const child of children) {
    const own = visitNode(visit, child, isParallel ? needs : before);
    if (isParallel) ends.push(...own);
    else if (own.length > 0) before = own;
  }
  return isParallel ? ends : before;
}

function visitNode(
  visit: Visit,
  node: JenkinsNode,
  needs: readonly string[],
): readonly string[] {
  if (node.name === 'post' || node.name === 'when') return [];
  const holdsStages = walkJenkins(node.children).some(
    ({ name }) => name === 'stage',
  );
  if (node.name === 'stage' && !holdsStages) {
    const job = readStage(visit.path, node, needs, visit.jobs);
    visit.jobs.push(job);
    return [job.id];
  }
  if (!holdsStages) return [];
  const isParallel = node.name === 'parallel';
  const ends = visitNodes(visit, node.children, needs, isParallel);
  return ends === needs ? [] : ends;
}

function wrap(nodes: readonly JenkinsNode[]): JenkinsNode {
  return {
    name: '',
    header: '',
    strings: [],
    startLine: 1,
    endLine: Math.max(1, ...nodes.map(node => node.endLine)),
    children: nodes,
  };
}

function readStage(
  path: string,
  node: JenkinsNode,
  needs: readonly string[],
  jobs: readonly JobDraft[],
): JobDraft {
  const name = node.strings[0]?.text ?? 'stage';
  const isTaken = jobs.some(({ id }) => id === name);
  const input = walkJenkins(node.children).some(
    child => child.name === 'input',
  );
  return {
    id: isTaken ? `${name} (line ${node.startLine})` : name,
    location: { path, startLine: node.startLine, endLine: node.endLine },
    needs,
    isManual: input,
    steps: readSteps(path, node.children, undefined, false),
  };
}

function readSteps(
  path: string,
  nodes: readonly JenkinsNode[],
  folder: string | undefined,
  isIgnored: boolean,
): readonly StepDraft[] {
  return nodes.flatMap((node): readonly StepDraft[] => {
    if (/^(post|when|agent|options|tools|parameters)$/.test(node.name))
      return [];
    if (SHELLS.test(node.name))
      return [readShell(path, node, folder, isIgnored)];
    const own =
      node.children.length === 0 &&
      node.name !== '' &&
      !WRAPPERS.test(node.name)
        ? [readCall(path, node, isIgnored)]
        : [];
    const inside = node.name === 'dir' ? node.strings[0]?.text : folder;
    const ignored = isIgnored || IGNORING.test(node.name);
    return [...own, ...readSteps(path, node.children, inside, ignored)];
  });
}

function readShell(
  path: string,
  node: JenkinsNode,
  folder: string | undefined,
  isIgnored: boolean,
): StepDraft {
  const script = /label\s*:/.test(node.header)
    ? node.strings.find(({ text }) =>
        node.header.includes(`script: "${text}"`),
      ) ?? node.strings[0]
    : node.strings[0];
  const isStatusTaken = /returnStatus\s*:\s*true/.test(node.header);
  const place = {
    path,
    firstLine: script?.line ?? node.startLine,
    lastLine: Math.max(node.endLine, node.startLine),
  };
  return {
    kind: 'script',
    commands: readScript(script?.text ?? '', place),
    folder,
    isFailureIgnored: isIgnored || isStatusTaken,
  };
}

function readCall(
  path: string,
  node: JenkinsNode,
  isFailureIgnored: boolean,
): StepDraft {
  const inputs = Object.fromEntries(
    node.strings.map(({ text }, index) => [String(index), text]),
  );
  return {
    kind: 'action',
    name: node.name,
    inputs,
    location: { path, startLine: node.startLine, endLine: node.startLine },
    isFailureIgnored,
  };
}

/** Multibranch pipelines are started by pushes and changes unless they say otherwise. */
function readTriggers(
  path: string,
  nodes: readonly JenkinsNode[],
): readonly TriggerFact[] {
  const triggers: TriggerFact[] = walkJenkins(nodes)
    .filter(
      ({ name, header }) =>
        /^(cron|parameterizedCron|pollSCM|githubPush|upstream)$/.test(name) ||
        /pipelineTriggers/.test(header),
    )
    .flatMap(node => {
      const location = {
        path,
        startLine: node.startLine,
        endLine: node.endLine,
      };
      const isCron = /cron/i.test(node.header);
      const detail = node.strings[0]?.text;
      return [
        {
          kind: isCron ? ('schedule' as const) : ('push' as const),
          ...(detail !== undefined && { detail }),
          location,
        },
      ];
    });
  const location = { path, startLine: 1, endLine: 1 };
  return [
    ...triggers,
    { kind: 'push', location },
    { kind: 'pull-request', location },
  ];
}
