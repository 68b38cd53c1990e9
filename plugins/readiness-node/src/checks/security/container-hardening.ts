import type { Finding } from 'backstage-plugin-readiness-common';
import {
  askContainers,
  defineCheck,
  judge,
  runsPods,
  withMergedFindings,
} from '../../check';
import type { WorkloadContainerFact } from '../../facts/types/workloadContainers';
import type { WorkloadFact } from '../../facts/types/workloads';
import { writeDeployment } from '../manifestSamples';
import { judgeCapabilities } from './capabilities';
import { judgeSeccomp } from './seccomp';

const RULES = {
  privileged: 'CKV_K8S_16',
  escalation: 'CKV_K8S_20',
  'read-only-root': 'CKV_K8S_22',
  capabilities: 'CKV_K8S_28',
  seccomp: 'CKV_K8S_31',
} as const;
const ASPECTS = [
  'privileged',
  'escalation',
  'read-only-root',
  'capabilities',
  'seccomp',
] as const;
const SUBJECT = 'Deployment/default/cart#cart';

export const containerHardening = defineCheck({
  id: 'container-hardening',
  category: 'security',
  kind: 'subject',
  level: 2,
  severity: 'medium',
  title: 'Containers have no more rights than they need',
  description:
    'Every container of every pod, init containers and Jobs included, is not privileged, forbids privilege escalation, has a read-only root file system, drops ALL capabilities or at least NET_RAW, and runs under a seccomp profile. Settings of the pod count where Kubernetes lets them.',
  rationale:
    'Sooner or later somebody runs code in one of the containers. Whether that stays an incident in one pod or becomes one of the whole node is decided by five lines of YAML: what the process may write, which system calls it may make, and whether it may become more than it is.',
  knownAs: [
    ...Object.values(RULES),
    'privileged-container',
    'no-read-only-root-fs',
    'runAsPrivileged',
    'privilegeEscalationAllowed',
    'notReadOnlyRootFilesystem',
  ],
  references: [
    {
      title: 'Kubernetes: Pod security standards',
      url: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    },
    {
      title: 'Kubernetes: Configure a security context',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    },
  ],
  remediation: {
    summary:
      'Set allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities.drop: [ALL] and seccompProfile.type: RuntimeDefault in the securityContext; mount an emptyDir where the process has to write.',
    effortMinutes: 45,
    snippets: {
      kubernetes:
        'securityContext:\n  allowPrivilegeEscalation: false\n  readOnlyRootFilesystem: true\n  capabilities:\n    drop: [ALL]\n  seccompProfile:\n    type: RuntimeDefault\n',
      terraform:
        'security_context {\n  allow_privilege_escalation = false\n  read_only_root_filesystem  = true\n  capabilities {\n    drop = ["ALL"]\n  }\n}\n',
    },
  },
  examples: [
    {
      title: 'All five, one of them on the pod',
      files: {
        'k8s/cart.yaml': writeDeployment({
          pod: 'securityContext: { seccompProfile: { type: RuntimeDefault } }',
          container:
            'securityContext:\n  allowPrivilegeEscalation: false\n  readOnlyRootFilesystem: true\n  capabilities: { drop: [ALL] }',
        }),
      },
      outcome: 'pass',
      findings: ASPECTS.map(aspect => ({
        subject: SUBJECT,
        aspect,
        outcome: 'pass',
      })),
    },
    {
      title: 'The defaults of Kubernetes',
      files: { 'k8s/cart.yaml': writeDeployment() },
      outcome: 'fail',
      findings: ASPECTS.map(aspect => ({
        subject: SUBJECT,
        aspect,
        outcome: aspect === 'privileged' ? 'pass' : 'fail',
        at: 'k8s/cart.yaml:10',
      })),
    },
    {
      title: 'No pod',
      files: { 'README.md': '# Cart\n' },
      outcome: 'not-applicable',
    },
  ],
  evaluate({ facts }) {
    return withMergedFindings(
      askContainers(facts.workloads.filter(runsPods), judgeContainer),
      'no pod in the files read',
    );
  },
});

function judgeContainer(
  container: WorkloadContainerFact,
  workload: WorkloadFact,
): readonly Finding[] {
  if (container.role === 'ephemeral') return [];
  const { security } = container;
  return [
    judge(container, security.privileged, {
      ...name('privileged'),
      expected: 'privileged: false',
      passes: isOn => !isOn,
    }),
    judge(container, security.allowPrivilegeEscalation, {
      ...name('escalation'),
      expected: 'allowPrivilegeEscalation: false',
      passes: isOn => !isOn,
    }),
    judge(container, security.readOnlyRootFilesystem, {
      ...name('read-only-root'),
      expected: 'readOnlyRootFilesystem: true',
      passes: isOn => isOn,
    }),
    judgeCapabilities(container, name('capabilities')),
    judgeSeccomp(container, workload, name('seccomp')),
  ];
}

function name(aspect: keyof typeof RULES) {
  return { aspect, rules: [RULES[aspect]] };
}
