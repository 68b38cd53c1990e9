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
import { judgeTaskSize } from './taskSize';

const RULES = [
  'CKV_K8S_13',
  'unset-memory-requirements',
  'memoryLimitsMissing',
];
/** The numbers of the rules on memory are the other way round in Terraform. */
const TERRAFORM_RULES = ['CKV_K8S_12'];

export const memoryLimits = defineCheck({
  id: 'memory-limits',
  category: 'performance',
  kind: 'subject',
  level: 1,
  severity: 'medium',
  title: 'Containers have a limit of memory',
  description:
    'Every container has a limit of memory: resources.limits.memory in Kubernetes (init containers too), memory of an ECS task or of all its containers, deploy.resources.limits.memory or mem_limit in compose.',
  rationale:
    'Memory cannot be taken back. One leak without a limit fills the machine, and the kernel then kills whatever it likes, often the neighbour that did nothing wrong. With a limit the leaking container restarts alone and says why: OOMKilled.',
  knownAs: [...RULES, ...TERRAFORM_RULES],
  references: [
    {
      title: 'Kubernetes: Assign memory resources',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/assign-memory-resource/',
    },
  ],
  remediation: {
    summary:
      'Set resources.limits.memory, best to the same amount as the request.',
    effortMinutes: 15,
    snippets: {
      kubernetes: 'resources:\n  limits:\n    memory: 256Mi\n',
      terraform:
        'container_definitions = jsonencode([{\n  name   = "cart"\n  memory = 512\n}])\n',
      compose:
        'services:\n  cart:\n    deploy:\n      resources:\n        limits:\n          memory: 256M\n',
    },
  },
  examples: [
    {
      title: 'A limit',
      files: {
        'k8s/cart.yaml': writeDeployment({
          container: 'resources:\n  limits:\n    memory: 256Mi',
        }),
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'Deployment/default/cart#cart',
          outcome: 'pass',
          at: 'k8s/cart.yaml:13',
        },
      ],
    },
    {
      title: 'Only requests',
      files: {
        'k8s/cart.yaml': writeDeployment({
          container: 'resources:\n  requests: { memory: 256Mi }',
        }),
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'Deployment/default/cart#cart',
          outcome: 'fail',
          at: 'k8s/cart.yaml:10',
        },
      ],
    },
    {
      title: 'No workload',
      files: { 'README.md': '# Cart\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate({ facts }) {
    return withMergedFindings(
      [
        ...askContainers(facts.workloads, judgeContainer),
        ...facts.workloads.flatMap(task =>
          judgeTaskSize(task, 'memory', 'limits'),
        ),
      ],
      'no container in the files read',
    );
  },
});

function judgeContainer(
  container: WorkloadContainerFact,
  workload: WorkloadFact,
): Finding | undefined {
  if (container.role === 'ephemeral') return undefined;
  const isCompose = workload.platform === 'compose';
  if (!runsPods(workload) && !isCompose) return undefined;
  const isTerraform = container.language === 'terraform';
  const rules = isTerraform ? TERRAFORM_RULES : RULES;
  return judge(container, container.limits.memory, {
    rules: isCompose ? [] : rules,
    expected: isCompose
      ? 'deploy.resources.limits.memory'
      : 'resources.limits.memory',
    passes: text => !/^0*$/.test(text.trim()),
  });
}
