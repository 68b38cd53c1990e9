import type { Finding } from 'backstage-plugin-readiness-common';
import {
  defineCheck,
  fail,
  isKind,
  isKubernetes,
  pass,
  unknown,
  withMergedFindings,
} from '../../check';
import type { WorkloadFact, WorkloadVolume } from '../../facts/types/workloads';
import { joinDocuments, writeDeployment } from '../manifestSamples';

const SUBJECT = 'Deployment/default/cart';
const CLAIM = (mode: string) =>
  `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: uploads }\nspec:\n  accessModes: [${mode}]\n`;
const USING = writeDeployment({
  pod: 'volumes:\n  - name: uploads\n    persistentVolumeClaim: { claimName: uploads }',
});

export const statelessWorkload = defineCheck({
  id: 'stateless-workload',
  category: 'scalability',
  kind: 'subject',
  level: 2,
  severity: 'low',
  title: 'Deployments keep no state on one machine',
  description:
    'No Deployment mounts a hostPath or a claim that only one node may use (ReadWriteOnce, ReadWriteOncePod). Claims that are not in the repository are unknown; StatefulSets are made for state and left out.',
  rationale:
    'A Deployment with a disk of its own cannot have a second replica on another node: the new pod waits for the volume of the old one, scaling stops at one and every rollout is an outage. Keep state in a database, a bucket, or a StatefulSet.',
  references: [
    {
      title: 'Kubernetes: Persistent volumes, access modes',
      url: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes',
    },
    {
      title: 'The twelve-factor app: Processes',
      url: 'https://12factor.net/processes',
    },
  ],
  remediation: {
    summary:
      'Move files to object storage or a database, make the claim ReadWriteMany, or turn the Deployment into a StatefulSet.',
    effortMinutes: 240,
    snippets: {
      kubernetes: 'spec:\n  accessModes: [ReadWriteMany]\n',
    },
  },
  examples: [
    {
      title: 'No volumes',
      files: { 'k8s/cart.yaml': writeDeployment() },
      outcome: 'pass',
      findings: [{ subject: SUBJECT, outcome: 'pass', at: 'k8s/cart.yaml:1' }],
    },
    {
      title: 'A disk for one node',
      files: { 'k8s/cart.yaml': joinDocuments(CLAIM('ReadWriteOnce'), USING) },
      outcome: 'fail',
      findings: [{ subject: SUBJECT, outcome: 'fail', at: 'k8s/cart.yaml:16' }],
    },
    {
      title: 'No Deployment',
      files: { 'README.md': '# Cart\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate({ facts }) {
    return withMergedFindings(
      facts.workloads
        .filter(
          each =>
            isKubernetes(each) &&
            isKind(each, 'Deployment', 'DeploymentConfig', 'Rollout'),
        )
        .map(judgeVolumes),
      'no Deployment in the files read',
    );
  },
});

const EXPECTED = 'no hostPath and no claim for one node';

function judgeVolumes(workload: WorkloadFact): Finding {
  const bound = workload.volumes.find(isBound);
  if (bound !== undefined) {
    const name = bound.reference ?? bound.name;
    const message =
      bound.kind === 'host-path'
        ? `hostPath ${name} ties it to a node`
        : `The claim ${name} may be used by one node only`;
    return fail(workload, {
      expected: EXPECTED,
      message,
      at: [bound.location],
    });
  }
  const open = workload.volumes.find(
    volume => volume.kind === 'claim' && volume.accessModes.state !== 'known',
  );
  return open === undefined
    ? pass(workload, { expected: EXPECTED, message: 'It keeps no state' })
    : unknown(workload, {
        expected: EXPECTED,
        message: `The access modes of the claim ${
          open.reference ?? open.name
        } are not known`,
        at: [open.location],
      });
}

function isBound({ kind, accessModes }: WorkloadVolume): boolean {
  if (kind === 'host-path') return true;
  return (
    kind === 'claim' &&
    accessModes.state === 'known' &&
    accessModes.value.some(mode => /^ReadWriteOnce(Pod)?$/.test(mode)) &&
    !accessModes.value.includes('ReadWriteMany')
  );
}
