import { testCheck } from '../../testing';
import { rollback } from './rollback';

const deployment = (extra = '') =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: cart}\nspec:\n${extra}  selector: {matchLabels: {app: cart}}\n  template: {metadata: {labels: {app: cart}}, spec: {containers: [{name: cart, image: "cart:1"}]}}\n`;
const cd = { '.gitlab-ci.yml': 'deploy:\n  script: kubectl apply -f k8s\n' };

testCheck(rollback, [
  {
    title: 'ECS circuit breaker',
    files: {
      'main.tf':
        'resource "aws_ecs_service" "cart" {\n  deployment_circuit_breaker {\n    enable   = true\n    rollback = true\n  }\n}\n',
    },
    outcome: 'pass',
    findings: [
      { subject: 'aws_ecs_service.cart', outcome: 'pass', at: 'main.tf:4' },
    ],
  },
  {
    title: 'ECS circuit breaker without rollback',
    files: {
      'main.tf':
        'resource "aws_ecs_service" "cart" {\n  deployment_circuit_breaker {\n    enable   = true\n    rollback = false\n  }\n}\n',
    },
    outcome: 'fail',
  },
  {
    title: 'CodeDeploy',
    files: {
      'a.yaml':
        'Resources:\n  G:\n    Type: AWS::CodeDeploy::DeploymentGroup\n    Properties:\n      AutoRollbackConfiguration: {Enabled: true}\n',
    },
    outcome: 'pass',
    findings: [{ subject: 'G', outcome: 'pass', at: 'a.yaml:5' }],
  },
  {
    title: 'HelmRelease without remediation',
    files: {
      'a.yaml':
        'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: a}\nspec: {}\n',
    },
    outcome: 'fail',
  },
  {
    title: 'HelmRelease with remediation',
    files: {
      'a.yaml':
        'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: a}\nspec:\n  upgrade:\n    remediation: {retries: 2}\n',
    },
    outcome: 'pass',
  },
  {
    title: 'a Deployment with CD',
    files: { 'k8s/a.yaml': deployment(), ...cd },
    outcome: 'pass',
    findings: [{ subject: 'Deployment/default/cart', outcome: 'pass' }],
  },
  {
    title: 'a Deployment without CD',
    files: { 'k8s/a.yaml': deployment() },
    outcome: 'fail',
  },
  {
    title: 'a Deployment without history',
    files: { 'k8s/a.yaml': deployment('  revisionHistoryLimit: 0\n'), ...cd },
    outcome: 'fail',
  },
  {
    title: 'a heading without words',
    files: { 'docs/a.md': '# A\n\n## Rollback\n\nTODO\n' },
    outcome: 'fail',
  },
  {
    title: "CodeDeploy's group that SAM makes of a deployment preference",
    files: {
      'template.yaml':
        'Transform: AWS::Serverless-2016-10-31\nResources:\n  Send:\n    Type: AWS::Serverless::Function\n    Properties:\n      AutoPublishAlias: live\n      DeploymentPreference: { Type: Linear10PercentEvery1Minute }\n  Plain:\n    Type: AWS::Serverless::Function\n    Properties:\n      DeploymentPreference: { Enabled: false, Type: AllAtOnce }\n',
    },
    outcome: 'pass',
    findings: [{ subject: 'Send', outcome: 'pass', at: 'template.yaml:7' }],
    isComplete: true,
  },
]);
