import { testCheck } from '../../testing';
import { writeCronJob } from '../manifestSamples';
import { selfHealing } from './self-healing';

testCheck(selfHealing, [
  {
    title: 'a job alone',
    files: { 'job.yaml': writeCronJob('image: a:1') },
    outcome: 'not-applicable',
  },
  {
    title: 'Auto Scaling groups: only those behind a load balancer need ELB',
    files: {
      'main.tf': `resource "aws_autoscaling_group" "ec2" {
  target_group_arns = [aws_lb_target_group.web.arn]
}
resource "aws_autoscaling_group" "elb" {
  target_group_arns = [aws_lb_target_group.web.arn]
  health_check_type = "ELB"
}
resource "aws_autoscaling_group" "workers" {
  health_check_type = "EC2"
}
resource "aws_autoscaling_group" "attached" {
  name = "attached"
}
resource "aws_autoscaling_attachment" "web" {
  autoscaling_group_name = aws_autoscaling_group.attached.name
  lb_target_group_arn    = aws_lb_target_group.web.arn
}
resource "aws_lb_target_group" "web" { protocol = "HTTP" }
`,
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      {
        subject: 'aws_autoscaling_group.ec2',
        outcome: 'fail',
        at: 'main.tf:1',
      },
      {
        subject: 'aws_autoscaling_group.elb',
        outcome: 'pass',
        at: 'main.tf:6',
      },
      { subject: 'aws_autoscaling_group.workers', outcome: 'pass' },
      { subject: 'aws_autoscaling_group.attached', outcome: 'fail' },
    ],
  },
  {
    title: 'compose and systemd',
    files: {
      'compose.yaml':
        'services:\n  a:\n    image: a:1\n    restart: unless-stopped\n  b:\n    image: b:1\n    deploy:\n      restart_policy:\n        condition: none\n',
      'roles/app/templates/app.service.j2':
        '[Unit]\nDescription=App\n\n[Service]\nExecStart=/opt/app\nRestart=always\n',
      'systemd/once.service':
        '[Service]\nType=oneshot\nExecStart=/opt/migrate\n',
      'systemd/relay.service': '[Service]\nExecStart=/opt/relay\n',
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      { subject: 'services.a', outcome: 'pass', at: 'compose.yaml:4' },
      { subject: 'services.b', outcome: 'fail', at: 'compose.yaml:9' },
      {
        subject: 'roles/app/templates/app.service.j2',
        outcome: 'pass',
        at: 'roles/app/templates/app.service.j2:6',
      },
      {
        subject: 'systemd/relay.service',
        outcome: 'fail',
        at: 'systemd/relay.service:1',
      },
    ],
  },
]);
