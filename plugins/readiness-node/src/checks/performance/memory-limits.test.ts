import { testCheck } from '../../testing';
import { memoryLimits } from './memory-limits';

testCheck(memoryLimits, [
  {
    title:
      'ECS needs a hard limit, a reservation is none; compose knows two spellings',
    files: {
      'main.tf': `resource "aws_ecs_task_definition" "soft" {
  family = "soft"
  container_definitions = jsonencode([{ name = "a", image = "acme/a:1", memoryReservation = 64 }])
}
resource "aws_ecs_task_definition" "fargate" {
  family = "fargate"
  memory = 1024
  container_definitions = jsonencode([{ name = "a", image = "acme/a:1" }])
}
`,
      'compose.yaml':
        'services:\n  cart:\n    image: acme/cart:1\n    mem_limit: 256m\n',
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      {
        subject: 'aws_ecs_task_definition.soft',
        outcome: 'fail',
        at: 'main.tf:3',
      },
      {
        subject: 'aws_ecs_task_definition.fargate',
        outcome: 'pass',
        at: 'main.tf:7',
      },
      { subject: 'services.cart', outcome: 'pass', at: 'compose.yaml:4' },
    ],
  },
  {
    title:
      'Helm values decide, a value nobody sets is unknown only when it has no default',
    files: {
      'chart/Chart.yaml': 'apiVersion: v2\nname: cart\nversion: 0.1.0\n',
      'chart/values.yaml':
        'resources:\n  limits:\n    memory: 512Mi\nworker:\n  resources: {}\n',
      'chart/templates/d.yaml': ['cart', 'worker']
        .map(
          name =>
            `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ${name}\nspec:\n  template:\n    spec:\n      containers:\n        - name: app\n          image: a:1\n          resources:\n            {{- toYaml .Values.${
              name === 'cart' ? '' : 'worker.'
            }resources | nindent 12 }}\n`,
        )
        .join('---\n'),
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      { subject: 'Deployment/default/cart#app', outcome: 'pass' },
      { subject: 'Deployment/default/worker#app', outcome: 'fail' },
    ],
  },
]);
