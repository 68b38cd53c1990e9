import { defineCheck, fail, mergeFindings, pass, presence } from '../../check';
import { writeDeployment } from '../manifestSamples';
import { judgeJob, judgeScaler, judgeServerless } from './scaleIn';

export const scaleDown = defineCheck({
  id: 'scale-down',
  category: 'cost-optimization',
  kind: 'presence',
  level: 2,
  severity: 'medium',
  title: 'Capacity that nobody needs is given back',
  description:
    'Something scales in by a schedule or to a minimum of none or one: a scheduled action, KEDA, an autoscaler with a low minimum, functions and Cloud Run without minimum instances, kube-downscaler or kube-green, machines or pipelines that stop things at night, review environments that end with their branch. An autoscaler with a high minimum alone does not count.',
  rationale:
    'A staging environment is used fifty hours a week and paid for a hundred and sixty-eight. What switches itself off at night and at weekends saves two thirds of that without anybody missing it, and review environments that end with their branch do not become the zoo of last year.',
  references: [
    {
      title: 'Amazon EC2 Auto Scaling: scheduled scaling',
      url: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-scheduled-scaling.html',
    },
    {
      title: 'GitLab: Stopping an environment',
      url: 'https://docs.gitlab.com/ci/environments/',
    },
  ],
  remediation: {
    summary:
      'Add a scheduled action that scales in at night, kube-downscaler annotations, or auto_stop_in on review environments.',
    effortMinutes: 60,
    snippets: {
      terraform:
        'resource "aws_autoscaling_schedule" "night" {\n  scheduled_action_name  = "night"\n  autoscaling_group_name = aws_autoscaling_group.web.name\n  recurrence             = "0 20 * * *"\n  min_size               = 0\n  max_size               = 1\n  desired_capacity       = 0\n}\n',
      kubernetes:
        'metadata:\n  annotations:\n    downscaler/uptime: Mon-Fri 07:00-19:00 Europe/Berlin\n',
      'gitlab-ci':
        'review:\n  environment:\n    name: review/$CI_COMMIT_REF_SLUG\n    on_stop: stop_review\n    auto_stop_in: 2 days\n',
    },
  },
  examples: [
    {
      title: 'Down at night',
      files: {
        'main.tf':
          'resource "aws_autoscaling_schedule" "night" {\n  recurrence       = "0 20 * * *"\n  desired_capacity = 0\n}\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'aws_autoscaling_schedule.night',
          outcome: 'pass',
          at: 'main.tf:1',
        },
      ],
    },
    {
      title: 'An autoscaler that never goes below three',
      files: {
        'k8s/hpa.yaml':
          'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: cart }\nspec:\n  minReplicas: 3\n  maxReplicas: 8\n',
      },
      outcome: 'fail',
    },
    {
      title: 'Always on',
      files: { 'k8s/cart.yaml': writeDeployment({ replicas: 3 }) },
      outcome: 'fail',
    },
  ],
  evaluate(context) {
    const { facts } = context;
    const found = mergeFindings([
      ...facts.scaleDowns.map(sign =>
        sign.offByDefault === undefined
          ? pass(sign, { message: sign.message })
          : fail(sign, {
              message: `${sign.message}, but it is off by default: ${sign.offByDefault}`,
              partial: true,
            }),
      ),
      ...facts.autoscalers.flatMap(scaler =>
        judgeScaler(facts.autoscalers, scaler),
      ),
      ...facts.workloads.flatMap(judgeServerless),
      ...facts.jobs.flatMap(judgeJob),
    ]);
    const active = found.filter(finding => finding.outcome === 'pass');
    return presence(
      context,
      'something that scales in by schedule or to a low minimum',
      active.length > 0 ? active : found,
    );
  },
});
