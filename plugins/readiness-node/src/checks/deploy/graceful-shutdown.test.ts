import { testCheck } from '../../testing';
import { writeCronJob, writeDeployment } from '../manifestSamples';
import { gracefulShutdown } from './graceful-shutdown';

testCheck(gracefulShutdown, [
  {
    title: 'a hook is enough; jobs and daemons are left out',
    files: {
      'cart.yaml': writeDeployment({
        container: 'lifecycle:\n  preStop:\n    sleep: { seconds: 5 }',
      }),
      'job.yaml': writeCronJob('image: a:1'),
      'agent.yaml': writeDeployment({ kind: 'DaemonSet', name: 'agent' }),
    },
    outcome: 'pass',
    isComplete: true,
    findings: [
      {
        subject: 'Deployment/default/cart',
        outcome: 'pass',
        at: 'cart.yaml:12',
      },
    ],
  },
  {
    title: 'AWS',
    files: {
      'main.tf': `resource "aws_lb_target_group" "default" { protocol = "HTTP" }
resource "aws_lb_target_group" "cut" {
  protocol             = "TCP"
  deregistration_delay = 0
}
resource "aws_ecs_task_definition" "cart" {
  container_definitions = jsonencode([
    { name = "cart", image = "cart:1", stopTimeout = 60 },
    { name = "proxy", image = "envoy:1" },
  ])
}
resource "aws_ecs_service" "cart" { task_definition = aws_ecs_task_definition.cart.arn }
`,
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      { subject: 'aws_lb_target_group.default', outcome: 'pass' },
      { subject: 'aws_lb_target_group.cut', outcome: 'fail', at: 'main.tf:4' },
      {
        subject: 'aws_ecs_task_definition.cart',
        outcome: 'fail',
        at: 'main.tf:9',
      },
    ],
  },
]);
