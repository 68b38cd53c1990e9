import type { Finding } from 'backstage-plugin-readiness-common';
import {
  askContainers,
  defineCheck,
  judge,
  runsPods,
  withMergedFindings,
} from '../../check';
import type { WorkloadContainerFact } from '../../facts/types/workloadContainers';
import type { WorkloadFact } from '../../facts/types/workloads';
import { writeDeployment } from '../manifestSamples';
import { GROUP_RULES, judgeTargetGroup } from './targetGroups';

const POD_RULES = ['CKV_K8S_9', 'no-readiness-probe', 'readinessProbeMissing'];
const APP_RULES = ['CKV_AZURE_213'];

export const readinessGate = defineCheck({
  id: 'readiness-gate',
  category: 'deploy',
  kind: 'subject',
  level: 1,
  severity: 'high',
  title: 'Traffic waits until an instance is ready',
  description:
    'Every container of a workload that keeps running has a readinessProbe (Jobs and init containers are left out), every HTTP or HTTPS target group has a health check with a path that is not switched off, every App Service has a health_check_path.',
  rationale:
    'During a rollout the old instance goes when the new one is said to be ready. Without a probe ready means that the process was started: connections are not open, caches are cold, and for a while users see errors on every single release.',
  knownAs: [...POD_RULES, ...GROUP_RULES, ...APP_RULES, 'pod-probes'],
  references: [
    {
      title: 'Kubernetes: Configure liveness, readiness and startup probes',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
    },
    {
      title: 'Health checks for Application Load Balancer target groups',
      url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html',
    },
  ],
  remediation: {
    summary:
      'Add a readinessProbe that answers only once the service can do its work; set health_check.path of target groups to the same address.',
    effortMinutes: 45,
    snippets: {
      kubernetes:
        'readinessProbe:\n  httpGet:\n    path: /ready\n    port: http\n',
      terraform:
        'resource "aws_lb_target_group" "cart" {\n  health_check {\n    path = "/ready"\n  }\n}\n',
      cloudformation:
        'CartTargets:\n  Type: AWS::ElasticLoadBalancingV2::TargetGroup\n  Properties:\n    HealthCheckPath: /ready\n',
    },
  },
  examples: [
    {
      title: 'A probe',
      files: {
        'k8s/cart.yaml': writeDeployment({
          container: 'readinessProbe:\n  httpGet: { path: /ready, port: 8080 }',
        }),
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'Deployment/default/cart#cart',
          outcome: 'pass',
          at: 'k8s/cart.yaml:11',
        },
      ],
    },
    {
      title: 'No probe, no path',
      files: {
        'k8s/cart.yaml': writeDeployment(),
        'main.tf':
          'resource "aws_lb_target_group" "cart" {\n  protocol = "HTTP"\n  port     = 80\n}\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'Deployment/default/cart#cart',
          outcome: 'fail',
          at: 'k8s/cart.yaml:10',
        },
        {
          subject: 'aws_lb_target_group.cart',
          outcome: 'fail',
          at: 'main.tf:1',
        },
      ],
    },
    {
      title: 'Nothing that takes traffic',
      files: { 'README.md': '# Cart\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate({ facts }) {
    return withMergedFindings(
      [
        ...askContainers(facts.workloads, judgeContainer),
        ...facts.targetGroups.flatMap(judgeTargetGroup),
        ...facts.workloads.flatMap(judgeWebApp),
      ],
      'no container, target group or web app in the files read',
    );
  },
});

function judgeContainer(
  container: WorkloadContainerFact,
  workload: WorkloadFact,
): Finding | undefined {
  if (!runsPods(workload) || workload.role === 'job') return undefined;
  if (container.role !== 'main') return undefined;
  return judge(container, container.readinessProbe, {
    rules: POD_RULES,
    expected: 'readinessProbe',
    passes: isThere => isThere,
    absentMessage: `${container.readinessProbe.setting} is not set; a started container counts as ready`,
  });
}

function judgeWebApp(workload: WorkloadFact): readonly Finding[] {
  const { healthCheckPath } = workload;
  if (!/^azurerm_(\w+_web_app|app_service)$/.test(workload.type)) return [];
  return [
    judge(workload, healthCheckPath, {
      rules: APP_RULES,
      expected: 'site_config { health_check_path = "/ready" }',
      passes: text => text !== '',
    }),
  ];
}
