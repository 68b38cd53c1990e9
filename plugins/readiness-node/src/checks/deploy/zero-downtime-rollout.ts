import { defineCheck, withMergedFindings } from '../../check';
import { writeDeployment } from '../manifestSamples';
import { judgeRollout } from './rollouts';

const SUBJECT = 'Deployment/default/cart';

export const zeroDowntimeRollout = defineCheck({
  id: 'zero-downtime-rollout',
  category: 'deploy',
  kind: 'subject',
  level: 1,
  severity: 'high',
  title: 'New versions roll out without downtime',
  description:
    'Deployments roll (the default) and do not allow all pods to be unavailable, StatefulSets are not OnDelete, ECS services keep at least half of their tasks (100 % is the default), Auto Scaling groups have instance_refresh, create_before_destroy or a rolling update policy, instance groups take no machine away before its successor runs, scale sets roll, Lambda functions have an alias or a deployment preference.',
  rationale:
    'A release that stops the old version first is an outage with a change number. Teams that fear it release rarely, and big; teams whose platform replaces one instance after the other release at noon and go to lunch.',
  knownAs: ['no-rolling-update-strategy', 'deployment-strategy'],
  references: [
    {
      title: 'Kubernetes: Deployment strategy',
      url: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy',
    },
    {
      title: 'Amazon EC2 Auto Scaling: instance refresh',
      url: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-instance-refresh.html',
    },
  ],
  remediation: {
    summary:
      'Use strategy.type RollingUpdate with maxUnavailable 0 or 25%, deployment_minimum_healthy_percent = 100, an instance_refresh block, an alias for functions.',
    effortMinutes: 60,
    snippets: {
      kubernetes:
        'strategy:\n  type: RollingUpdate\n  rollingUpdate:\n    maxUnavailable: 0\n    maxSurge: 1\n',
      terraform:
        'resource "aws_autoscaling_group" "web" {\n  instance_refresh {\n    strategy = "Rolling"\n  }\n}\n\nresource "aws_lambda_alias" "live" {\n  name             = "live"\n  function_name    = aws_lambda_function.cart.function_name\n  function_version = aws_lambda_function.cart.version\n}\n',
      cloudformation:
        'Web:\n  Type: AWS::AutoScaling::AutoScalingGroup\n  UpdatePolicy:\n    AutoScalingRollingUpdate:\n      MinInstancesInService: 1\n',
    },
  },
  examples: [
    {
      title: 'Rolling is the default',
      files: { 'k8s/cart.yaml': writeDeployment() },
      outcome: 'pass',
      findings: [{ subject: SUBJECT, outcome: 'pass', at: 'k8s/cart.yaml:1' }],
    },
    {
      title: 'The old version goes first',
      files: {
        'k8s/cart.yaml': writeDeployment({
          spec: 'strategy:\n  type: Recreate',
        }),
      },
      outcome: 'fail',
      findings: [{ subject: SUBJECT, outcome: 'fail', at: 'k8s/cart.yaml:6' }],
    },
    {
      title: 'Nothing that is rolled out',
      files: { 'README.md': '# Cart\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate({ facts }) {
    return withMergedFindings(
      facts.workloads.flatMap(judgeRollout),
      'no workload that is rolled out',
    );
  },
});
