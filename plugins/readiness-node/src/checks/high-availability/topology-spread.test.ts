import { testCheck } from '../../testing';
import { writeDeployment } from '../manifestSamples';
import { topologySpread } from './topology-spread';

testCheck(topologySpread, [
  {
    title: 'anti-affinity of a stateful set; daemons are left out',
    files: {
      'a.yaml': writeDeployment({
        kind: 'StatefulSet',
        name: 'queue',
        replicas: 3,
        pod: 'affinity:\n  podAntiAffinity:\n    requiredDuringSchedulingIgnoredDuringExecution: []',
      }),
      'b.yaml': writeDeployment({ kind: 'DaemonSet', name: 'agent' }),
    },
    outcome: 'pass',
    isComplete: true,
    findings: [
      {
        subject: 'StatefulSet/default/queue',
        outcome: 'pass',
        at: 'a.yaml:11',
      },
    ],
  },
  {
    title:
      'affinity to nodes or other pods spreads nothing; an empty list neither',
    files: {
      'a.yaml': writeDeployment({
        replicas: 2,
        pod: 'affinity: { nodeAffinity: {}, podAffinity: {} }\ntopologySpreadConstraints: []',
      }),
    },
    outcome: 'fail',
  },
  {
    title: 'Terraform, with a number nobody knows',
    files: {
      'main.tf': `variable "replicas" {}
resource "kubernetes_deployment" "cart" {
  metadata { name = "cart" }
  spec {
    replicas = var.replicas
    template {
      spec {
        container { name = "cart" }
      }
    }
  }
}
`,
    },
    outcome: 'unknown',
    findings: [
      {
        subject: 'kubernetes_deployment.cart',
        outcome: 'unknown',
        at: 'main.tf:2',
      },
    ],
  },
]);
