import { testCheck } from '../../testing';
import { joinDocuments, writeDeployment } from '../manifestSamples';
import { autoscalingBounds } from './autoscaling-bounds';

const HPA = 'HorizontalPodAutoscaler/default/cart';

testCheck(autoscalingBounds, [
  {
    title: 'a target of another name; the metric takes its default',
    files: {
      'a.yaml': joinDocuments(
        'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: cart }\nspec:\n  maxReplicas: 3\n  scaleTargetRef:\n    kind: Deployment\n    name: shop\n',
        writeDeployment(),
      ),
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      { subject: HPA, aspect: 'bounds', outcome: 'pass', at: 'a.yaml:5' },
      { subject: HPA, aspect: 'metric', outcome: 'pass' },
      { subject: HPA, aspect: 'target', outcome: 'fail', at: 'a.yaml:8' },
    ],
  },
  {
    title: 'KEDA scales to zero and to a hundred by default',
    files: {
      'a.yaml': joinDocuments(
        'apiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nmetadata: { name: cart }\nspec:\n  scaleTargetRef: { name: cart }\n',
        writeDeployment(),
      ),
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      {
        subject: 'ScaledObject/default/cart',
        aspect: 'bounds',
        outcome: 'pass',
      },
      {
        subject: 'ScaledObject/default/cart',
        aspect: 'metric',
        outcome: 'fail',
      },
      {
        subject: 'ScaledObject/default/cart',
        aspect: 'target',
        outcome: 'pass',
      },
      {
        subject: 'Deployment/default/cart',
        aspect: 'static-replicas',
        outcome: 'pass',
      },
    ],
  },
  {
    title: 'ECS: a target with and without a policy; a maximum nobody knows',
    files: {
      'main.tf': `variable "maximum" {}
resource "aws_ecs_service" "cart" { name = "cart" }
resource "aws_appautoscaling_target" "cart" {
  resource_id  = "service/main/cart"
  min_capacity = 2
  max_capacity = var.maximum
}
resource "aws_appautoscaling_policy" "cart" {
  resource_id = aws_appautoscaling_target.cart.resource_id
  target_tracking_scaling_policy_configuration { target_value = 60 }
}
resource "aws_appautoscaling_target" "idle" {
  resource_id  = "service/main/idle"
  min_capacity = 2
  max_capacity = 4
}
resource "aws_autoscaling_group" "fixed" {
  min_size = 2
  max_size = 2
}
resource "aws_autoscaling_group" "moved" {
  min_size = 2
  max_size = 2
}
resource "aws_autoscaling_policy" "cpu" {
  autoscaling_group_name = aws_autoscaling_group.moved.name
}
`,
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      {
        subject: 'aws_appautoscaling_target.cart',
        aspect: 'bounds',
        outcome: 'unknown',
        at: 'main.tf:6',
      },
      {
        subject: 'aws_appautoscaling_target.cart',
        aspect: 'metric',
        outcome: 'pass',
        at: 'main.tf:8',
      },
      {
        subject: 'aws_appautoscaling_target.idle',
        aspect: 'bounds',
        outcome: 'pass',
      },
      {
        subject: 'aws_appautoscaling_target.idle',
        aspect: 'metric',
        outcome: 'fail',
      },
      {
        subject: 'aws_autoscaling_group.moved',
        aspect: 'bounds',
        outcome: 'fail',
        at: 'main.tf:23',
      },
    ],
  },
]);
