import type { Finding } from 'backstage-plugin-readiness-common';
import {
  defineCheck,
  isReplicated,
  judge,
  selectsPods,
  withMergedFindings,
} from '../../check';
import type { Facts } from '../../facts/facts';
import type { WorkloadFact } from '../../facts/types/workloads';
import type { ZoneBalancerFact } from '../../facts/types/zoneBalancers';
import { joinDocuments, writeDeployment } from '../manifestSamples';
import { judgeFront } from './fronts';

const RULES = { network: 'CKV_AWS_152', classic: 'CKV_AWS_138' } as const;
const SUBJECT = 'Deployment/default/cart';
const PORT = 'ports: [{ containerPort: 8080 }]';
const SERVICE =
  'apiVersion: v1\nkind: Service\nmetadata: { name: cart }\nspec:\n  selector: { app: cart }\n  ports: [{ port: 80, targetPort: 8080 }]\n';

export const loadBalanced = defineCheck({
  id: 'load-balanced',
  category: 'high-availability',
  kind: 'subject',
  level: 2,
  severity: 'low',
  title: 'Instances stand behind a load balancer that crosses zones',
  description:
    'What has two instances or more and listens on a port stands behind a Kubernetes Service, a load balancer or service discovery; network and classic load balancers send traffic across zones. Workers without a port are left out, and application load balancers, which always cross zones.',
  rationale:
    'Two instances help only when somebody sends the traffic to the one that lives. A load balancer that stays inside its zone gives the single instance of a zone as much traffic as the five of another, and nothing at all when the zone has none left.',
  knownAs: [RULES.network, RULES.classic],
  references: [
    {
      title: 'Kubernetes: Service',
      url: 'https://kubernetes.io/docs/concepts/services-networking/service/',
    },
    {
      title: 'Elastic Load Balancing: cross-zone load balancing',
      url: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html',
    },
  ],
  remediation: {
    summary:
      'Add a Service that selects the pods, attach the group to a target group, set enable_cross_zone_load_balancing = true.',
    effortMinutes: 30,
    snippets: {
      kubernetes:
        'apiVersion: v1\nkind: Service\nmetadata:\n  name: cart\nspec:\n  selector:\n    app: cart\n  ports:\n    - port: 80\n      targetPort: http\n',
      terraform:
        'resource "aws_lb" "edge" {\n  load_balancer_type               = "network"\n  enable_cross_zone_load_balancing = true\n}\n',
    },
  },
  examples: [
    {
      title: 'A Service in front',
      files: {
        'k8s/cart.yaml': joinDocuments(
          SERVICE,
          writeDeployment({ replicas: 2, container: PORT }),
        ),
      },
      outcome: 'pass',
      findings: [{ subject: SUBJECT, outcome: 'pass', at: 'k8s/cart.yaml:1' }],
    },
    {
      title: 'Two pods that nobody calls',
      files: {
        'k8s/cart.yaml': writeDeployment({ replicas: 2, container: PORT }),
      },
      outcome: 'fail',
      findings: [{ subject: SUBJECT, outcome: 'fail', at: 'k8s/cart.yaml:1' }],
    },
    {
      title: 'A network load balancer within its zones',
      files: {
        'main.tf':
          'resource "aws_lb" "edge" {\n  load_balancer_type = "network"\n}\n',
      },
      outcome: 'fail',
      findings: [{ subject: 'aws_lb.edge', outcome: 'fail', at: 'main.tf:1' }],
    },
    {
      title: 'One instance',
      files: { 'k8s/cart.yaml': writeDeployment() },
      outcome: 'not-applicable',
    },
  ],
  evaluate({ facts }) {
    return withMergedFindings(
      [
        ...facts.workloads.flatMap(workload => judgeWorkload(facts, workload)),
        ...facts.zoneBalancers.map(judgeBalancer),
      ],
      'nothing that listens with two instances, no network or classic load balancer',
    );
  },
});

function judgeWorkload(
  facts: Facts,
  workload: WorkloadFact,
): readonly Finding[] {
  if (workload.role !== 'service' || workload.isServerless) return [];
  if (isReplicated(facts, workload) !== true) return [];
  return judgeFront(facts, workload, (service, each) =>
    service.selector === undefined
      ? false
      : selectsPods({ ...service, selector: service.selector }, each),
  );
}

function judgeBalancer(balancer: ZoneBalancerFact): Finding {
  const { crossZone, kind } = balancer;
  return judge(balancer, crossZone, {
    rules: [kind === 'classic' ? RULES.classic : RULES.network],
    expected: `${crossZone.setting} = true`,
    passes: isOn => isOn,
  });
}
