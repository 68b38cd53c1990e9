import { testCheck } from '../../testing';
import {
  joinDocuments,
  writeCronJob,
  writeDeployment,
} from '../manifestSamples';
import { networkPolicy } from './network-policy';

const policy = (selector: string, metadata = 'name: all') =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { ${metadata} }\nspec:\n  podSelector: ${selector}\n`;

testCheck(networkPolicy, [
  {
    title: 'an empty selector selects every pod of its namespace, jobs too',
    files: {
      'a.yaml': joinDocuments(writeDeployment(), writeCronJob('image: a:1')),
      'b.yaml': policy('{}'),
    },
    outcome: 'pass',
    isComplete: true,
    findings: [
      { subject: 'Deployment/default/cart', outcome: 'pass', at: 'b.yaml:1' },
      { subject: 'CronJob/default/report', outcome: 'pass' },
    ],
  },
  {
    title: 'another namespace',
    files: {
      'a.yaml': writeDeployment(),
      'b.yaml': policy('{}', 'name: all, namespace: shop'),
    },
    outcome: 'fail',
    findings: [
      { subject: 'Deployment/default/cart', outcome: 'fail', at: 'a.yaml:1' },
    ],
  },
  {
    title: 'Cilium for the whole cluster',
    files: {
      'a.yaml': writeDeployment(),
      'b.yaml':
        'apiVersion: cilium.io/v2\nkind: CiliumClusterwideNetworkPolicy\nmetadata: { name: all }\nspec:\n  endpointSelector: {}\n',
    },
    outcome: 'pass',
  },
  {
    title: 'Terraform with a label nobody knows',
    files: {
      'main.tf': `variable "app" {}
resource "kubernetes_deployment" "cart" {
  metadata { name = "cart" }
  spec {
    template {
      metadata { labels = { app = var.app } }
      spec {
        container { name = "cart" }
      }
    }
  }
}
resource "kubernetes_network_policy" "cart" {
  metadata { name = "cart" }
  spec {
    pod_selector {
      match_labels = { app = "cart" }
    }
    policy_types = ["Ingress"]
  }
}
`,
    },
    outcome: 'unknown',
    findings: [
      {
        subject: 'kubernetes_deployment.cart',
        outcome: 'unknown',
        at: 'main.tf:16',
      },
    ],
  },
]);
