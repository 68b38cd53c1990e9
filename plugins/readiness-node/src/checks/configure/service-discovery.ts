import {
  defineCheck,
  mergeFindings,
  notApplicable,
  pass,
  presence,
  unknown,
} from '../../check';
import type { ServiceDiscoveryFact } from '../../facts/types/workloads';
import { joinDocuments, writeDeployment } from '../manifestSamples';

const WORDS: Readonly<Record<ServiceDiscoveryFact['kind'], string>> = {
  'kubernetes-service': 'A Service gives it a name',
  'cloud-map': 'Registered by name (Cloud Map, Service Directory)',
  'service-connect': 'ECS Service Connect',
  consul: 'Registered in Consul',
  'internal-dns': 'An internal DNS zone',
  'compose-network': 'Services of the file find each other by name',
  'service-mesh': 'Routed by name in a service mesh',
};

export const serviceDiscovery = defineCheck({
  id: 'service-discovery',
  category: 'configure',
  kind: 'presence',
  level: 2,
  severity: 'low',
  title: 'Services find each other by name',
  description:
    'There is a Kubernetes Service, Cloud Map, Consul, ECS Service Connect, an internal DNS zone or a network of compose. Not applicable without workloads.',
  rationale:
    'Addresses change with every deployment. Where clients know a name instead of an address, instances may come and go, move to other machines and other zones, and nobody has to edit a configuration file on a Sunday.',
  references: [
    {
      title: 'Kubernetes: Service',
      url: 'https://kubernetes.io/docs/concepts/services-networking/service/',
    },
    {
      title: 'Amazon ECS: Service Connect',
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect.html',
    },
  ],
  remediation: {
    summary:
      'Put a Service in front of the pods, or a service_connect_configuration into the ECS service.',
    effortMinutes: 30,
    snippets: {
      kubernetes:
        'apiVersion: v1\nkind: Service\nmetadata:\n  name: cart\nspec:\n  selector:\n    app: cart\n  ports:\n    - port: 80\n      targetPort: http\n',
      terraform:
        'resource "aws_ecs_service" "cart" {\n  service_connect_configuration {\n    enabled   = true\n    namespace = aws_service_discovery_http_namespace.main.arn\n  }\n}\n',
    },
  },
  examples: [
    {
      title: 'A Service',
      files: {
        'k8s/cart.yaml': joinDocuments(
          writeDeployment(),
          'apiVersion: v1\nkind: Service\nmetadata: { name: cart }\nspec: { selector: { app: cart } }\n',
        ),
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'Service/default/cart',
          outcome: 'pass',
          at: 'k8s/cart.yaml:13',
        },
      ],
    },
    {
      title: 'A workload that nobody finds',
      files: { 'k8s/cart.yaml': writeDeployment() },
      outcome: 'fail',
    },
    {
      title: 'No workload',
      files: { 'README.md': '# Cart\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate(context) {
    const { facts } = context;
    if (facts.workloads.length === 0) {
      return notApplicable('No workload that could be looked for');
    }
    const found = mergeFindings([
      ...facts.services
        .filter(service => service.offByDefault === undefined)
        .map(service =>
          pass(service, { message: WORDS['kubernetes-service'] }),
        ),
      ...facts.serviceDiscoveries.map(each =>
        pass(each, { message: WORDS[each.kind] }),
      ),
    ]);
    const hidden = facts.workloads
      .filter(({ platform }) => platform === 'helm-dependency')
      .map(workload =>
        unknown(workload, {
          message: 'Whether its chart makes a Service cannot be known',
        }),
      );
    return presence(
      context,
      'service discovery (Kubernetes Service, Cloud Map, Consul, ECS Service Connect, internal DNS, compose network)',
      found.length > 0 ? found : hidden,
    );
  },
});
