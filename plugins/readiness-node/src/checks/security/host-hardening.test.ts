import { testCheck } from '../../testing/checkTester';
import { hostHardening } from './host-hardening';

testCheck(hostHardening, [
  {
    title: 'Tokens: optional, by template, disabled, unresolved',
    files: {
      'main.tf': [
        'variable "tokens" {}',
        'resource "aws_launch_template" "good" {',
        '  metadata_options {',
        '    http_tokens = "required"',
        '  }',
        '}',
        'resource "aws_launch_template" "bare" {}',
        'resource "aws_launch_template" "open" {',
        '  metadata_options {',
        '    http_tokens = var.tokens',
        '  }',
        '}',
        'resource "aws_instance" "by_template" {',
        '  launch_template {',
        '    id = aws_launch_template.good.id',
        '  }',
        '}',
        'resource "aws_instance" "off" {',
        '  metadata_options {',
        '    http_endpoint = "disabled"',
        '  }',
        '}',
      ].join('\n'),
      'requirements.yml':
        'collections:\n  - name: devsec.hardening\n    version: 10.0.0\n',
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'aws_launch_template.good',
        aspect: 'imdsv2',
        outcome: 'pass',
        at: 'main.tf:4',
      },
      {
        subject: 'aws_launch_template.bare',
        aspect: 'imdsv2',
        outcome: 'fail',
        at: 'main.tf:7',
      },
      {
        subject: 'aws_launch_template.open',
        aspect: 'imdsv2',
        outcome: 'unknown',
        at: 'main.tf:10',
      },
      {
        subject: 'aws_instance.by_template',
        aspect: 'imdsv2',
        outcome: 'pass',
        at: 'main.tf:4',
      },
      {
        subject: 'aws_instance.off',
        aspect: 'imdsv2',
        outcome: 'pass',
        at: 'main.tf:20',
      },
      {
        subject: 'aws_instance.by_template',
        aspect: 'hardening',
        outcome: 'pass',
        at: 'requirements.yml:2',
      },
      { subject: 'aws_instance.off', aspect: 'hardening', outcome: 'pass' },
    ],
    isComplete: true,
  },
  {
    title: 'Edges: public, internal, network load balancers, CloudFormation',
    files: {
      'main.tf': [
        'resource "aws_lb" "public" {}',
        'resource "aws_lb" "guarded" {}',
        'resource "aws_wafv2_web_acl_association" "a" {',
        '  resource_arn = aws_lb.guarded.arn',
        '}',
        'resource "aws_lb" "inside" {',
        '  internal = true',
        '}',
        'resource "aws_lb" "network" {',
        '  load_balancer_type = "network"',
        '}',
        'resource "aws_cloudfront_distribution" "a" {}',
      ].join('\n'),
      'a.yaml':
        'Resources:\n  Edge:\n    Type: AWS::ElasticLoadBalancingV2::LoadBalancer\n  Guard:\n    Type: AWS::WAFv2::WebACLAssociation\n    Properties:\n      ResourceArn: !Ref Edge\n',
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'aws_lb.public',
        aspect: 'waf',
        outcome: 'fail',
        at: 'main.tf:1',
      },
      {
        subject: 'aws_lb.guarded',
        aspect: 'waf',
        outcome: 'pass',
        at: 'main.tf:3',
      },
      {
        subject: 'aws_cloudfront_distribution.a',
        aspect: 'waf',
        outcome: 'fail',
        at: 'main.tf:12',
      },
      { subject: 'Edge', aspect: 'waf', outcome: 'pass', at: 'a.yaml:4' },
    ],
    isComplete: true,
  },
  {
    title: 'Hosts that stand elsewhere, hardened by a role',
    files: {
      'requirements.yml':
        'roles:\n  - name: dev-sec.os-hardening\n    version: 6.2.0\n',
      'site.yml': '- hosts: all\n  roles: [dev-sec.os-hardening]\n',
    },
    outcome: 'pass',
    findings: [
      {
        subject: 'requirements.yml',
        aspect: 'hardening',
        outcome: 'pass',
        at: 'requirements.yml:2',
      },
    ],
    isComplete: true,
  },
]);
