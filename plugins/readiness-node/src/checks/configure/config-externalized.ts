import type { Finding } from 'backstage-plugin-readiness-common';
import {
  defineCheck,
  fail,
  pass,
  unknown,
  withMergedFindings,
} from '../../check';
import type {
  ConfigurationSource,
  WorkloadFact,
} from '../../facts/types/workloads';
import { writeDeployment } from '../manifestSamples';

const SUBJECT = 'Deployment/default/cart';
const WORDS: Readonly<Record<ConfigurationSource['kind'], string | undefined>> =
  {
    env: 'environment variables',
    'env-from': 'envFrom',
    'value-from': 'references',
    'config-map': 'a ConfigMap',
    secret: 'a secret',
    projected: 'a projected volume',
    'env-file': 'an environment file',
    configs: 'configs',
    'command-line': undefined,
  };

export const configExternalized = defineCheck({
  id: 'config-externalized',
  category: 'configure',
  kind: 'subject',
  level: 1,
  severity: 'high',
  title: 'Configuration comes from outside the image',
  description:
    'Every workload takes configuration from its environment: env, envFrom, valueFrom, or a volume of a ConfigMap, Secret or projection in Kubernetes; environment, secrets or environmentFiles in ECS; environment, env_file, configs or secrets in compose; the environment of a function or managed container.',
  rationale:
    'An image that knows its database has to be built again for every environment, and what was tested is then not what runs. With configuration from outside one image goes from staging to production, and an address changes without a release.',
  references: [
    {
      title: 'The twelve-factor app: Config',
      url: 'https://12factor.net/config',
    },
    {
      title: 'Kubernetes: ConfigMaps',
      url: 'https://kubernetes.io/docs/concepts/configuration/configmap/',
    },
  ],
  remediation: {
    summary:
      'Read settings from environment variables and set them with envFrom from a ConfigMap or a Secret.',
    effortMinutes: 90,
    snippets: {
      kubernetes:
        'containers:\n  - name: cart\n    envFrom:\n      - configMapRef:\n          name: cart\n',
      terraform:
        'resource "aws_lambda_function" "send" {\n  environment {\n    variables = {\n      TABLE = aws_dynamodb_table.orders.name\n    }\n  }\n}\n',
      compose: 'services:\n  cart:\n    env_file: .env\n',
    },
  },
  examples: [
    {
      title: 'From a ConfigMap',
      files: {
        'k8s/cart.yaml': writeDeployment({
          container: 'envFrom:\n  - configMapRef: { name: cart }',
        }),
      },
      outcome: 'pass',
      findings: [{ subject: SUBJECT, outcome: 'pass', at: 'k8s/cart.yaml:12' }],
    },
    {
      title: 'Everything is in the image',
      files: { 'k8s/cart.yaml': writeDeployment() },
      outcome: 'fail',
      findings: [{ subject: SUBJECT, outcome: 'fail', at: 'k8s/cart.yaml:1' }],
    },
    {
      title: 'No workload',
      files: { 'README.md': '# Cart\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate({ facts }) {
    return withMergedFindings(
      facts.workloads.flatMap(judgeSources),
      'no workload in the files read',
    );
  },
});

const EXPECTED = 'environment variables, ConfigMaps, secrets or files';

function judgeSources(workload: WorkloadFact): readonly Finding[] {
  if (!takesConfiguration(workload)) return [];
  const source = workload.configurationSources.find(
    each => WORDS[each.kind] !== undefined,
  );
  if (source !== undefined) {
    return [
      pass(workload, {
        expected: EXPECTED,
        message: `Configured by ${WORDS[source.kind]}`,
        at: [source.location],
      }),
    ];
  }
  const hidden = describeHidden(workload);
  if (hidden !== undefined) {
    return [unknown(workload, { expected: EXPECTED, message: hidden })];
  }
  return [
    fail(workload, {
      expected: EXPECTED,
      message: 'No configuration from outside its image',
      actual: 'none',
    }),
  ];
}

/** Why configuration may be there though nobody sees it. */
function describeHidden(workload: WorkloadFact): string | undefined {
  if (workload.platform === 'helm-dependency') {
    return 'What its chart takes from outside cannot be known';
  }
  return workload.platform === 'ecs' && workload.containers.length === 0
    ? 'Its container definitions cannot be resolved'
    : undefined;
}

function takesConfiguration(workload: WorkloadFact): boolean {
  switch (workload.platform) {
    case 'kubernetes':
      return workload.containers.length > 0;
    case 'ecs':
      // The service has its containers in the task definition.
      return workload.role === 'task';
    case 'machine-group':
      return false;
    default:
      return true;
  }
}
