import { testCheck } from '../../testing';
import { tlsAtEdge } from './tls-at-edge';

testCheck(tlsAtEdge);

testCheck(tlsAtEdge, [
  {
    title: 'A listener of an application load balancer speaks HTTP by default',
    files: {
      'main.tf':
        'resource "aws_lb" "web" {}\n\nresource "aws_lb_listener" "web" {\n  load_balancer_arn = aws_lb.web.arn\n  port              = 80\n  default_action {\n    type = "forward"\n  }\n}\n',
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'aws_lb_listener.web',
        aspect: 'protocol',
        outcome: 'fail',
        at: 'main.tf:3',
      },
    ],
  },
  {
    title: 'A listener of an unknown load balancer stays unknown',
    files: {
      'main.tf':
        'variable "arn" {}\n\nresource "aws_lb_listener" "web" {\n  load_balancer_arn = var.arn\n  port              = 80\n}\n',
    },
    outcome: 'unknown',
  },
]);
