import { testCheck } from '../../testing';
import { computeMultiZone } from './compute-multi-zone';

testCheck(computeMultiZone, [
  {
    title: 'subnets by count, for_each, literal, and one nobody knows',
    files: {
      'main.tf': `data "aws_availability_zones" "here" {}
variable "subnets" {}
resource "aws_vpc" "main" { cidr_block = "10.0.0.0/16" }
resource "aws_subnet" "private" {
  count             = 3
  vpc_id            = aws_vpc.main.id
  availability_zone = data.aws_availability_zones.here.names[count.index]
}
resource "aws_autoscaling_group" "web" {
  vpc_zone_identifier = aws_subnet.private[*].id
}
resource "aws_autoscaling_group" "one" {
  vpc_zone_identifier = [aws_subnet.private[0].id]
}
resource "aws_autoscaling_group" "given" {
  vpc_zone_identifier = var.subnets
}
resource "aws_autoscaling_group" "two" {
  vpc_zone_identifier = ["subnet-0a", "subnet-0b"]
}
resource "aws_eks_node_group" "main" {
  subnet_ids = aws_subnet.private[*].id
}
resource "aws_eks_node_group" "gpu" {
  subnet_ids = [aws_subnet.private[1].id]
}
`,
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      { subject: 'aws_vpc.main', outcome: 'pass' },
      {
        subject: 'aws_autoscaling_group.web',
        outcome: 'pass',
        at: 'main.tf:10',
      },
      {
        subject: 'aws_autoscaling_group.one',
        outcome: 'fail',
        at: 'main.tf:13',
      },
      {
        subject: 'aws_autoscaling_group.given',
        outcome: 'unknown',
        at: 'main.tf:16',
      },
      {
        subject: 'aws_autoscaling_group.two',
        outcome: 'pass',
        at: 'main.tf:19',
      },
      { subject: 'aws_eks_node_group.main', outcome: 'pass', at: 'main.tf:22' },
      { subject: 'aws_eks_node_group.gpu', outcome: 'fail', at: 'main.tf:25' },
    ],
  },
  {
    title: 'two subnets in one and the same zone',
    files: {
      'main.tf': `resource "aws_vpc" "main" {}
resource "aws_subnet" "a" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1a"
}
resource "aws_subnet" "b" {
  vpc_id            = aws_vpc.main.id
  availability_zone = "eu-west-1a"
}
`,
    },
    outcome: 'fail',
    findings: [{ subject: 'aws_vpc.main', outcome: 'fail' }],
  },
  {
    title: 'Google and Azure',
    files: {
      'main.tf': `resource "google_compute_region_instance_group_manager" "web" {}
resource "google_compute_instance_group_manager" "old" { zone = "europe-west1-b" }
resource "google_container_cluster" "two" {
  location       = "europe-west1-b"
  node_locations = ["europe-west1-c"]
}
resource "google_container_cluster" "given" { node_locations = var.zones }
resource "azurerm_kubernetes_cluster_node_pool" "gpu" { zones = ["1"] }
resource "azurerm_service_plan" "web" {
  sku_name               = "P1v3"
  zone_balancing_enabled = true
}
resource "azurerm_service_plan" "plain" { sku_name = "B1" }
resource "azurerm_service_plan" "functions" { sku_name = "Y1" }
resource "azurerm_linux_virtual_machine_scale_set" "web" { zones = [1, 2] }
`,
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      {
        subject: 'google_compute_region_instance_group_manager.web',
        outcome: 'pass',
      },
      { subject: 'google_compute_instance_group_manager.old', outcome: 'fail' },
      {
        subject: 'google_container_cluster.two',
        outcome: 'pass',
        at: 'main.tf:5',
      },
      {
        subject: 'google_container_cluster.given',
        outcome: 'unknown',
        at: 'main.tf:7',
      },
      {
        subject: 'azurerm_kubernetes_cluster_node_pool.gpu',
        outcome: 'fail',
        at: 'main.tf:8',
      },
      {
        subject: 'azurerm_service_plan.web',
        outcome: 'pass',
        at: 'main.tf:11',
      },
      { subject: 'azurerm_service_plan.plain', outcome: 'fail' },
      {
        subject: 'azurerm_linux_virtual_machine_scale_set.web',
        outcome: 'pass',
      },
    ],
  },
  {
    title: 'CloudFormation: Fargate in one subnet, a group in two',
    files: {
      'stack.yaml':
        'Resources:\n  A:\n    Type: AWS::EC2::Subnet\n    Properties: { AvailabilityZone: !Select [0, !GetAZs ""] }\n  B:\n    Type: AWS::EC2::Subnet\n    Properties: { AvailabilityZone: !Select [1, !GetAZs ""] }\n  Cart:\n    Type: AWS::ECS::Service\n    Properties:\n      NetworkConfiguration:\n        AwsvpcConfiguration:\n          Subnets: [!Ref A]\n  Web:\n    Type: AWS::AutoScaling::AutoScalingGroup\n    Properties:\n      VPCZoneIdentifier: [!Ref A, !Ref B]\n',
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      { subject: 'Cart', outcome: 'fail', at: 'stack.yaml:13' },
      { subject: 'Web', outcome: 'pass', at: 'stack.yaml:17' },
    ],
  },
]);

testCheck(computeMultiZone, [
  {
    title: 'Subnets for each of nobody knows how many zones',
    files: {
      'main.tf':
        'variable "zones" {}\n\nresource "aws_vpc" "main" {}\n\nresource "aws_subnet" "private" {\n  for_each          = var.zones\n  vpc_id            = aws_vpc.main.id\n  availability_zone = each.key\n}\n',
    },
    outcome: 'unknown',
    findings: [
      { subject: 'aws_vpc.main', outcome: 'unknown', at: 'main.tf:8' },
    ],
  },
]);
