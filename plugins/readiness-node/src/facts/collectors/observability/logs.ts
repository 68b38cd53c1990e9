import type { CollectorInput } from '../../collector';
import { AttributeReader } from '../../readValue';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { LogGroupFact, LogRotationFact } from '../../types/observability';
import { alwaysOn, derive } from './switches';

const LOG_GROUPS = [
  { type: 'aws_cloudwatch_log_group', setting: 'retention_in_days' },
  { type: 'AWS::Logs::LogGroup', setting: 'RetentionInDays' },
];

/** Log groups; without a retention they are kept for ever, which is 0. */
export function readLogGroups(
  resources: ResourceIndex,
): readonly LogGroupFact[] {
  const groups = LOG_GROUPS.flatMap(({ type, setting }) =>
    resources.ofType(type).map(resource => ({
      ...toSubjectFact(resource),
      retentionDays: AttributeReader.of(resource).number(setting, {
        default: 0,
      }),
    })),
  );
  const workspaces = resources
    .ofType('azurerm_log_analytics_workspace')
    .map(resource => ({
      ...toSubjectFact(resource),
      retentionDays: AttributeReader.of(resource).number('retention_in_days', {
        default: 30,
      }),
    }));
  const buckets = resources
    .ofType('google_logging_project_bucket_config')
    .map(resource => ({
      ...toSubjectFact(resource),
      retentionDays: AttributeReader.of(resource).number('retention_days', {
        default: 30,
      }),
    }));
  return [...groups, ...workspaces, ...buckets];
}

const ROTATIONS = [
  {
    tool: 'logrotate',
    path: /logrotate/i,
    line: /^\s*(rotate\s+\d+|size\s+\S+|maxsize\s+\S+|daily|weekly)/,
    content: /./,
  },
  {
    tool: 'journald',
    path: /journald/i,
    line: /^\s*(SystemMaxUse|SystemMaxFileSize|MaxRetentionSec|RuntimeMaxUse)\s*=/,
    content: /./,
  },
  {
    tool: 'the Docker daemon',
    path: /(^|\/)daemon\.json(\.\w+)?$/i,
    line: /"max-size"\s*:/,
    content: /"log-(opts|driver)"/,
  },
  {
    tool: 'Ansible',
    path: /\.ya?ml$/i,
    line: /\/etc\/logrotate\.d\/|\/etc\/systemd\/journald|logrotate_/,
    content: /./,
  },
  {
    tool: 'Chef',
    path: /\.rb$/i,
    line: /^\s*logrotate_app\b|\/etc\/logrotate\.d\//,
    content: /./,
  },
  {
    tool: 'Puppet',
    path: /\.pp$/i,
    line: /logrotate::(rule|conf)|\/etc\/logrotate\.d\//,
    content: /./,
  },
];

/** Files and tasks that bound what hosts keep of their logs. */
export function readLogRotations({
  files,
}: CollectorInput): readonly LogRotationFact[] {
  return files.all.flatMap(({ path, text }) => {
    if (text === undefined || text.length > 200_000) return [];
    const rotation = ROTATIONS.find(
      each => each.path.test(path) && each.content.test(text),
    );
    if (rotation === undefined) return [];
    const index = text
      .split('\n')
      .findIndex(line => rotation.line.test(line.slice(0, 500)));
    const isOwnFile =
      rotation.tool === 'logrotate' ||
      rotation.tool === 'journald' ||
      rotation.tool === 'the Docker daemon';
    if (index < 0 && !isOwnFile) return [];
    const location = {
      path,
      startLine: Math.max(1, index + 1),
      endLine: Math.max(1, index + 1),
    };
    return [
      {
        subject: path,
        type: 'file',
        language: 'other',
        location,
        scope: path,
        tool: rotation.tool,
        isBounded: derive(alwaysOn('a limit', location), () => index >= 0),
      },
    ];
  });
}
