import {
  askContainers,
  defineCheck,
  judge,
  isKubernetes,
  withMergedFindings,
} from '../../check';
import { joinDocuments, writeDeployment } from '../manifestSamples';
import { IMAGE_RULES, judgeImage, judgePorts, PORT_RULES } from './hostPorts';

const NETWORK_RULES = ['CKV_K8S_19', 'host-network', 'hostNetworkSet'];
const SERVICE_RULES = ['service-type'];

const SERVICE =
  'apiVersion: v1\nkind: Service\nmetadata: { name: cart }\nspec:\n  type: NodePort\n  selector: { app: cart }\n  ports: [{ port: 80 }]\n';

export const noHostExposure = defineCheck({
  id: 'no-host-exposure',
  category: 'networking',
  kind: 'subject',
  level: 2,
  severity: 'medium',
  title: 'Nothing is published on the machines themselves',
  description:
    'No pod uses the network of its node (hostNetwork), no container takes a hostPort, no Service is of type NodePort, no Dockerfile exposes port 22.',
  rationale:
    'A port on the node goes round the ingress, its TLS, its logs and every network policy, and two pods that want the same one never share a node. SSH in a container is a second way in that nobody patches.',
  knownAs: [
    ...NETWORK_RULES,
    ...PORT_RULES,
    ...SERVICE_RULES,
    ...IMAGE_RULES,
    'ssh-port',
  ],
  references: [
    {
      title: 'Kubernetes: Configuration best practices',
      url: 'https://kubernetes.io/docs/concepts/configuration/overview/',
    },
    {
      title: 'Kubernetes: Pod security standards',
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    },
  ],
  remediation: {
    summary:
      'Remove hostNetwork and hostPort, make the Service a ClusterIP behind an Ingress or Gateway, remove EXPOSE 22.',
    effortMinutes: 45,
    snippets: {
      kubernetes:
        'apiVersion: v1\nkind: Service\nspec:\n  type: ClusterIP\n  ports:\n    - port: 80\n      targetPort: http\n',
    },
  },
  examples: [
    {
      title: 'Inside the cluster only',
      files: {
        'k8s/cart.yaml': joinDocuments(
          writeDeployment({ container: 'ports: [{ containerPort: 8080 }]' }),
          SERVICE.replace('NodePort', 'ClusterIP'),
        ),
        Dockerfile: 'FROM node:22\nEXPOSE 8080\n',
      },
      outcome: 'pass',
      findings: [
        {
          subject: 'Deployment/default/cart',
          aspect: 'host-network',
          outcome: 'pass',
        },
        {
          subject: 'Deployment/default/cart#cart',
          aspect: 'host-port',
          outcome: 'pass',
        },
        {
          subject: 'Service/default/cart',
          aspect: 'node-port',
          outcome: 'pass',
        },
        { subject: 'Dockerfile', aspect: 'ssh-port', outcome: 'pass' },
      ],
    },
    {
      title: 'A NodePort, and SSH in the image',
      files: {
        'k8s/service.yaml': SERVICE,
        Dockerfile: 'FROM node:22\nEXPOSE 8080 22\n',
      },
      outcome: 'fail',
      findings: [
        {
          subject: 'Service/default/cart',
          aspect: 'node-port',
          outcome: 'fail',
          at: 'k8s/service.yaml:5',
        },
        {
          subject: 'Dockerfile',
          aspect: 'ssh-port',
          outcome: 'fail',
          at: 'Dockerfile:2',
        },
      ],
    },
    {
      title: 'No container',
      files: { 'README.md': '# Cart\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate({ facts }) {
    const pods = facts.workloads.filter(isKubernetes);
    return withMergedFindings(
      [
        ...pods.map(workload =>
          judge(workload, workload.pod.hostNetwork, {
            aspect: 'host-network',
            rules: NETWORK_RULES,
            expected: 'hostNetwork: false',
            passes: isOn => !isOn,
          }),
        ),
        ...askContainers(pods, judgePorts),
        ...facts.services
          .filter(service => service.offByDefault === undefined)
          .map(service =>
            judge(service, service.serviceType, {
              aspect: 'node-port',
              rules: SERVICE_RULES,
              expected: 'type: ClusterIP',
              passes: type => type !== 'NodePort',
            }),
          ),
        ...facts.containerfiles.flatMap(judgeImage),
      ],
      'no pod, Service or Dockerfile in the files read',
    );
  },
});
