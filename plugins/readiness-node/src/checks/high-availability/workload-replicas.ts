import type { Finding } from 'backstage-plugin-readiness-common';
import {
  defineCheck,
  findLibraryKind,
  getMinimumReplicas,
  isDevelopmentCompose,
  isKind,
  judge,
  noneFound,
  notApplicable,
  pass,
  withFindings,
  withMergedFindings,
  type CheckContext,
} from '../../check';
import type { WorkloadFact } from '../../facts/types/workloads';
import { writeDeployment } from '../manifestSamples';

const RULES = ['deployment-replicas', 'deploymentMissingReplicas'];
const SUBJECT = 'Deployment/default/cart';

export const workloadReplicas = defineCheck({
  id: 'workload-replicas',
  category: 'high-availability',
  kind: 'subject',
  level: 1,
  severity: 'critical',
  title: 'At least two instances of everything run',
  description:
    'Every workload that keeps running has at least two instances: replicas (1 when absent), the minimum of its autoscaler, desired_count of an ECS service, min_size of an Auto Scaling group. Jobs and DaemonSets are left out; functions and managed serverless services pass. A service without any workload fails. Not applicable to libraries. The number is configurable.',
  rationale:
    'One instance is an outage waiting for its reason: a node that is patched, a crash, a deployment that goes wrong. The second instance is what turns each of them into nothing that users notice, and it is the cheapest availability there is.',
  knownAs: RULES,
  references: [
    {
      title: 'Kubernetes: Deployments',
      url: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/',
    },
    {
      title: 'kube-score: checks',
      url: 'https://github.com/zegl/kube-score/blob/master/README_CHECKS.md',
    },
  ],
  remediation: {
    summary:
      'Set replicas: 2 or more, or minReplicas of the autoscaler; make sure the service keeps its state elsewhere.',
    effortMinutes: 30,
    snippets: {
      kubernetes: 'spec:\n  replicas: 2\n',
      terraform:
        'resource "aws_ecs_service" "cart" {\n  desired_count = 2\n}\n\nresource "aws_autoscaling_group" "web" {\n  min_size = 2\n}\n',
      cloudformation:
        'Cart:\n  Type: AWS::ECS::Service\n  Properties:\n    DesiredCount: 2\n',
      helm: 'replicaCount: 2\n',
    },
  },
  examples: [
    {
      title: 'Three replicas',
      files: { 'k8s/cart.yaml': writeDeployment({ replicas: 3 }) },
      outcome: 'pass',
      findings: [{ subject: SUBJECT, outcome: 'pass', at: 'k8s/cart.yaml:5' }],
    },
    {
      title: 'Kubernetes starts one when nobody says how many',
      files: { 'k8s/cart.yaml': writeDeployment() },
      outcome: 'fail',
      findings: [{ subject: SUBJECT, outcome: 'fail', at: 'k8s/cart.yaml:1' }],
    },
    {
      title: 'A service of which nobody knows where it runs',
      files: { 'main.go': 'package main\n' },
      outcome: 'fail',
    },
    {
      title: 'A library',
      files: { 'main.go': 'package main\n' },
      entity: { type: 'library' },
      outcome: 'not-applicable',
    },
  ],
  evaluate(context) {
    const library = findLibraryKind(context);
    if (library !== undefined)
      return notApplicable(`A ${library} does not run by itself`);
    const workloads = context.facts.workloads.filter(
      ({ location }) => !isDevelopmentCompose(context.facts, location.path),
    );
    const findings = workloads.flatMap(workload =>
      judgeReplicas(workload, context),
    );
    const isService = /service/i.test(context.entity.type ?? 'service');
    return workloads.length === 0 && isService
      ? withFindings([
          noneFound(
            context,
            'a workload that runs the service (Kubernetes, ECS, compose, functions, machine groups)',
          ),
        ])
      : withMergedFindings(findings, 'no workload that keeps running');
  },
});

function judgeReplicas(
  workload: WorkloadFact,
  { facts, options }: CheckContext,
): readonly Finding[] {
  const minimum = options.minimumReplicas;
  const rules = isKind(workload, 'Deployment') ? RULES : [];
  const replicas = getMinimumReplicas(facts, workload);
  const expected = `at least ${minimum} instances`;
  if (!isAsked(workload)) return [];
  if (workload.isServerless) {
    return [
      pass(workload, {
        rules,
        expected,
        message: 'The platform runs as many instances as are needed',
      }),
    ];
  }
  return [
    judge(workload, replicas, {
      rules,
      expected,
      passes: number => number >= minimum,
    }),
  ];
}

/** A bare Pod is one instance, unless it runs to its end. */
function isAsked(workload: WorkloadFact): boolean {
  if (workload.role === 'service') return true;
  const { restartPolicy } = workload;
  return (
    isKind(workload, 'Pod') &&
    !(restartPolicy.state === 'known' && restartPolicy.value !== 'Always')
  );
}
