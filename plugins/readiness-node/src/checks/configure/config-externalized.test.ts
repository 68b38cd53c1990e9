import { testCheck } from '../../testing';
import { writeCronJob, writeDeployment } from '../manifestSamples';
import { configExternalized } from './config-externalized';

testCheck(configExternalized, [
  {
    title:
      'a volume of a secret is enough, an empty directory is not; jobs too',
    files: {
      'a.yaml': writeDeployment({
        pod: 'volumes:\n  - name: settings\n    secret: { secretName: cart }',
      }),
      'b.yaml': writeDeployment({
        name: 'web',
        pod: 'volumes: [{ name: tmp, emptyDir: {} }]',
      }),
      'job.yaml': writeCronJob('env: [{ name: BUCKET, value: reports }]'),
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      { subject: 'Deployment/default/cart', outcome: 'pass', at: 'a.yaml:10' },
      { subject: 'Deployment/default/web', outcome: 'fail', at: 'b.yaml:1' },
      { subject: 'CronJob/default/report', outcome: 'pass', at: 'job.yaml:13' },
    ],
  },
  {
    title: 'ECS, functions and Cloud Run',
    files: {
      'main.tf': `variable "definitions" {}
resource "aws_ecs_task_definition" "cart" {
  container_definitions = jsonencode([{ name = "cart", image = "cart:1", secrets = [{ name = "DB", valueFrom = "arn" }] }])
}
resource "aws_ecs_task_definition" "given" { container_definitions = var.definitions }
resource "aws_lambda_function" "bare" { function_name = "bare" }
resource "aws_lambda_function" "send" {
  environment { variables = { TABLE = "orders" } }
}
resource "google_cloud_run_v2_service" "search" {
  template {
    containers {
      image = "search:1"
      env {
        name  = "INDEX"
        value = "products"
      }
    }
  }
}
`,
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      {
        subject: 'aws_ecs_task_definition.cart',
        outcome: 'pass',
        at: 'main.tf:3',
      },
      { subject: 'aws_ecs_task_definition.given', outcome: 'unknown' },
      { subject: 'aws_lambda_function.bare', outcome: 'fail' },
      { subject: 'aws_lambda_function.send', outcome: 'pass', at: 'main.tf:8' },
      {
        subject: 'google_cloud_run_v2_service.search',
        outcome: 'pass',
        at: 'main.tf:14',
      },
    ],
  },
  {
    title: 'compose',
    files: {
      'compose.yaml':
        'services:\n  a:\n    image: a:1\n    env_file: .env\n  b:\n    image: b:1\n',
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      { subject: 'services.a', outcome: 'pass', at: 'compose.yaml:4' },
      { subject: 'services.b', outcome: 'fail', at: 'compose.yaml:5' },
    ],
  },
]);
