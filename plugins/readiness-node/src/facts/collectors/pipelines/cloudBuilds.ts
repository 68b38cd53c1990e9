import {
  getYamlItems,
  getYamlNode,
  getYamlText,
  type YamlNode,
} from '../../../parsers/yaml';
import { readWords } from '../../commands/readScript';
import { readYamlScript } from '../../commands/yamlScript';
import { getBaseName } from '../../paths';
import type { TriggerFact } from '../../types/pipelines';
import {
  isTrue,
  locateNode,
  type PipelineDraft,
  type StepDraft,
} from './draft';

const PHASES = ['install', 'pre_build', 'build', 'post_build'];

/** `buildspec.yml` of CodeBuild: its phases are one job. */
export function readBuildspec(
  path: string,
  [root]: readonly YamlNode[],
): readonly PipelineDraft[] {
  const phases = getYamlNode(root, 'phases');
  if (root === undefined || phases === undefined) return [];
  const steps = PHASES.flatMap(phase =>
    scripts(path, getYamlNode(phases, phase, 'commands')).map(step => ({
      ...step,
      isFailureIgnored: getYamlText(phases, phase, 'on-failure') === 'CONTINUE',
    })),
  );
  return [
    {
      path,
      system: 'codebuild',
      triggers: start(path),
      jobs: [
        { id: 'build', location: locateNode(path, root), needs: [], steps },
      ],
    },
  ];
}

/** `cloudbuild.yaml`: its steps are one job. */
export function readCloudBuild(
  path: string,
  [root]: readonly YamlNode[],
): readonly PipelineDraft[] {
  const items = getYamlItems(getYamlNode(root, 'steps'));
  if (root === undefined || items.length === 0) return [];
  const steps = items.flatMap(step => readCloudBuildStep(path, step));
  const images = getYamlNode(root, 'images');
  const push: readonly StepDraft[] = images
    ? [
        {
          kind: 'script',
          commands: [
            readWords(
              [
                'docker',
                'push',
                ...getYamlItems(images).flatMap(
                  node => getYamlText(node) ?? [],
                ),
              ],
              locateNode(path, images),
            ),
          ],
        },
      ]
    : [];
  return [
    {
      path,
      system: 'cloud-build',
      triggers: start(path),
      jobs: [
        {
          id: 'build',
          location: locateNode(path, root),
          needs: [],
          steps: [...steps, ...push],
        },
      ],
    },
  ];
}

function readCloudBuildStep(
  path: string,
  step: YamlNode,
): readonly StepDraft[] {
  const isFailureIgnored = isTrue(step, 'allowFailure');
  const folder = getYamlText(step, 'dir');
  const script = getYamlNode(step, 'script');
  if (script)
    return [
      {
        kind: 'script',
        commands: readYamlScript(script, path),
        folder,
        isFailureIgnored,
      },
    ];
  const args = getYamlItems(getYamlNode(step, 'args'));
  const program =
    getYamlText(step, 'entrypoint') ??
    getBaseName(getYamlText(step, 'name') ?? '').replace(/[:@].*$/, '');
  const inline = /^(bash|sh)$/.test(program)
    ? args.find((_, index) =>
        /^-\w*c$/.test(getYamlText(args[index - 1]) ?? ''),
      )
    : undefined;
  if (inline)
    return [
      {
        kind: 'script',
        commands: readYamlScript(inline, path),
        folder,
        isFailureIgnored,
      },
    ];
  const words = [program, ...args.flatMap(node => getYamlText(node) ?? [])];
  return [
    {
      kind: 'script',
      commands: [readWords(words, locateNode(path, step))],
      folder,
      isFailureIgnored,
    },
  ];
}

/** A step for each script of a list. */
export function scripts(
  path: string,
  node: YamlNode | undefined,
): readonly StepDraft[] {
  return getYamlItems(node).map(item => ({
    kind: 'script',
    commands: readYamlScript(item, path),
  }));
}

/** Pushes and pull requests, for systems whose triggers stand elsewhere. */
export function start(path: string): readonly TriggerFact[] {
  const location = { path, startLine: 1, endLine: 1 };
  return [
    { kind: 'push', location },
    { kind: 'pull-request', location },
  ];
}
