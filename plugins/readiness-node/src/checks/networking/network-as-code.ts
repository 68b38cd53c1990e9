import { defineCheck, pass, presence } from '../../check';

export const networkAsCode = defineCheck({
  id: 'network-as-code',
  category: 'networking',
  kind: 'presence',
  level: 1,
  severity: 'critical',
  title: 'The network is code',
  description:
    'Networks, subnets, firewalls, load balancers or routes, Kubernetes Services, Ingresses and Gateways, compose ports or networks, or listen and firewall settings of configuration management are described by code.',
  rationale:
    'Who can reach what is the most consequential and the least visible part of a system. Written as code it is reviewed like code, the same in every environment, and there to read when a connection is refused at night.',
  references: [
    {
      title: 'Amazon VPC',
      url: 'https://docs.aws.amazon.com/vpc/latest/userguide/what-is-amazon-vpc.html',
    },
    {
      title: 'Kubernetes: Service',
      url: 'https://kubernetes.io/docs/concepts/services-networking/service/',
    },
  ],
  remediation: {
    summary:
      'Describe the VPC, its subnets, security groups and load balancers with Terraform or CloudFormation, and Services and Ingresses with manifests; or link the repository that does.',
    effortMinutes: 240,
    snippets: {
      terraform:
        'resource "aws_security_group" "cart" {\n  name   = "cart"\n  vpc_id = module.vpc.vpc_id\n}\n',
      kubernetes:
        'apiVersion: v1\nkind: Service\nmetadata:\n  name: cart\nspec:\n  selector:\n    app: cart\n  ports:\n    - port: 80\n      targetPort: http\n',
    },
  },
  examples: [
    {
      title: 'A VPC',
      files: {
        'main.tf':
          'resource "aws_vpc" "main" {\n  cidr_block = "10.0.0.0/16"\n}\n',
      },
      outcome: 'pass',
      findings: [{ subject: 'aws_vpc.main', outcome: 'pass', at: 'main.tf:1' }],
    },
    {
      title: 'A Service',
      files: {
        'service.yaml':
          'apiVersion: v1\nkind: Service\nmetadata:\n  name: cart\nspec:\n  ports:\n    - port: 80\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'Service/default/cart',
          outcome: 'pass',
          at: 'service.yaml:1',
        },
      ],
    },
    {
      title: 'Nothing',
      files: { 'main.go': 'package main\n' },
      outcome: 'fail',
    },
  ],
  evaluate: context =>
    presence(
      context,
      'networks, subnets, firewalls, load balancers, routes, Services, Ingresses, Gateways, compose ports',
      context.facts.networkParts.map(part =>
        pass(part, { message: `A ${part.part} in ${part.language}` }),
      ),
    ),
});
