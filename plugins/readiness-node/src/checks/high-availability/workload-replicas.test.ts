import { testCheck } from '../../testing';
import {
  joinDocuments,
  writeCronJob,
  writeDeployment,
} from '../manifestSamples';
import { workloadReplicas } from './workload-replicas';

const scaler = (minimum: string, kind = 'Deployment') =>
  `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: cart }\nspec:\n  ${minimum}\n  maxReplicas: 9\n  scaleTargetRef: { apiVersion: apps/v1, kind: ${kind}, name: cart }\n`;
const cart = 'Deployment/default/cart';

testCheck(workloadReplicas, [
  {
    title: 'the autoscaler overrules replicas',
    files: {
      'a.yaml': writeDeployment({ replicas: 1 }),
      'b.yaml': scaler('minReplicas: 2'),
    },
    outcome: 'pass',
    findings: [{ subject: cart, outcome: 'pass', at: 'b.yaml:5' }],
  },
  {
    title: 'an autoscaler without a minimum takes one',
    files: {
      'a.yaml': writeDeployment({ replicas: 4 }),
      'b.yaml': scaler('behavior: {}'),
    },
    outcome: 'fail',
    findings: [{ subject: cart, outcome: 'fail', at: 'b.yaml:1' }],
  },
  {
    title: 'an autoscaler of something else',
    files: {
      'a.yaml': writeDeployment({ replicas: 4 }),
      'b.yaml': scaler('minReplicas: 1', 'StatefulSet'),
    },
    outcome: 'pass',
  },
  {
    title: 'jobs and daemons are left out, stateful sets and bare pods are not',
    files: {
      'all.yaml': joinDocuments(
        writeCronJob('image: a:1'),
        writeDeployment({ kind: 'DaemonSet', name: 'agent' }),
        writeDeployment({ kind: 'StatefulSet', name: 'queue', replicas: 3 }),
        'apiVersion: v1\nkind: Pod\nmetadata: { name: p }\nspec: { containers: [{ name: p, image: "a:1" }] }\n',
        'apiVersion: v1\nkind: Pod\nmetadata: { name: once }\nspec: { restartPolicy: Never, containers: [{ name: p, image: "a:1" }] }\n',
      ),
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      { subject: 'StatefulSet/default/queue', outcome: 'pass' },
      { subject: 'Pod/default/p', outcome: 'fail' },
    ],
  },
  {
    title: 'a service of jobs alone',
    files: { 'job.yaml': writeCronJob('image: a:1') },
    outcome: 'not-applicable',
  },
  {
    title: 'a data pipeline without a workload',
    files: { 'main.tf': 'resource "aws_s3_bucket" "a" {}\n' },
    entity: { type: 'data-pipeline' },
    outcome: 'not-applicable',
  },
  {
    title: 'ECS, Auto Scaling groups and functions of Terraform',
    files: {
      'main.tf': `variable "count_of_tasks" {}
resource "aws_ecs_service" "cart" {
  desired_count = var.count_of_tasks
}
resource "aws_ecs_service" "one" {
  desired_count = 1
}
resource "aws_appautoscaling_target" "one" {
  resource_id  = "service/main/\${aws_ecs_service.one.name}"
  min_capacity = 3
  max_capacity = 9
}
resource "aws_autoscaling_group" "web" {
  min_size = 1
  max_size = 4
}
resource "aws_lambda_function" "thumbnails" {
  function_name = "thumbnails"
}
`,
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      { subject: 'aws_ecs_service.cart', outcome: 'unknown', at: 'main.tf:3' },
      { subject: 'aws_ecs_service.one', outcome: 'pass', at: 'main.tf:10' },
      {
        subject: 'aws_autoscaling_group.web',
        outcome: 'fail',
        at: 'main.tf:14',
      },
      { subject: 'aws_lambda_function.thumbnails', outcome: 'pass' },
    ],
  },
  {
    title: 'an own threshold; CloudFormation takes 1 when unset',
    files: {
      'stack.yaml':
        'Resources:\n  Cart:\n    Type: AWS::ECS::Service\n    Properties:\n      DesiredCount: 2\n  Old:\n    Type: AWS::ECS::Service\n    Properties: { ServiceName: old }\n',
    },
    options: { minimumReplicas: 3 },
    outcome: 'fail',
    isComplete: true,
    findings: [
      { subject: 'Cart', outcome: 'fail', at: 'stack.yaml:5' },
      { subject: 'Old', outcome: 'fail', at: 'stack.yaml:6' },
    ],
  },
  {
    title: 'an App Service has the instances of its plan, or of its autoscaler',
    files: {
      'main.tf': `resource "azurerm_service_plan" "two" { worker_count = 2 }
resource "azurerm_service_plan" "one" {}
resource "azurerm_service_plan" "scaled" {}
resource "azurerm_monitor_autoscale_setting" "scaled" {
  target_resource_id = azurerm_service_plan.scaled.id
  profile {
    capacity { minimum = 3 }
  }
}
resource "azurerm_linux_web_app" "two" { service_plan_id = azurerm_service_plan.two.id }
resource "azurerm_linux_web_app" "one" { service_plan_id = azurerm_service_plan.one.id }
resource "azurerm_linux_web_app" "scaled" { service_plan_id = azurerm_service_plan.scaled.id }
`,
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      {
        subject: 'azurerm_linux_web_app.two',
        outcome: 'pass',
        at: 'main.tf:1',
      },
      {
        subject: 'azurerm_linux_web_app.one',
        outcome: 'fail',
        at: 'main.tf:2',
      },
      {
        subject: 'azurerm_linux_web_app.scaled',
        outcome: 'pass',
        at: 'main.tf:7',
      },
    ],
  },
  {
    title: 'compose on a laptop says nothing when there is a platform',
    files: {
      'docker-compose.yml': 'services:\n  app:\n    build: .\n',
      'k8s/cart.yaml': writeDeployment({ replicas: 2 }),
    },
    outcome: 'pass',
    isComplete: true,
    findings: [{ subject: cart, outcome: 'pass' }],
  },
  {
    title: 'a database for developers is no workload of the service',
    files: {
      'package.json': '{ "name": "cart" }',
      'docker-compose.yml': 'services:\n  db:\n    image: postgres:16\n',
    },
    outcome: 'fail',
    isComplete: true,
    findings: [{ subject: 'component:default/sample', outcome: 'fail' }],
  },
  {
    title: 'compose is all there is',
    files: {
      'package.json': '{ "name": "cart" }',
      'docker-compose.yml':
        'services:\n  app:\n    build: .\n    deploy:\n      replicas: 2\n  db:\n    image: postgres:16\n',
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      { subject: 'services.app', outcome: 'pass', at: 'docker-compose.yml:5' },
      { subject: 'services.db', outcome: 'fail', at: 'docker-compose.yml:6' },
    ],
  },
]);
