import { testCheck } from '../../testing';
import { spotOrReserved } from './spot-or-reserved';

testCheck(spotOrReserved, [
  {
    title: 'AWS, Google and Azure',
    files: {
      'main.tf': `resource "aws_ecs_service" "worker" {
  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 1
  }
}
resource "aws_ecs_service" "web" {
  capacity_provider_strategy { capacity_provider = "FARGATE" }
}
resource "google_container_node_pool" "batch" {
  node_config { preemptible = true }
}
resource "azurerm_kubernetes_cluster_node_pool" "batch" { priority = "Spot" }
resource "aws_ec2_capacity_reservation" "db" { instance_count = 1 }
`,
    },
    outcome: 'pass',
    isComplete: true,
    findings: [
      { subject: 'aws_ecs_service.worker', outcome: 'pass', at: 'main.tf:2' },
      {
        subject: 'google_container_node_pool.batch',
        outcome: 'pass',
        at: 'main.tf:11',
      },
      {
        subject: 'azurerm_kubernetes_cluster_node_pool.batch',
        outcome: 'pass',
        at: 'main.tf:13',
      },
      { subject: 'aws_ec2_capacity_reservation.db', outcome: 'pass' },
    ],
  },
  {
    title: 'a variable nobody sets',
    files: {
      'main.tf':
        'variable "capacity" {}\nresource "aws_eks_node_group" "w" {\n  capacity_type = var.capacity\n}\n',
    },
    outcome: 'unknown',
    findings: [
      { subject: 'aws_eks_node_group.w', outcome: 'unknown', at: 'main.tf:3' },
    ],
  },
]);

testCheck(spotOrReserved, [
  {
    title: 'Terraform installs Karpenter',
    files: {
      'main.tf':
        'resource "helm_release" "karpenter" {\n  name  = "karpenter"\n  chart = "karpenter"\n}\n',
    },
    outcome: 'pass',
    findings: [{ subject: 'helm_release.karpenter', outcome: 'pass' }],
  },
]);
