import { testCheck } from '../../testing';
import { writeCronJob, writeDeployment } from '../manifestSamples';
import { containerHardening } from './container-hardening';

testCheck(containerHardening, [
  {
    title: 'the container overrules the pod, capabilities may be added again',
    files: {
      'cart.yaml': writeDeployment({
        pod: 'securityContext: { seccompProfile: { type: RuntimeDefault } }',
        container:
          'securityContext:\n  privileged: true\n  allowPrivilegeEscalation: true\n  capabilities: { drop: [ALL], add: [NET_RAW] }\n  seccompProfile: { type: Unconfined }',
      }),
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      ['privileged', 13],
      ['escalation', 14],
      ['read-only-root', 11],
      ['capabilities', 15],
      ['seccomp', 16],
    ].map(([aspect, line]) => ({
      subject: 'Deployment/default/cart#cart',
      aspect: String(aspect),
      outcome: 'fail' as const,
      at: `cart.yaml:${line}`,
    })),
  },
  {
    title: 'jobs too; NET_RAW alone is enough; the annotation of old',
    files: {
      'job.yaml': writeCronJob(
        'securityContext: { capabilities: { drop: [NET_RAW] }, allowPrivilegeEscalation: false }',
      ),
      'old.yaml':
        'apiVersion: v1\nkind: Pod\nmetadata:\n  name: old\n  annotations:\n    seccomp.security.alpha.kubernetes.io/pod: runtime/default\nspec:\n  containers: [{ name: old, image: "a:1" }]\n',
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'CronJob/default/report#report',
        aspect: 'capabilities',
        outcome: 'pass',
        at: 'job.yaml:13',
      },
      {
        subject: 'CronJob/default/report#report',
        aspect: 'escalation',
        outcome: 'pass',
      },
      {
        subject: 'CronJob/default/report#report',
        aspect: 'seccomp',
        outcome: 'fail',
        at: 'job.yaml:12',
      },
      { subject: 'Pod/default/old#old', aspect: 'seccomp', outcome: 'pass' },
    ],
  },
  {
    title: 'Terraform',
    files: {
      'main.tf': `variable "read_only" {}
resource "kubernetes_deployment_v1" "cart" {
  metadata { name = "cart" }
  spec {
    template {
      spec {
        container {
          name  = "cart"
          image = "acme/cart:1"
          security_context {
            allow_privilege_escalation = false
            read_only_root_filesystem  = var.read_only
            capabilities { drop = ["ALL"] }
          }
        }
      }
    }
  }
}
`,
    },
    outcome: 'fail',
    isComplete: true,
    findings: [
      ['privileged', 'pass', 7],
      ['escalation', 'pass', 11],
      ['read-only-root', 'unknown', 12],
      ['capabilities', 'pass', 13],
      ['seccomp', 'fail', 7],
    ].map(([aspect, outcome, line]) => ({
      subject: 'kubernetes_deployment_v1.cart',
      aspect: String(aspect),
      outcome: outcome as 'pass',
      at: `main.tf:${line}`,
    })),
  },
  {
    title: 'compose has other words for it',
    files: { 'compose.yaml': 'services:\n  a:\n    image: a:1\n' },
    outcome: 'not-applicable',
  },
]);
