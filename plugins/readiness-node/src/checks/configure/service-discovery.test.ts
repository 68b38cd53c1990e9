import { testCheck } from '../../testing';
import { serviceDiscovery } from './service-discovery';

testCheck(serviceDiscovery, [
  {
    title: 'ECS: Service Connect, and a zone inside the network',
    files: {
      'main.tf': `resource "aws_ecs_service" "cart" {
  service_connect_configuration { enabled = true }
}
resource "aws_route53_zone" "internal" {
  name = "acme.internal"
  vpc { vpc_id = "vpc-1" }
}
resource "aws_route53_zone" "public" { name = "acme.test" }
`,
    },
    outcome: 'pass',
    isComplete: true,
    findings: [
      { subject: 'aws_ecs_service.cart', outcome: 'pass', at: 'main.tf:1' },
      { subject: 'aws_route53_zone.internal', outcome: 'pass' },
    ],
  },
  {
    title: 'a function that nobody calls by name',
    files: {
      'main.tf':
        'resource "aws_lambda_function" "send" { function_name = "send" }\n',
    },
    outcome: 'fail',
  },
  {
    title: 'compose',
    files: {
      'compose.yaml':
        'services:\n  a: { image: "a:1" }\n  b: { image: "b:1" }\n',
    },
    outcome: 'pass',
    findings: [
      { subject: 'services.a', outcome: 'pass', at: 'compose.yaml:2' },
    ],
  },
  {
    title: 'a chart of somebody else may make a Service or not',
    files: {
      'Chart.yaml':
        'apiVersion: v2\nname: bff\nversion: 1.0.0\ndependencies:\n  - name: service\n    version: 1.0.0\n    repository: https://charts.acme.test\n',
      'values.yaml': 'service:\n  replicaCount: 2\n',
    },
    outcome: 'unknown',
    findings: [{ subject: 'HelmDependency/service', outcome: 'unknown' }],
  },
]);
