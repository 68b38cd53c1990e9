import type { Finding } from 'backstage-plugin-readiness-common';
import {
  askContainers,
  defineCheck,
  judge,
  runsPods,
  withMergedFindings,
} from '../../check';
import type { WorkloadContainerFact } from '../../facts/types/workloadContainers';
import type { WorkloadFact } from '../../facts/types/workloads';
import { writeDeployment } from '../manifestSamples';
import { GROUP_RULES, judgeGroup } from './groupHealth';

const POD_RULES = ['CKV_K8S_8', 'no-liveness-probe', 'livenessProbeMissing'];
const RESTARTS =
  /^(always|unless-stopped|on-(failure|abnormal|abort|watchdog|success)|any)/i;

export const selfHealing = defineCheck({
  id: 'self-healing',
  category: 'high-availability',
  kind: 'subject',
  level: 2,
  severity: 'low',
  title: 'What hangs or dies is started again',
  description:
    'Every container of a workload that keeps running has a livenessProbe (Jobs and init containers are left out), an Auto Scaling group behind a load balancer replaces what the load balancer finds ill, compose services and systemd units restart.',
  rationale:
    'Processes deadlock, leak and crash, mostly at night. A platform that notices and restarts turns an incident into a line in a log; a process that hangs without anybody asking it stays in the rotation and answers nobody.',
  knownAs: [...POD_RULES, ...GROUP_RULES],
  references: [
    {
      title: 'Kubernetes: Configure liveness, readiness and startup probes',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
    },
    {
      title: 'Health checks for instances in an Auto Scaling group',
      url: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html',
    },
  ],
  remediation: {
    summary:
      'Add a livenessProbe, set health_check_type = "ELB", restart: unless-stopped or Restart=on-failure.',
    effortMinutes: 30,
    snippets: {
      kubernetes:
        'livenessProbe:\n  httpGet:\n    path: /healthz\n    port: http\n',
      terraform:
        'resource "aws_autoscaling_group" "web" {\n  health_check_type = "ELB"\n}\n',
      compose: 'services:\n  cart:\n    restart: unless-stopped\n',
      systemd: '[Service]\nRestart=on-failure\n',
    },
  },
  examples: [
    {
      title: 'A probe',
      files: {
        'k8s/cart.yaml': writeDeployment({
          container: 'livenessProbe:\n  httpGet: { path: /healthz, port: 80 }',
        }),
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'Deployment/default/cart#cart',
          outcome: 'pass',
          at: 'k8s/cart.yaml:11',
        },
      ],
    },
    {
      title: 'No probe',
      files: { 'k8s/cart.yaml': writeDeployment() },
      outcome: 'fail',
      findings: [{ subject: 'Deployment/default/cart#cart', outcome: 'fail' }],
    },
    {
      title: 'A service that stays down',
      files: {
        'compose.yaml': 'services:\n  relay:\n    image: acme/relay:1\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'services.relay',
          outcome: 'fail',
          at: 'compose.yaml:2',
        },
      ],
    },
    {
      title: 'Nothing that runs',
      files: { 'README.md': '# Cart\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate({ facts }) {
    return withMergedFindings(
      [
        ...askContainers(facts.workloads, judgeContainer),
        ...facts.workloads.flatMap(judgeWorkload),
        ...facts.systemdUnits.map(unit =>
          judge(unit, unit.restart, {
            expected: 'Restart=on-failure or always',
            passes: text => RESTARTS.test(text),
          }),
        ),
      ],
      'nothing that keeps running in the files read',
    );
  },
});

function judgeContainer(
  container: WorkloadContainerFact,
  workload: WorkloadFact,
): Finding | undefined {
  if (!runsPods(workload) || workload.role === 'job') return undefined;
  if (container.role !== 'main') return undefined;
  return judge(container, container.livenessProbe, {
    rules: POD_RULES,
    expected: 'livenessProbe',
    passes: isThere => isThere,
    absentMessage: `${container.livenessProbe.setting} is not set; a container that hangs stays`,
  });
}

function judgeWorkload(workload: WorkloadFact): readonly Finding[] {
  if (workload.platform === 'compose' && workload.role !== 'job') {
    return [
      judge(workload, workload.restartPolicy, {
        expected: 'restart: unless-stopped',
        passes: text => RESTARTS.test(text),
      }),
    ];
  }
  return /^(aws_autoscaling_group|AWS::AutoScaling::AutoScalingGroup)$/.test(
    workload.type,
  )
    ? [judgeGroup(workload)]
    : [];
}
