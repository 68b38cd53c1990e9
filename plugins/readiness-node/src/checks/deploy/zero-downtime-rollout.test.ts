import { testCheck } from '../../testing';
import { joinDocuments, writeDeployment } from '../manifestSamples';
import { zeroDowntimeRollout } from './zero-downtime-rollout';

testCheck(zeroDowntimeRollout, [
  {
    title: 'all pods at once, on delete; daemons are left out',
    files: {
      'a.yaml': joinDocuments(
        writeDeployment({
          spec: 'strategy:\n  rollingUpdate:\n    maxUnavailable: 100%',
        }),
        writeDeployment({
          kind: 'StatefulSet',
          name: 'queue',
          spec: 'updateStrategy: { type: OnDelete }',
        }),
        writeDeployment({ kind: 'DaemonSet', name: 'agent' }),
      ),
      'rollout.yaml': writeDeployment({
        kind: 'Rollout',
        name: 'web',
        spec: 'strategy: { canary: {} }',
      }).replace('apps/v1', 'argoproj.io/v1alpha1'),
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      { subject: 'Deployment/default/cart', outcome: 'fail', at: 'a.yaml:7' },
      {
        subject: 'StatefulSet/default/queue',
        outcome: 'fail',
        at: 'a.yaml:20',
      },
      { subject: 'Rollout/default/web', outcome: 'pass', at: 'rollout.yaml:5' },
    ],
  },
  {
    title: 'ECS and machine groups of Terraform',
    files: {
      'main.tf': `variable "healthy" {}
resource "aws_ecs_service" "default" {}
resource "aws_ecs_service" "low" { deployment_minimum_healthy_percent = 0 }
resource "aws_ecs_service" "given" { deployment_minimum_healthy_percent = var.healthy }
resource "aws_ecs_service" "blue" {
  deployment_minimum_healthy_percent = 0
  deployment_controller { type = "CODE_DEPLOY" }
}
resource "aws_autoscaling_group" "none" {}
resource "aws_autoscaling_group" "refresh" {
  instance_refresh { strategy = "Rolling" }
}
resource "aws_autoscaling_group" "replace" {
  lifecycle { create_before_destroy = true }
}
resource "google_compute_region_instance_group_manager" "web" {
  update_policy {
    type                  = "PROACTIVE"
    max_unavailable_fixed = 0
    max_surge_fixed       = 3
  }
}
resource "google_compute_instance_group_manager" "old" {}
resource "azurerm_linux_virtual_machine_scale_set" "rolling" { upgrade_mode = "Rolling" }
resource "azurerm_linux_virtual_machine_scale_set" "manual" {}
resource "aws_lambda_function" "bare" { function_name = "bare" }
resource "aws_lambda_function" "live" { function_name = "live" }
resource "aws_lambda_alias" "live" {
  name          = "live"
  function_name = aws_lambda_function.live.function_name
}
`,
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      { subject: 'aws_ecs_service.default', outcome: 'pass', at: 'main.tf:2' },
      { subject: 'aws_ecs_service.low', outcome: 'fail', at: 'main.tf:3' },
      { subject: 'aws_ecs_service.given', outcome: 'unknown', at: 'main.tf:4' },
      { subject: 'aws_ecs_service.blue', outcome: 'pass', at: 'main.tf:7' },
      { subject: 'aws_autoscaling_group.none', outcome: 'fail' },
      {
        subject: 'aws_autoscaling_group.refresh',
        outcome: 'pass',
        at: 'main.tf:11',
      },
      {
        subject: 'aws_autoscaling_group.replace',
        outcome: 'pass',
        at: 'main.tf:14',
      },
      {
        subject: 'google_compute_region_instance_group_manager.web',
        outcome: 'pass',
        at: 'main.tf:19',
      },
      { subject: 'google_compute_instance_group_manager.old', outcome: 'fail' },
      {
        subject: 'azurerm_linux_virtual_machine_scale_set.rolling',
        outcome: 'pass',
      },
      {
        subject: 'azurerm_linux_virtual_machine_scale_set.manual',
        outcome: 'fail',
      },
      { subject: 'aws_lambda_function.bare', outcome: 'fail' },
      {
        subject: 'aws_lambda_function.live',
        outcome: 'pass',
        at: 'main.tf:28',
      },
    ],
  },
  {
    title: 'CloudFormation and SAM',
    files: {
      'stack.yaml':
        'Resources:\n  Web:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    UpdatePolicy:\n      AutoScalingRollingUpdate:\n        MinInstancesInService: 1\n    Properties: { MinSize: 2 }\n  Cart:\n    Type: AWS::ECS::Service\n    Properties:\n      DeploymentConfiguration: { MinimumHealthyPercent: 40 }\n  Send:\n    Type: AWS::Serverless::Function\n    Properties:\n      AutoPublishAlias: live\n',
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      { subject: 'Web', outcome: 'pass', at: 'stack.yaml:5' },
      { subject: 'Cart', outcome: 'fail', at: 'stack.yaml:11' },
      { subject: 'Send', outcome: 'pass', at: 'stack.yaml:15' },
    ],
  },
  {
    title: "a manifest within Terraform, and the provider's own resource",
    files: {
      'main.tf': `resource "kubernetes_manifest" "cart" {
  manifest = {
    apiVersion = "apps/v1"
    kind       = "Deployment"
    metadata   = { name = "cart" }
    spec       = { strategy = { type = "Recreate" } }
  }
}
resource "kubernetes_stateful_set_v1" "queue" {
  metadata { name = "queue" }
  spec {
    update_strategy { type = "OnDelete" }
  }
}
`,
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      { subject: 'kubernetes_manifest.cart', outcome: 'fail', at: 'main.tf:6' },
      {
        subject: 'kubernetes_stateful_set_v1.queue',
        outcome: 'fail',
        at: 'main.tf:12',
      },
    ],
  },
]);
