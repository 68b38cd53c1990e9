import { testCheck } from '../../testing';
import { joinDocuments, writeDeployment } from '../manifestSamples';
import { loadBalanced } from './load-balanced';

testCheck(loadBalanced, [
  {
    title: 'a worker without a port; a Service of something else',
    files: {
      'a.yaml': joinDocuments(
        writeDeployment({ name: 'worker', replicas: 3 }),
        writeDeployment({
          replicas: 3,
          container: 'ports: [{ containerPort: 80 }]',
        }),
        'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec:\n  selector: { app: web }\n',
      ),
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      { subject: 'Deployment/default/cart', outcome: 'fail', at: 'a.yaml:14' },
    ],
  },
  {
    title: 'load balancers that have to be told, and one that has not',
    files: {
      'main.tf': `resource "aws_lb" "nlb" {
  load_balancer_type               = "network"
  enable_cross_zone_load_balancing = true
}
resource "aws_lb" "alb" {}
resource "aws_elb" "old" {}
resource "aws_elb" "off" {
  cross_zone_load_balancing = false
}
`,
      'stack.yaml':
        'Resources:\n  Edge:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n    Properties:\n      Type: network\n      LoadBalancerAttributes:\n        - Key: load_balancing.cross_zone.enabled\n          Value: "true"\n  Old:\n    Type: AWS::ElasticLoadBalancing::LoadBalancer\n    Properties: { Listeners: [] }\n',
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      { subject: 'aws_lb.nlb', outcome: 'pass', at: 'main.tf:3' },
      { subject: 'aws_elb.old', outcome: 'pass', at: 'main.tf:6' },
      { subject: 'aws_elb.off', outcome: 'fail', at: 'main.tf:8' },
      { subject: 'Edge', outcome: 'pass', at: 'stack.yaml:8' },
      { subject: 'Old', outcome: 'fail', at: 'stack.yaml:9' },
    ],
  },
  {
    title:
      'ECS: behind a target group, found by name, a worker, nothing at all',
    files: {
      'main.tf': `locals { ports = jsonencode([{ name = "a", image = "a:1", portMappings = [{ containerPort = 80 }] }]) }
resource "aws_ecs_task_definition" "web" { container_definitions = local.ports }
resource "aws_ecs_task_definition" "worker" { container_definitions = jsonencode([{ name = "w", image = "w:1" }]) }
resource "aws_ecs_service" "web" {
  desired_count   = 2
  task_definition = aws_ecs_task_definition.web.arn
  load_balancer { target_group_arn = "arn" }
}
resource "aws_ecs_service" "mesh" {
  desired_count   = 2
  task_definition = aws_ecs_task_definition.web.arn
  service_connect_configuration { enabled = true }
}
resource "aws_ecs_service" "worker" {
  desired_count   = 2
  task_definition = aws_ecs_task_definition.worker.arn
}
resource "aws_ecs_service" "lost" {
  desired_count   = 2
  task_definition = aws_ecs_task_definition.web.arn
}
`,
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      { subject: 'aws_ecs_service.web', outcome: 'pass', at: 'main.tf:7' },
      { subject: 'aws_ecs_service.mesh', outcome: 'pass' },
      { subject: 'aws_ecs_service.lost', outcome: 'fail', at: 'main.tf:18' },
    ],
  },
]);

testCheck(loadBalanced, [
  {
    title: 'A managed instance group behind a backend service',
    files: {
      'main.tf':
        'resource "google_compute_region_instance_group_manager" "app" {\n  target_size = 3\n  named_port {\n    name = "http"\n    port = 80\n  }\n}\n\nresource "google_compute_backend_service" "app" {\n  backend {\n    group = google_compute_region_instance_group_manager.app.instance_group\n  }\n}\n',
    },
    outcome: 'pass',
    findings: [
      {
        subject: 'google_compute_region_instance_group_manager.app',
        outcome: 'pass',
        at: 'main.tf:9',
      },
    ],
  },
]);
