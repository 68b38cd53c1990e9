import { testCheck } from '../../testing';
import { autoscaling } from './autoscaling';

testCheck(autoscaling, [
  {
    title: 'a chart in which it is off by default',
    files: {
      'chart/Chart.yaml': 'apiVersion: v2\nname: cart\nversion: 0.1.0\n',
      'chart/values.yaml': 'autoscaling:\n  enabled: false\n',
      'chart/templates/hpa.yaml':
        '{{- if .Values.autoscaling.enabled }}\napiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata:\n  name: cart\nspec:\n  maxReplicas: 5\n{{- end }}\n',
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      {
        subject: 'HorizontalPodAutoscaler/default/cart',
        outcome: 'fail',
        at: 'chart/templates/hpa.yaml:2',
      },
    ],
  },
  {
    title: 'a group with bounds alone does not scale',
    files: {
      'main.tf':
        'resource "aws_autoscaling_group" "web" {\n  min_size = 2\n  max_size = 9\n}\n',
    },
    outcome: 'fail',
  },
  {
    title: 'node pools, functions, policies',
    files: {
      'main.tf': `resource "google_container_node_pool" "main" {
  autoscaling {
    min_node_count = 1
    max_node_count = 5
  }
}
resource "azurerm_kubernetes_cluster" "main" {
  default_node_pool {
    auto_scaling_enabled = true
    min_count = 2
    max_count = 5
  }
}
resource "aws_eks_node_group" "fixed" {
  scaling_config {
    min_size = 2
    max_size = 2
  }
}
resource "aws_lambda_function" "send" { function_name = "send" }
resource "aws_autoscaling_group" "web" { min_size = 2 }
resource "aws_autoscaling_policy" "cpu" {
  autoscaling_group_name = aws_autoscaling_group.web.name
  scaling_adjustment     = 1
}
`,
    },
    outcome: 'pass',
    isComplete: true,
    findings: [
      { subject: 'google_container_node_pool.main', outcome: 'pass' },
      { subject: 'azurerm_kubernetes_cluster.main', outcome: 'pass' },
      { subject: 'aws_lambda_function.send', outcome: 'pass' },
      {
        subject: 'aws_autoscaling_policy.cpu',
        outcome: 'pass',
        at: 'main.tf:22',
      },
    ],
  },
  {
    title: 'values of a chart of somebody else',
    files: {
      'Chart.yaml':
        'apiVersion: v2\nname: bff\nversion: 1.0.0\ndependencies:\n  - name: service\n    version: 1.0.0\n    repository: https://charts.acme.test\n',
      'values.yaml':
        'service:\n  replicaCount: 2\n  autoscaling:\n    enabled: false\n',
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'HelmDependency/service',
        outcome: 'fail',
        at: 'values.yaml:3',
      },
    ],
  },
]);
