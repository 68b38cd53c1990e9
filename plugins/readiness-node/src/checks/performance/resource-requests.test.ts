import { testCheck } from '../../testing';
import { writeCronJob } from '../manifestSamples';
import { resourceRequests } from './resource-requests';

testCheck(resourceRequests, [
  {
    title: 'jobs and init containers are asked too',
    files: {
      'job.yaml': writeCronJob('image: acme/report:1'),
      'pod.yaml':
        'apiVersion: v1\nkind: Pod\nmetadata: { name: p }\nspec:\n  initContainers:\n    - name: migrate\n      image: acme/migrate:1\n      resources: { requests: { cpu: 1, memory: 1Gi } }\n  containers: []\n',
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      {
        subject: 'CronJob/default/report#report',
        aspect: 'cpu',
        outcome: 'fail',
        at: 'job.yaml:12',
      },
      {
        subject: 'CronJob/default/report#report',
        aspect: 'memory',
        outcome: 'fail',
      },
      { subject: 'Pod/default/p#migrate', aspect: 'cpu', outcome: 'pass' },
      {
        subject: 'Pod/default/p#migrate',
        aspect: 'memory',
        outcome: 'pass',
        at: 'pod.yaml:8',
      },
    ],
  },
  {
    title: 'ECS: the size of the task, else of all containers',
    files: {
      'main.tf': `variable "memory" {}
resource "aws_ecs_task_definition" "fargate" {
  family = "cart"
  cpu    = 256
  memory = var.memory
  container_definitions = jsonencode([{ name = "cart", image = "acme/cart:1" }])
}
resource "aws_ecs_task_definition" "ec2" {
  family = "old"
  container_definitions = jsonencode([
    { name = "a", image = "acme/a:1", cpu = 10, memory = 128 },
    { name = "b", image = "acme/b:1", memoryReservation = 64 },
  ])
}
`,
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      {
        subject: 'aws_ecs_task_definition.fargate',
        aspect: 'cpu',
        outcome: 'pass',
        at: 'main.tf:4',
      },
      {
        subject: 'aws_ecs_task_definition.fargate',
        aspect: 'memory',
        outcome: 'unknown',
        at: 'main.tf:5',
      },
      {
        subject: 'aws_ecs_task_definition.ec2',
        aspect: 'cpu',
        outcome: 'fail',
        at: 'main.tf:12',
      },
      {
        subject: 'aws_ecs_task_definition.ec2',
        aspect: 'memory',
        outcome: 'pass',
      },
    ],
  },
  {
    title: 'compose',
    files: {
      'compose.yaml':
        'services:\n  cart:\n    image: acme/cart:1\n    deploy:\n      resources:\n        limits:\n          cpus: "0.5"\n',
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'services.cart',
        aspect: 'cpu',
        outcome: 'pass',
        at: 'compose.yaml:7',
      },
      {
        subject: 'services.cart',
        aspect: 'memory',
        outcome: 'fail',
        at: 'compose.yaml:2',
      },
    ],
  },
]);
