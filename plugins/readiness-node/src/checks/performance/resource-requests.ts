import { askContainers, defineCheck, withMergedFindings } from '../../check';
import { writeDeployment } from '../manifestSamples';
import { ASPECTS, judgeRequests, REQUEST_RULES } from './containerRequests';
import { judgeTaskSize } from './taskSize';

export const resourceRequests = defineCheck({
  id: 'resource-requests',
  category: 'performance',
  kind: 'subject',
  level: 1,
  severity: 'high',
  title: 'Containers say how much CPU and memory they need',
  description:
    'Every container requests CPU and memory: resources.requests in Kubernetes (init containers too; a limit alone counts, since Kubernetes takes it as the request), cpu and memory of an ECS task or of all its containers, limits or reservations in compose.',
  rationale:
    'The scheduler packs machines by what containers ask for, not by what they use. Without requests a busy neighbour starves the service exactly when traffic peaks, autoscaling by utilisation has nothing to compare with, and the pod is the first to be evicted.',
  knownAs: [
    ...new Set([...REQUEST_RULES.cpu, ...REQUEST_RULES.memory, 'CKV_K8S_13']),
  ],
  references: [
    {
      title: 'Kubernetes: Resource management for pods and containers',
      url: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
    },
    {
      title: 'Amazon ECS: Task size',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html',
    },
  ],
  remediation: {
    summary:
      'Set resources.requests.cpu and resources.requests.memory to what the container uses on an ordinary day.',
    effortMinutes: 30,
    snippets: {
      kubernetes:
        'resources:\n  requests:\n    cpu: 200m\n    memory: 256Mi\n  limits:\n    memory: 256Mi\n',
      terraform:
        'resource "aws_ecs_task_definition" "cart" {\n  cpu    = 512\n  memory = 1024\n}\n',
      compose:
        'services:\n  cart:\n    deploy:\n      resources:\n        limits:\n          cpus: "0.5"\n          memory: 256M\n',
    },
  },
  examples: [
    {
      title: 'Requests for both',
      files: {
        'k8s/cart.yaml': writeDeployment({
          container: 'resources:\n  requests: { cpu: 200m, memory: 256Mi }',
        }),
      },
      outcome: 'pass',
      findings: ASPECTS.map(aspect => ({
        subject: 'Deployment/default/cart#cart',
        aspect,
        outcome: 'pass',
        at: 'k8s/cart.yaml:12',
      })),
    },
    {
      title: 'A limit of memory alone',
      files: {
        'k8s/cart.yaml': writeDeployment({
          container: 'resources:\n  limits:\n    memory: 256Mi',
        }),
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'Deployment/default/cart#cart',
          aspect: 'cpu',
          outcome: 'fail',
          at: 'k8s/cart.yaml:10',
        },
        {
          subject: 'Deployment/default/cart#cart',
          aspect: 'memory',
          outcome: 'pass',
          at: 'k8s/cart.yaml:13',
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
        ...askContainers(
          facts.workloads.filter(each => each.platform !== 'ecs'),
          judgeRequests,
        ),
        ...facts.workloads.flatMap(task =>
          ASPECTS.flatMap(aspect => judgeTaskSize(task, aspect, 'requests')),
        ),
      ],
      'no container in the files read',
    );
  },
});
