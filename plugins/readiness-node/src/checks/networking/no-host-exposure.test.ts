import { testCheck } from '../../testing';
import { writeDeployment } from '../manifestSamples';
import { noHostExposure } from './no-host-exposure';

testCheck(noHostExposure, [
  {
    title: 'the network and a port of the node',
    files: {
      'agent.yaml': writeDeployment({
        kind: 'DaemonSet',
        name: 'agent',
        pod: 'hostNetwork: true',
        container:
          'ports:\n  - containerPort: 8125\n    hostPort: 8125\n    protocol: UDP',
      }),
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      {
        subject: 'DaemonSet/default/agent',
        aspect: 'host-network',
        outcome: 'fail',
        at: 'agent.yaml:9',
      },
      {
        subject: 'DaemonSet/default/agent#agent',
        aspect: 'host-port',
        outcome: 'fail',
        at: 'agent.yaml:14',
      },
    ],
  },
  {
    title: 'Terraform; ports of compose are meant for the machine',
    files: {
      'main.tf':
        'resource "kubernetes_service" "cart" {\n  metadata { name = "cart" }\n  spec { type = var.kind }\n}\nvariable "kind" {}\n',
      'compose.yaml':
        'services:\n  a:\n    image: a:1\n    ports: ["8080:80"]\n',
      Dockerfile: 'FROM node:22\nEXPOSE 2222\n',
    },
    outcome: 'unknown',
    isComplete: true,
    findings: [
      {
        subject: 'kubernetes_service.cart',
        aspect: 'node-port',
        outcome: 'unknown',
        at: 'main.tf:3',
      },
      { subject: 'Dockerfile', aspect: 'ssh-port', outcome: 'pass' },
    ],
  },
]);
