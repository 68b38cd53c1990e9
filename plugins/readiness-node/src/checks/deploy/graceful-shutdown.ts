import type { Finding } from 'backstage-plugin-readiness-common';
import {
  askContainers,
  defineCheck,
  fail,
  findHiddenTasks,
  isKubernetes,
  judge,
  pass,
  unknown,
  withMergedFindings,
} from '../../check';
import type { WorkloadContainerFact } from '../../facts/types/workloadContainers';
import type { WorkloadFact } from '../../facts/types/workloads';
import { writeDeployment } from '../manifestSamples';

const SUBJECT = 'Deployment/default/cart';
const EXPECTED = 'preStop or an explicit terminationGracePeriodSeconds';

export const gracefulShutdown = defineCheck({
  id: 'graceful-shutdown',
  category: 'deploy',
  kind: 'subject',
  level: 2,
  severity: 'low',
  title: 'Instances finish their work before they go',
  description:
    'Kubernetes workloads that serve have a preStop hook or an explicit terminationGracePeriodSeconds, containers of ECS tasks a stopTimeout, target groups drain connections (300 seconds by default). Jobs and DaemonSets are left out.',
  rationale:
    'Every release and every scale-in stops processes that are in the middle of something. Whether users notice depends on a few seconds: time for the load balancer to look away, for open requests to end and for messages to go back to the queue.',
  references: [
    {
      title: 'Kubernetes: Termination of pods',
      url: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination',
    },
    {
      title: 'Target groups: deregistration delay',
      url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html',
    },
  ],
  remediation: {
    summary:
      'Add a preStop sleep of a few seconds and set terminationGracePeriodSeconds to the longest request; set stopTimeout in ECS.',
    effortMinutes: 30,
    snippets: {
      kubernetes:
        'spec:\n  terminationGracePeriodSeconds: 45\n  containers:\n    - name: cart\n      lifecycle:\n        preStop:\n          exec:\n            command: ["sleep", "10"]\n',
      terraform:
        'container_definitions = jsonencode([{\n  name        = "cart"\n  stopTimeout = 60\n}])\n\nresource "aws_lb_target_group" "cart" {\n  deregistration_delay = 30\n}\n',
    },
  },
  examples: [
    {
      title: 'Time to end',
      files: {
        'k8s/cart.yaml': writeDeployment({
          pod: 'terminationGracePeriodSeconds: 60',
        }),
      },
      outcome: 'pass',
      findings: [{ subject: SUBJECT, outcome: 'pass', at: 'k8s/cart.yaml:9' }],
    },
    {
      title: 'Nobody thought of it',
      files: { 'k8s/cart.yaml': writeDeployment() },
      outcome: 'fail',
      findings: [{ subject: SUBJECT, outcome: 'fail' }],
    },
    {
      title: 'Nothing that serves',
      files: { 'README.md': '# Cart\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate({ facts }) {
    const tasks = facts.workloads.filter(
      each => each.platform === 'ecs' && each.role === 'task',
    );
    return withMergedFindings(
      [
        ...facts.workloads.filter(isServing).map(judgePods),
        ...askContainers(tasks, judgeStopTimeout),
        ...findHiddenTasks(tasks, { expected: 'an explicit stopTimeout' }),
        ...facts.targetGroups
          .filter(group => group.protocol.state !== 'absent')
          .map(group =>
            judge(group, group.deregistrationDelay, {
              expected: `${group.deregistrationDelay.setting} above 0`,
              passes: seconds => seconds > 0,
            }),
          ),
      ],
      'nothing that serves in the files read',
    );
  },
});

function isServing(workload: WorkloadFact): boolean {
  return (
    isKubernetes(workload) &&
    workload.role === 'service' &&
    !workload.isServerless
  );
}

function judgePods(workload: WorkloadFact): Finding {
  const { terminationGracePeriod: period } = workload.pod;
  const hooks = workload.containers.map(container => container.preStop);
  const hook = hooks.find(each => each.state === 'known' && each.value);
  const set = period.state === 'known' ? period : hook;
  if (set !== undefined) {
    const text =
      period.state === 'known'
        ? `${period.setting} = ${period.value}`
        : set.setting;
    return pass(workload, {
      expected: EXPECTED,
      message: text,
      actual: text,
      at: [set.location],
    });
  }
  const open = [period, ...hooks].find(each => each.state === 'unresolved');
  if (open?.state === 'unresolved') {
    return unknown(workload, {
      expected: EXPECTED,
      message: `${open.setting} is ${open.expression}, which cannot be resolved`,
      at: [open.location],
    });
  }
  return fail(workload, {
    expected: EXPECTED,
    message: `Neither preStop nor ${period.setting} is set; the default is 30 seconds`,
    actual: 'neither is set',
  });
}

function judgeStopTimeout(container: WorkloadContainerFact): Finding {
  const { stopTimeout } = container;
  const base = { expected: 'an explicit stopTimeout' };
  return stopTimeout.state === 'absent'
    ? fail(container, {
        ...base,
        message: `${stopTimeout.setting} is not set; ECS kills after 30 seconds`,
        actual: `${stopTimeout.setting} is not set`,
      })
    : judge(container, stopTimeout, { ...base, passes: text => text !== '0' });
}
