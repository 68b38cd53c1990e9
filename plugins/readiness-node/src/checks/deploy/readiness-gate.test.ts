import { testCheck } from '../../testing';
import { writeCronJob, writeDeployment } from '../manifestSamples';
import { readinessGate } from './readiness-gate';

testCheck(readinessGate, [
  {
    title: 'jobs and init containers are left out, daemons are not',
    files: {
      'job.yaml': writeCronJob('image: acme/report:1'),
      'cart.yaml': writeDeployment({
        pod: 'initContainers:\n  - name: migrate\n    image: acme/migrate:1',
        container: 'readinessProbe: { tcpSocket: { port: 80 } }',
      }),
      'agent.yaml': writeDeployment({ kind: 'DaemonSet', name: 'agent' }),
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      {
        subject: 'Deployment/default/cart#cart',
        outcome: 'pass',
        at: 'cart.yaml:14',
      },
      {
        subject: 'DaemonSet/default/agent#agent',
        outcome: 'fail',
        at: 'agent.yaml:10',
      },
    ],
  },
  {
    title: 'target groups: other protocols are left out, switched off fails',
    files: {
      'main.tf': `resource "aws_lb_target_group" "web" {
  protocol = "HTTPS"
  health_check {
    path = "/ready"
  }
}
resource "aws_lb_target_group" "off" {
  protocol = "HTTP"
  health_check {
    enabled = false
    path    = "/"
  }
}
resource "aws_lb_target_group" "tcp" {
  protocol = "TCP"
}
resource "aws_lb_target_group" "lambda" {
  target_type = "lambda"
}
`,
      'stack.yaml':
        'Resources:\n  Targets:\n    Type: AWS::ElasticLoadBalancingV2::TargetGroup\n    Properties:\n      Protocol: HTTP\n      HealthCheckPath: /health\n',
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      {
        subject: 'aws_lb_target_group.web',
        outcome: 'pass',
        at: 'main.tf:4',
      },
      {
        subject: 'aws_lb_target_group.off',
        outcome: 'fail',
        at: 'main.tf:10',
      },
      { subject: 'Targets', outcome: 'pass', at: 'stack.yaml:6' },
    ],
  },
  {
    title: 'App Service; Cloud Run has no such setting',
    files: {
      'main.tf': `resource "azurerm_linux_web_app" "shop" {
  site_config {}
}
resource "azurerm_linux_web_app" "api" {
  site_config { health_check_path = "/ready" }
}
resource "google_cloud_run_v2_service" "search" {
  template { containers { image = "acme/search:1" } }
}
`,
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      { subject: 'azurerm_linux_web_app.shop', outcome: 'fail' },
      {
        subject: 'azurerm_linux_web_app.api',
        outcome: 'pass',
        at: 'main.tf:5',
      },
    ],
  },
]);
