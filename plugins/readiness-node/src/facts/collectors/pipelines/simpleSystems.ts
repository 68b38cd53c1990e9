import {
  getYamlItems,
  getYamlNode,
  getYamlText,
  yamlParser,
  type YamlNode,
} from '../../../parsers/yaml';
import type { FileIndex } from '../../fileIndex';
import { readBuildspec, readCloudBuild, scripts, start } from './cloudBuilds';
import {
  locateNode,
  locateTrue,
  readInputs,
  type JobDraft,
  type PipelineDraft,
  type StepDraft,
} from './draft';

const TRAVIS_PHASES = [
  'before_install',
  'install',
  'before_script',
  'script',
  'after_success',
  'before_deploy',
  'after_deploy',
];

/** Systems whose files are a list of steps: Buildkite, Travis, Drone, CodeBuild, Cloud Build. */
export function readSimpleSystems(files: FileIndex): readonly PipelineDraft[] {
  const each = (
    pattern: RegExp,
    read: (
      path: string,
      roots: readonly YamlNode[],
    ) => readonly PipelineDraft[],
  ) =>
    files.matching(pattern).flatMap(({ path }) =>
      read(
        path,
        (files.parse(yamlParser, path) ?? []).flatMap(
          document => document.root ?? [],
        ),
      ),
    );
  return [
    ...each(/^\.buildkite\/[\w./-]+\.ya?ml$/, readBuildkite),
    ...each(/^\.travis\.ya?ml$/, readTravis),
    ...each(/^\.(drone|woodpecker)(\/[\w.-]+)?\.ya?ml$/, readDrone),
    ...each(/(^|\/)buildspec[\w.-]*\.ya?ml$/, readBuildspec),
    ...each(/(^|\/)cloudbuild[\w.-]*\.(ya?ml|json)$/, readCloudBuild),
  ];
}

function readBuildkite(
  path: string,
  [root]: readonly YamlNode[],
): readonly PipelineDraft[] {
  const steps = getYamlItems(getYamlNode(root, 'steps') ?? root).flatMap(step =>
    getYamlNode(step, 'group')
      ? getYamlItems(getYamlNode(step, 'steps'))
      : [step],
  );
  const jobs: JobDraft[] = [];
  let barrier: readonly string[] = [];
  let current: string[] = [];
  for (const step of steps) {
    const isBarrier =
      getYamlText(step) === 'wait' ||
      getYamlNode(step, 'wait') !== undefined ||
      getYamlNode(step, 'block') !== undefined;
    if (isBarrier) {
      barrier = current.length > 0 ? current : barrier;
      current = [];
      continue;
    }
    const commands =
      getYamlNode(step, 'commands') ?? getYamlNode(step, 'command');
    const plugins = getYamlItems(getYamlNode(step, 'plugins')).flatMap(node =>
      node.kind === 'map'
        ? node.entries.map(({ key, value }) => ({ key, value }))
        : [{ key: getYamlText(node) ?? '', value: node }],
    );
    const id =
      getYamlText(step, 'key') ??
      getYamlText(step, 'label') ??
      getYamlText(step, 'name') ??
      `step ${jobs.length + 1}`;
    const dependsOn = getYamlItems(getYamlNode(step, 'depends_on')).flatMap(
      node => getYamlText(node) ?? getYamlText(node, 'step') ?? [],
    );
    jobs.push({
      id,
      location: locateNode(path, step),
      needs: [...barrier, ...dependsOn],
      failureIgnoredAt: locateTrue(path, step, 'soft_fail'),
      steps: [
        ...scripts(path, commands),
        ...plugins.map(
          ({ key, value }): StepDraft => ({
            kind: 'action',
            name: key.split('#')[0] ?? key,
            inputs: readInputs(value),
            location: locateNode(path, step),
          }),
        ),
      ],
    });
    current.push(id);
  }
  return jobs.length === 0
    ? []
    : [{ path, system: 'buildkite', triggers: start(path), jobs }];
}

function readTravis(
  path: string,
  [root]: readonly YamlNode[],
): readonly PipelineDraft[] {
  if (root === undefined) return [];
  const included = getYamlItems(
    getYamlNode(root, 'jobs', 'include') ??
      getYamlNode(root, 'matrix', 'include'),
  ).filter(node => getYamlNode(node, 'script') ?? getYamlNode(node, 'deploy'));
  const stages = included.map(
    (node, index): JobDraft => ({
      ...readTravisJob(
        path,
        node,
        getYamlText(node, 'name') ??
          getYamlText(node, 'stage') ??
          `job ${index + 1}`,
      ),
      needs: [],
    }),
  );
  const main = readTravisJob(path, root, 'script');
  const jobs = [
    main,
    ...stages.map((job, index) => ({
      ...job,
      needs: index === 0 ? [] : [stages[index - 1]?.id ?? ''],
    })),
  ];
  return [{ path, system: 'travis', triggers: start(path), jobs }];
}

function readTravisJob(path: string, node: YamlNode, id: string): JobDraft {
  const deploys = getYamlItems(getYamlNode(node, 'deploy')).map(
    (deploy): StepDraft => ({
      kind: 'action',
      name: `deploy ${getYamlText(deploy, 'provider') ?? ''}`,
      inputs: readInputs(deploy),
      location: locateNode(path, deploy),
    }),
  );
  const main = TRAVIS_PHASES.slice(0, 4).flatMap(phase =>
    scripts(path, getYamlNode(node, phase)),
  );
  const after = TRAVIS_PHASES.slice(4).flatMap(phase =>
    scripts(path, getYamlNode(node, phase)),
  );
  return {
    id,
    location: locateNode(path, node),
    needs: [],
    steps: [...main, ...deploys, ...after],
  };
}

function readDrone(
  path: string,
  roots: readonly YamlNode[],
): readonly PipelineDraft[] {
  const jobs = roots.flatMap((root, index): readonly JobDraft[] => {
    const steps = getYamlNode(root, 'steps') ?? getYamlNode(root, 'pipeline');
    if (steps === undefined) return [];
    const items =
      steps.kind === 'map'
        ? steps.entries.map(entry => entry.value)
        : getYamlItems(steps);
    const events = JSON.stringify(getYamlNode(root, 'trigger', 'event') ?? '');
    return [
      {
        id: getYamlText(root, 'name') ?? `pipeline ${index + 1}`,
        location: locateNode(path, root),
        ...(/cron/.test(events) && {
          triggers: [
            { kind: 'schedule' as const, location: locateNode(path, root) },
          ],
        }),
        needs: getYamlItems(getYamlNode(root, 'depends_on')).flatMap(
          node => getYamlText(node) ?? [],
        ),
        steps: items.flatMap((step): readonly StepDraft[] => {
          const isFailureIgnored = getYamlText(step, 'failure') === 'ignore';
          const action: StepDraft = {
            kind: 'action',
            name: (getYamlText(step, 'image') ?? '').replace(/:.*$/, ''),
            inputs: readInputs(getYamlNode(step, 'settings')),
            location: locateNode(path, step),
          };
          return [
            action,
            ...scripts(path, getYamlNode(step, 'commands')).map(each => ({
              ...each,
              isFailureIgnored,
            })),
          ];
        }),
      },
    ];
  });
  return jobs.length === 0
    ? []
    : [{ path, system: 'drone', triggers: start(path), jobs }];
}
