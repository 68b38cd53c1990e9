import type { FileIndex } from '../../fileIndex';
import { getText, getValue } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { SignFact } from '../../types/signs';

/** What gives capacity back beside autoscalers: shutdown schedules and review environments. */
export function collectScaleDowns(
  files: FileIndex,
  resources: ResourceIndex,
): SignFact[] {
  return [...resources.all.flatMap(readSchedule), ...readReviews(files)];
}

const BY_TYPE: Readonly<Record<string, string | undefined>> = {
  azurerm_dev_test_global_vm_shutdown_schedule: 'Machines are shut down daily',
  SleepInfo: 'kube-green puts workloads to sleep',
};

function readSchedule(resource: Resource): SignFact[] {
  const message = BY_TYPE[resource.type] ?? findSchedule(resource);
  if (message === undefined) return [];
  const { offByDefault } = resource;
  return [
    {
      ...toSubjectFact(resource),
      message,
      ...(offByDefault !== undefined && { offByDefault }),
    },
  ];
}

function findSchedule({ type, attributes }: Resource): string | undefined {
  switch (type) {
    case 'google_compute_resource_policy':
      return getValue(attributes, 'instance_schedule_policy.vm_stop_schedule')
        ? 'Machines stop on a schedule'
        : undefined;
    case 'aws_redshift_scheduled_action':
      return getValue(attributes, 'target_action.pause_cluster')
        ? 'The cluster is paused on a schedule'
        : undefined;
    case 'aws_scheduler_schedule':
    case 'AWS::Scheduler::Schedule': {
      const target =
        getText(getValue(attributes, 'target.arn')) ??
        getText(getValue(attributes, 'Target.Arn')) ??
        '';
      return /:stop(Instances|DBInstance|DBCluster)|updateService/i.test(target)
        ? `A schedule calls ${target}`
        : undefined;
    }
    default:
      return undefined;
  }
}

/** kube-downscaler is told by annotations, mostly on what is not production. */
const DOWNSCALER =
  /^\s*["']?downscaler\/(uptime|downtime|force-downtime)["']?\s*:/;
const GITLAB = /^\s*(auto_stop_in|on_stop)\s*:/;
const CLOSED = /types:\s*\[[^\]]*\bclosed\b|^\s*-\s*closed\s*$/;
const REMOVES =
  /\b(helm (uninstall|delete)|kubectl delete (ns|namespace)|(terraform|tofu|terragrunt) (\S+ )*destroy|pulumi destroy|cdk destroy|delete-stack|down -v|flyctl apps destroy)\b/;

/** Review environments that end with their branch, and sleeping hours. */
function readReviews(files: FileIndex): SignFact[] {
  const gitlab = files
    .matching(/(^|\/)\.gitlab-ci\.ya?ml$|(^|\/)\.gitlab\/.*\.ya?ml$/)
    .flatMap(({ path, text }) =>
      findLine(path, text, GITLAB, 'Review environments stop by themselves'),
    );
  const github = files
    .matching(/^\.github\/workflows\/[^/]+\.ya?ml$/)
    .filter(({ text }) => (text ?? '').split('\n').some(l => CLOSED.test(l)))
    .flatMap(({ path, text }) =>
      findLine(
        path,
        text,
        REMOVES,
        'A closed pull request removes its preview',
      ),
    );
  // Manifests tell it themselves; overlays that don't decide are not rendered.
  const downscaled = files
    .matching(/(^|\/)kustomization\.ya?ml$/i)
    .flatMap(({ path, text }) =>
      findLine(path, text, DOWNSCALER, 'kube-downscaler stops it by schedule'),
    );
  return [...gitlab, ...github, ...downscaled];
}

function findLine(
  path: string,
  text: string | undefined,
  pattern: RegExp,
  message: string,
): SignFact[] {
  const index = (text ?? '')
    .split(/\r?\n/)
    .findIndex(line => pattern.test(line));
  if (index < 0) return [];
  return [
    {
      subject: path,
      type: 'file',
      language: 'other',
      location: { path, startLine: index + 1, endLine: index + 1 },
      scope: '',
      message,
    },
  ];
}
