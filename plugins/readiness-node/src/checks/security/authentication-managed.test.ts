import { testCheck } from '../../testing/checkTester';
import { authenticationManaged } from './authentication-managed';

testCheck(authenticationManaged, [
  {
    title: 'Terraform, CloudFormation, proxies; not every listener or image',
    files: {
      'main.tf': [
        'resource "aws_lb_listener" "guarded" {',
        '  default_action {',
        '    type = "authenticate-oidc"',
        '  }',
        '}',
        'resource "aws_lb_listener" "plain" {',
        '  default_action {',
        '    type = "forward"',
        '  }',
        '}',
        'resource "google_service_account_iam_member" "wi" {',
        '  role = "roles/iam.workloadIdentityUser"',
        '}',
        'resource "google_service_account_iam_member" "other" {',
        '  role = "roles/iam.serviceAccountUser"',
        '}',
      ].join('\n'),
      'a.yaml':
        'Resources:\n  Authorizer:\n    Type: AWS::ApiGatewayV2::Authorizer\n    Properties:\n      AuthorizerType: JWT\n',
      'k8s.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: gate\nspec:\n  template:\n    spec:\n      containers:\n        - name: proxy\n          image: quay.io/oauth2-proxy/oauth2-proxy:v7.7.1\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: indexer\nspec:\n  template:\n    spec:\n      containers:\n        - name: app\n          image: acme/index:1\n',
    },
    outcome: 'pass',
    findings: [
      { subject: 'aws_lb_listener.guarded', outcome: 'pass', at: 'main.tf:1' },
      { subject: 'google_service_account_iam_member.wi', outcome: 'pass' },
      { subject: 'Authorizer', outcome: 'pass', at: 'a.yaml:2' },
      { subject: 'Deployment/default/gate', outcome: 'pass' },
    ],
    isComplete: true,
  },
]);
