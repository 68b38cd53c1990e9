import type { Finding } from 'backstage-plugin-readiness-common';
import {
  askContainers,
  defineCheck,
  mergeFindings,
  pass,
  presence,
} from '../../check';
import type { WorkloadContainerFact } from '../../facts/types/workloadContainers';
import type { WorkloadFact } from '../../facts/types/workloads';
import type { FactValue } from '../../facts/value';
import { writeDeployment } from '../manifestSamples';

export const capacityDeclared = defineCheck({
  id: 'capacity-declared',
  category: 'performance',
  kind: 'presence',
  level: 1,
  severity: 'high',
  title: 'Somebody has decided how big things are',
  description:
    'Sizes are explicit somewhere: instance classes of machines, databases and caches, requests and limits of containers, memory of functions, worker, pool and heap settings, parameters of databases.',
  rationale:
    'A size that nobody chose is the default of the vendor, and fits nobody. Once it is written down it can be discussed, measured against the load and changed in a review; until then capacity is something that one finds out in an incident.',
  references: [
    {
      title: 'AWS Well-Architected: Performance efficiency pillar',
      url: 'https://docs.aws.amazon.com/wellarchitected/latest/performance-efficiency-pillar/welcome.html',
    },
  ],
  remediation: {
    summary:
      'Write requests and limits into the manifests, memory_size into functions, worker and heap settings into the configuration.',
    effortMinutes: 60,
    snippets: {
      kubernetes: 'resources:\n  requests:\n    cpu: 200m\n    memory: 256Mi\n',
      terraform:
        'resource "aws_lambda_function" "send" {\n  memory_size = 512\n}\n',
      dockerfile: 'ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75"\n',
    },
  },
  examples: [
    {
      title: 'Requests of a container',
      files: {
        'k8s/cart.yaml': writeDeployment({
          container: 'resources:\n  requests: { cpu: 200m }',
        }),
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'Deployment/default/cart#cart',
          outcome: 'pass',
          at: 'k8s/cart.yaml:12',
        },
      ],
    },
    {
      title: 'A class of machine, workers of a server',
      files: {
        'main.tf':
          'resource "aws_db_instance" "orders" {\n  instance_class = "db.m6g.large"\n}\n',
        'gunicorn.conf.py': 'bind = ":8080"\nworkers = 4\n',
      },
      outcome: 'pass',
      findings: [
        { subject: 'aws_db_instance.orders', outcome: 'pass', at: 'main.tf:2' },
        {
          subject: 'gunicorn.conf.py',
          outcome: 'pass',
          at: 'gunicorn.conf.py:2',
        },
      ],
    },
    {
      title: 'No size anywhere',
      files: { 'k8s/cart.yaml': writeDeployment() },
      outcome: 'fail',
    },
  ],
  evaluate(context) {
    const { facts } = context;
    return presence(
      context,
      'sizes (instance classes, requests, memory of functions, worker, pool and heap settings)',
      mergeFindings([
        ...askContainers(facts.workloads, findContainerSize),
        ...facts.workloads.flatMap(findWorkloadSize),
        ...facts.capacitySigns.map(sign =>
          pass(sign, { message: sign.message }),
        ),
      ]),
    );
  },
});

function findContainerSize(
  container: WorkloadContainerFact,
): Finding | undefined {
  const { requests, limits, variables } = container;
  const heap = variables.find(
    ({ name, value }) =>
      value.state === 'known' &&
      (/^(GOMAXPROCS|GOMEMLIMIT|WEB_CONCURRENCY)$/.test(name) ||
        /-Xmx\d|MaxRAMPercentage|max-old-space-size/.test(value.value)),
  );
  const sizes: readonly FactValue<string>[] = [
    requests.cpu,
    requests.memory,
    limits.cpu,
    limits.memory,
    ...(heap ? [{ ...heap.value, setting: heap.name }] : []),
  ];
  const size = sizes.find(isSet);
  return size && pass(container, describe(size));
}

function findWorkloadSize(workload: WorkloadFact): readonly Finding[] {
  const size = [workload.cpu, workload.memory].find(isSet);
  return size === undefined ? [] : [pass(workload, describe(size))];
}

function isSet(value: FactValue<string>): boolean {
  return value.state !== 'absent';
}

function describe(value: FactValue<string>) {
  const message = `${value.setting} = ${getText(value)}`;
  return { message, actual: message, at: [value.location] };
}

function getText(value: FactValue<string>): string {
  if (value.state === 'known') return value.value;
  return value.state === 'unresolved' ? value.expression : 'set';
}
