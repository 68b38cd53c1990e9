import { testCheck } from '../../testing';
import { writeDeployment } from '../manifestSamples';
import { statelessWorkload } from './stateless-workload';

const volume = (text: string) =>
  writeDeployment({ pod: `volumes:\n  - name: v\n    ${text}` });
const row = (text: string, outcome: 'pass' | 'fail' | 'unknown') => ({
  title: text,
  files: { 'a.yaml': volume(text) },
  outcome,
});

testCheck(statelessWorkload, [
  row('emptyDir: {}', 'pass'),
  row('configMap: { name: cart }', 'pass'),
  row('hostPath: { path: /etc/localtime }', 'fail'),
  row('persistentVolumeClaim: { claimName: elsewhere }', 'unknown'),
  row(
    'ephemeral: { volumeClaimTemplate: { spec: { accessModes: [ReadWriteOnce] } } }',
    'pass',
  ),
  {
    title: 'StatefulSets are left out',
    files: {
      'a.yaml': writeDeployment({
        kind: 'StatefulSet',
        pod: 'volumes: [{ name: v, hostPath: { path: /data } }]',
      }),
    },
    outcome: 'not-applicable',
  },
  {
    title: 'Terraform',
    files: {
      'main.tf': `resource "kubernetes_persistent_volume_claim" "data" {
  metadata { name = "data" }
  spec { access_modes = ["ReadWriteOnce"] }
}
resource "kubernetes_deployment" "cart" {
  metadata { name = "cart" }
  spec {
    template {
      spec {
        container { name = "cart" }
        volume {
          name = "data"
          persistent_volume_claim { claim_name = "data" }
        }
      }
    }
  }
}
`,
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'kubernetes_deployment.cart',
        outcome: 'fail',
        at: 'main.tf:11',
      },
    ],
  },
]);
